package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

/** Closing the window never loses work without a question. */
@WithWindow
class ClosingIT {

    @Test
    void withoutUnsavedChangesTheWindowCloses(TestWindow window) {
        window.openSample();
        requestClose(window);

        assertThat(window.desktop().stage().isShowing()).isFalse();
    }

    @Test
    void unsavedChangesAreAskedAboutAndTheWindowStays(TestWindow window) {
        window.openSample();
        change(window);
        requestClose(window);

        assertThat(window.shown("Save your changes?")).isTrue();
        assertThat(window.shown("One file has changes that are not on disk yet."))
                .isTrue();
        assertThat(window.desktop().stage().isShowing()).isTrue();
    }

    @Test
    void cancelGoesBackToTheWork(TestWindow window) {
        window.openSample();
        change(window);
        requestClose(window);
        window.click("Cancel");

        assertThat(window.desktop().stage().isShowing()).isTrue();
        assertThat(window.words("#project-state")).isEqualTo("1 unsaved file");
    }

    @Test
    void notSavingClosesAndLeavesTheFilesAsTheyWere(TestWindow window) {
        Path sample = window.openSample();
        Map<String, String> before = Folders.contents(sample);
        change(window);
        requestClose(window);
        window.click("Do not save");

        assertThat(window.desktop().stage().isShowing()).isFalse();
        assertThat(Folders.contents(sample)).isEqualTo(before);
    }

    @Test
    void savingWritesAndCloses(TestWindow window) {
        Path sample = window.openSample();
        Map<String, String> before = Folders.contents(sample);
        change(window);
        requestClose(window);
        window.robot()
                .clickOn(window.onFx(
                        () -> window.robot().lookup(".bh-dialog-card .accent").queryButton()));
        window.settle();

        assertThat(window.desktop().stage().isShowing()).isFalse();
        assertThat(Folders.contents(sample)).isNotEqualTo(before);
    }

    private static void change(TestWindow window) {
        window.run(() -> window.context()
                .project()
                .apply(new TopologyEdit.AddNetwork(
                        new Network("lab-net", "lab-net", NetworkOptions.defaults(), List.of()))));
    }

    private static void requestClose(TestWindow window) {
        window.run(() -> window.desktop()
                .stage()
                .fireEvent(new WindowEvent(window.desktop().stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
