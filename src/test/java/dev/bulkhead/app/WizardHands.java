package dev.bulkhead.app;

import dev.bulkhead.ui.wizard.WizardPage;
import dev.bulkhead.ui.wizard.WizardViewModel;
import java.util.Optional;

/** The mouse on the pages of an iteration. */
final class WizardHands {

    private final TestWindow window;

    WizardHands(TestWindow window) {
        this.window = window;
    }

    /** Returns the walk that is shown, if one is. */
    Optional<WizardViewModel> shown() {
        return window.desktop().window().wizard().wizardProperty().get();
    }

    /** Returns the walk that is shown. */
    WizardViewModel model() {
        return shown().orElseThrow();
    }

    /** Waits until a page is shown and nothing is being found out. */
    void ready(WizardPage page) {
        window.await(
                page.title(),
                () -> shown().filter(wizard -> wizard.pageProperty().get() == page
                                && !wizard.busyProperty().get())
                        .isPresent());
        window.settle();
    }

    /** Asks for the next page and waits for it. */
    void next(WizardPage page) {
        window.click("#wizard-next");
        ready(page);
    }
}
