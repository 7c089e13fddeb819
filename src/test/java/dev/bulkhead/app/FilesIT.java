package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.model.CentreView;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typing in the files beside the picture. */
@WithWindow
class FilesIT {

    private static final String FILE = "servarr/docker-compose.yml";
    private static final String NEW =
            "  whoami:\n    image: traefik/whoami:v1.10\n    networks:\n      - media-network\n";

    @SuppressWarnings("NullAway.Init")
    private Path sample;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void openAFile(TestWindow window) {
        sample = window.openSample();
        window.run(() -> window.context().navigation().show(CentreView.FILES));
        window.onFx(() -> {
            ListView<String> names = window.robot().lookup(".bh-file-list").queryAs(ListView.class);
            names.getSelectionModel().select(FILE);
            return names;
        });
        window.settle();
    }

    @Test
    void whatIsTypedIsAnEditThatThePictureFollowsAndUndoTakesBack(TestWindow window) {
        Map<String, String> before = Folders.contents(sample);
        insertAfter(window, "services:\n", NEW);
        window.await("the new service", () -> has(window, "whoami"));
        assertThat(window.words("#files-note")).isEqualTo("4 unsaved lines");
        assertThat(window.onFx(
                        () -> window.context().project().undoTitleProperty().get()))
                .endsWith(" of " + FILE);
        assertThat(Folders.contents(sample)).isEqualTo(before);

        window.onFx(() -> {
            area(window).requestFocus();
            return true;
        });
        window.robot().push(KeyCode.CONTROL, KeyCode.Z);
        window.settle();
        assertThat(has(window, "whoami")).isFalse();
        assertThat(text(window)).isEqualTo(before.get(FILE));
    }

    @Test
    void aTextThatCannotBeReadStaysWithItsReasonUntilItCan(TestWindow window) {
        insertAfter(window, "services:\n", "  broken: [\n");
        window.await("the reason", () -> window.words("#files-note").equals("not taken over yet"));
        assertThat(window.words("#files-words")).startsWith(FILE + ":");
        assertThat(window.onFx(() -> window.context().project().dirtyProperty().get()))
                .isFalse();
        assertThat(text(window)).contains("broken: [");

        window.onFx(() -> {
            int at = area(window).getText().indexOf("  broken: [\n");
            area(window).replaceText(at, at + "  broken: [\n".length(), NEW);
            return at;
        });
        window.await("the new service", () -> has(window, "whoami"));
        assertThat(window.words("#files-note")).isEqualTo("4 unsaved lines");
    }

    @Test
    void leavingAsksAboutATextThatIsNoEditYet(TestWindow window) {
        insertAfter(window, "services:\n", "  broken: [\n");
        window.await("the reason", () -> window.words("#files-note").equals("not taken over yet"));
        window.run(() -> {
            Stage stage = window.desktop().stage();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        assertThat(window.shown("Give up what was typed?")).isTrue();
        assertThat(window.desktop().stage().isShowing()).isTrue();

        window.click("Cancel");
        assertThat(text(window)).contains("broken: [");
    }

    @Test
    void whatIsTypedAtOnePlaceIsOneStep(TestWindow window) {
        insertAfter(window, "services:\n", NEW);
        window.await("the new service", () -> has(window, "whoami"));
        insertAfter(window, "services:\n  who", "ever");
        window.await("the renamed service", () -> has(window, "whoeverami"));

        assertThat(window.onFx(
                        () -> window.context().project().historyProperty().get().steps()))
                .hasSize(1);
    }

    @Test
    void anEditOfTheMapIsNotTypedOver(TestWindow window) {
        insertAfter(window, "services:\n", "  broken: [\n");
        window.await("the reason", () -> window.words("#files-note").equals("not taken over yet"));
        window.run(() -> window.context().project().apply(new TopologyEdit.Detach("sonarr", "media-network")));
        window.run(() -> window.context().project().apply(new TopologyEdit.RenameNetwork("media-network", "other")));
        String now = window.onFx(() -> window.context()
                .project()
                .projectProperty()
                .get()
                .orElseThrow()
                .file(FILE)
                .orElseThrow()
                .text());
        insertAfter(window, "services:\n", "# still typing\n");
        window.await("the conflict", () -> window.words("#files-words").contains("holds another text by now"));

        window.onFx(() -> {
            area(window).requestFocus();
            return true;
        });
        window.robot().push(KeyCode.ESCAPE);
        window.settle();
        assertThat(text(window)).isEqualTo(now);
    }

    private static CodeArea area(TestWindow window) {
        return window.robot().lookup("#files-text .code-area").queryAs(CodeArea.class);
    }

    private static String text(TestWindow window) {
        return window.onFx(() -> area(window).getText());
    }

    private static void insertAfter(TestWindow window, String place, String text) {
        window.onFx(() -> {
            CodeArea area = area(window);
            area.insertText(area.getText().indexOf(place) + place.length(), text);
            return true;
        });
        window.settle();
    }

    private static boolean has(TestWindow window, String service) {
        return window.onFx(() -> window.context()
                .project()
                .topologyProperty()
                .get()
                .service(service)
                .isPresent());
    }
}
