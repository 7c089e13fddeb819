package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.diff.DiffLine;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.model.CentreView;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.TreeView;
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
    void openAFile(TestWindow window) {
        sample = window.openSample();
        window.run(() -> window.context().navigation().show(CentreView.FILES));
        window.run(() -> choose(window, FILE));
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

    @Test
    void theSelectedServiceIsTypedInBesideThePicture(TestWindow window) {
        window.run(() -> window.context().navigation().show(CentreView.MAP));
        window.run(() -> window.context().map().select(Element.service("sonarr")));
        window.click("#inspector-text");
        CodeArea area = window.robot().lookup("#selected-text .code-area").queryAs(CodeArea.class);
        assertThat(window.onFx(() -> area.getText())).contains("  sonarr:\n").doesNotContain("radarr:");

        window.run(() -> {
            int at = area.getText().indexOf("sonarr:");
            area.replaceText(at, at + "sonarr".length(), "series");
        });
        window.await("the service of the new name", () -> has(window, "series"));
        assertThat(window.onFx(() -> window.context().map().selection())).containsExactly(Element.service("series"));
        assertThat(window.onFx(() -> area.getText())).contains("  series:\n");

        window.run(() -> area.appendText("\n    broken: ["));
        window.await("the reason", () -> window.words("#selected-note").equals("not taken over yet"));
        window.run(area::requestFocus);
        window.robot().push(KeyCode.ESCAPE);
        window.settle();
        assertThat(window.words("#selected-note")).isEqualTo("1 unsaved line");
        window.run(() -> window.context().project().undo());
        assertThat(has(window, "sonarr")).isTrue();
    }

    @Test
    void variablesAndRulesAreAmongTheFilesAndChangesAreSeenBesideTheOldText(TestWindow window) {
        window.run(() -> choose(window, ".env"));
        insertAfter(window, "", "PUID=4711\n");
        window.await(
                "the step", () -> window.context().project().dirtyProperty().get());
        window.click("#files-changes");
        window.click("Side by side");
        assertThat(window.onFx(() -> window.robot()
                        .lookup("#files-view .bh-diff-view")
                        .<DiffView>query()
                        .lines()))
                .contains(new DiffLine.Added(1, "PUID=4711"));
        assertThat(window.shown("#files-view .bh-diff-view")).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static void choose(TestWindow window, String file) {
        TreeView<Object> tree = window.robot().lookup("#files-tree").queryAs(TreeView.class);
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            if (tree.getTreeItem(row).getValue().toString().contains("Optional[" + file + "]")) {
                tree.getSelectionModel().select(row);
                return;
            }
        }
        throw new AssertionError(file + " is not in the tree");
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
