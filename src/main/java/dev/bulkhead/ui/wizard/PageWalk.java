package dev.bulkhead.ui.wizard;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Page that is shown, and the furthest that can be. */
final class PageWalk {

    private final ObjectProperty<WizardPage> page = new SimpleObjectProperty<>(this, "page", WizardPage.PREFLIGHT);
    private final ReadOnlyObjectWrapper<WizardPage> reached =
            new ReadOnlyObjectWrapper<>(this, "reached", WizardPage.PREFLIGHT);

    private boolean back;

    ObjectProperty<WizardPage> pageProperty() {
        return page;
    }

    ReadOnlyObjectProperty<WizardPage> reachedProperty() {
        return reached.getReadOnlyProperty();
    }

    WizardPage page() {
        return page.get();
    }

    /** Shows a page that could not be shown before. */
    void go(WizardPage next) {
        reach(next);
        page.set(next);
    }

    /** Lets a page be shown from now on. */
    void reach(WizardPage next) {
        if (next.compareTo(reached.get()) > 0) {
            reached.set(next);
        }
    }

    /** Returns whether the page is one of those that come before anything is carried out. */
    boolean beforeTheRun() {
        return page.get().compareTo(WizardPage.APPLY) < 0;
    }

    /** Returns whether later pages were reached. */
    boolean goFurther() {
        return page.get().compareTo(reached.get()) < 0;
    }

    /** Shows the page after this one, if it was reached before. */
    void showNext() {
        WizardPage[] all = WizardPage.values();
        for (int i = 0; i + 1 < all.length; i++) {
            if (all[i] == page.get()) {
                show(all[i + 1]);
                return;
            }
        }
    }

    /** Shows the way back, which can be begun from any page. */
    void turn() {
        back = true;
        page.set(WizardPage.WAY_BACK);
    }

    /** Shows a page that was reached before; does nothing for another. */
    void show(WizardPage wanted) {
        if (wanted == WizardPage.WAY_BACK ? back : wanted.compareTo(reached.get()) <= 0) {
            page.set(wanted);
        }
    }
}
