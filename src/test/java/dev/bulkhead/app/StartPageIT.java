package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.shell.actions.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** The page without a project, and the ways from it to one and back. */
@WithWindow
class StartPageIT {

    @Test
    void aSampleIsOpenedFromThePageAndLeftForIt(TestWindow window) {
        assertThat(window.shown("#start-page")).isTrue();
        window.click("#sample-hydra");
        window.await("the sample", () -> project(window).equals("hydra"));
        assertThat(window.shown("#start-page")).isFalse();

        window.run(() -> window.context().commands().run(Command.START_PAGE));
        window.await("the page", () -> window.shown("#start-page"));
        assertThat(project(window)).isEmpty();
    }

    @Test
    void whatAnEngineRunsBecomesAProject(TestWindow window) {
        Path folder = window.folder().resolve("imported");
        window.click("#command-import");
        window.click("#engine-practice");
        window.run(() ->
                window.robot().lookup("#import-folder").queryAs(TextField.class).setText(folder.toString()));
        window.click("Import");
        window.await("the project", () -> project(window).equals("mediaserver"));
        assertThat(folder.resolve("compose.yaml")).exists();
    }

    @Test
    void aProjectThatIsReadOnlyIsNotChanged(TestWindow window) throws Exception {
        Path sample = window.openSample();
        Map<String, String> before = Folders.contents(sample);
        window.run(() -> window.context().commands().run(Command.READ_ONLY));
        assertThat(window.words("#project-state")).isEqualTo("read only");

        assertThat(window.onFx(() ->
                        window.context().project().apply(new TopologyEdit.RenameNetwork("media-network", "other"))))
                .isFalse();
        window.run(() -> window.context().commands().run(Command.CONTINUE));
        assertThat(window.onFx(
                        () -> window.desktop().window().wizard().shownProperty().get()))
                .isFalse();
        window.run(() -> window.context().map().arrangeAll());
        assertThat(Folders.contents(sample)).isEqualTo(before);
        assertThat(Files.exists(sample.resolve(".bulkhead"))).isFalse();

        window.run(() -> window.context().commands().run(Command.READ_ONLY));
        assertThat(window.words("#project-state")).isEqualTo("saved");
    }

    private static String project(TestWindow window) {
        return window.onFx(
                () -> window.context().project().topologyProperty().get().project());
    }
}
