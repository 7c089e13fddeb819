package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.wizard.WizardPage;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** Notes over the window leave its bars free, whichever are shown. */
@WithWindow
class NotesIT {

    @Test
    void aNoteStandsAboveTheButtonsOfThePagesAndGoesWhenItIsDismissed(TestWindow window) {
        window.openSample();
        window.click("#command-continue");
        window.wizard().ready(WizardPage.PREFLIGHT);

        window.run(() -> window.context().messages().refused("This cannot be done now."));

        assertThat(window.shown("This cannot be done now.")).isTrue();
        assertThat(bounds(window, "#notes").getMaxY())
                .isLessThan(bounds(window, ".bh-page-foot").getMinY());
        window.click("#notes .button");
        assertThat(window.shown("This cannot be done now.")).isFalse();
    }

    @Test
    void aNoteStandsAboveTheBarOfEdits(TestWindow window) {
        window.openSample();
        window.run(() -> window.context().project().apply(new TopologyEdit.SetInternal("media-network", true)));
        window.await("the bar of edits", () -> window.shown("#change-bar"));

        window.run(() -> window.context().messages().done("Saved."));

        assertThat(bounds(window, "#notes").getMaxY())
                .isLessThan(bounds(window, "#change-bar").getMinY());
    }

    @Test
    void aNoteStandsAboveThePanelWithTheButtonsOfAContainer(TestWindow window) {
        window.openSample();
        window.run(() -> window.context().navigation().showTab(BottomTab.CONTAINER));
        window.await("the panel", () -> window.shown("#container-stop"));

        window.run(() -> window.context().messages().done("Stopped."));

        assertThat(bounds(window, "#notes").getMaxY())
                .isLessThan(bounds(window, ".bh-bottom-pane").getMinY());
    }

    private static Bounds bounds(TestWindow window, String node) {
        return window.onFx(() -> {
            Node found = window.robot().lookup(node).query();
            return found.localToScene(found.getLayoutBounds());
        });
    }
}
