package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.shell.iteration.WizardFlow;
import dev.bulkhead.ui.shell.path.StepPage;
import dev.bulkhead.ui.shell.path.StepViewModel;
import dev.bulkhead.ui.wizard.WizardView;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Middle of the window: the work on the project, or in its place the pages of an iteration. */
final class FrontPane extends StackPane {

    private final WizardFlow wizard;
    private final BooleanProperty covered;

    /**
     * Shows nothing yet.
     *
     * @param covered whether pages stand in the place of the work; whoever takes that back closes them
     */
    FrontPane(WizardFlow wizard, BooleanProperty covered) {
        this.wizard = wizard;
        this.covered = covered;
        setMinSize(0, 0);
    }

    /** Shows one thing, for good. */
    void show(Node only) {
        getChildren().setAll(only);
    }

    /**
     * Shows the work or the pages of an iteration, now and whenever that changes.
     *
     * @param first the part of the work that gets the focus
     * @param step the step of the path whose page may be open in their place
     * @param page that page
     */
    void showWorkOrPages(Node work, Node first, StepViewModel step, StepPage page) {
        Pages pages = new Pages();
        wizard.shownProperty().subscribe(shown -> {
            if (shown) {
                step.close();
                pages.show();
                covered.set(true);
            } else if (step.shownProperty().get().isEmpty()) {
                covered.set(false);
                show(work);
                focus(first);
            }
        });
        step.shownProperty().addListener((property, old, now) -> {
            if (now.isPresent() && old.isEmpty()) {
                wizard.close();
                show(page);
                focus(page);
                covered.set(true);
            } else if (now.isEmpty() && !wizard.shownProperty().get()) {
                covered.set(false);
                show(work);
                focus(first);
            }
        });
        covered.addListener((property, old, now) -> {
            if (!now) {
                step.close();
                if (wizard.shownProperty().get()) {
                    wizard.close();
                }
            }
        });
        wizard.askedProperty().subscribe(times -> pages.focusPages());
        // Another iteration while the pages of the one before are open.
        wizard.wizardProperty().addListener((property, old, now) -> {
            if (wizard.shownProperty().get()) {
                pages.show();
            }
        });
    }

    /** Gives a node the focus, at once or as soon as it is part of the scene. */
    private static void focus(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        node.sceneProperty().addListener(new ChangeListener<Scene>() {
            @Override
            public void changed(ObservableValue<? extends Scene> property, @Nullable Scene old, @Nullable Scene now) {
                node.sceneProperty().removeListener(this);
                node.requestFocus();
            }
        });
    }

    /** The pages of the iteration that was opened last: made once, however often they are closed and opened. */
    private final class Pages {

        private Optional<WizardView> made = Optional.empty();

        void focusPages() {
            made.filter(view -> view.getScene() != null).ifPresent(Node::requestFocus);
        }

        void show() {
            wizard.wizardProperty().get().ifPresent(model -> {
                if (made.filter(view -> view.shows(model)).isEmpty()) {
                    made = Optional.of(new WizardView(model, wizard));
                }
                FrontPane.this.show(made.get());
                focus(made.get());
            });
        }
    }
}
