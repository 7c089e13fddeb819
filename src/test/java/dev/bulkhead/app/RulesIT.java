package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.code.CodeEditor;
import dev.bulkhead.ui.model.CentreView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The operator's rules: written, demanded of a cell, proposed; checked, undone and saved. */
@WithWindow
class RulesIT {

    @Test
    void aRuleThatIsTypedIsCheckedAndSaved(TestWindow window) throws Exception {
        Path rules = window.openSample().resolve("bulkhead.yml");
        String before = Files.readString(rules);
        write(window, "  - must-not: ");
        window.robot().type(KeyCode.B, KeyCode.A, KeyCode.Z);
        window.await("the names", () -> window.shown("#rules-completion"));
        window.robot().type(KeyCode.ENTER);
        insert(window, " -> sonarr\n");
        window.await(
                "the broken rule",
                () -> window.onFx(() -> window.context().project().findings().stream()
                        .anyMatch(finding -> finding.message().contains("must-not: bazarr -> sonarr"))));

        assertThat(rules).hasContent(before);
        window.robot().push(KeyCode.CONTROL, KeyCode.S);
        window.await("the file", () -> !read(rules).equals(before));
        assertThat(read(rules)).isEqualTo(before.replace("\nexposure:", "\n  - must-not: bazarr -> sonarr\nexposure:"));
    }

    @Test
    void undoTakesARuleBack(TestWindow window) throws Exception {
        window.openSample();
        String before = text(window);
        write(window, "  - must: sonarr -> lan\n");
        window.await(
                "the edit",
                () -> window.onFx(() ->
                        window.context().project().undoTitleProperty().get().equals("edit the rules")));
        window.robot().push(KeyCode.CONTROL, KeyCode.Z);

        window.await("the text before", () -> text(window).equals(before));
        assertThat(window.onFx(() -> window.context().project().dirtyProperty().get()))
                .isFalse();
    }

    @Test
    void aCellOfTheMatrixBecomesARule(TestWindow window) {
        window.openSample();
        window.run(() -> window.context().navigation().viewProperty().set(CentreView.REACH));
        window.await("the matrix", () -> window.shown("#reach-grid"));
        // left of the middle and below it, where a cell of two different services is
        window.robot().rightClickOn(window.robot().offset("#reach-grid", -150, 28));
        window.await("the menu", () -> window.shown(".context-menu"));
        window.robot().type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);

        window.await(
                "the rule",
                () -> window.onFx(() ->
                        window.context().project().undoTitleProperty().get().equals("add a rule")));
        assertThat(window.onFx(() -> window.context().project().rulesText().orElse("")))
                .containsPattern("  - must-not: \\S+ -> \\S+\n");
    }

    @Test
    void proposedRulesAreAddedAsOneEdit(TestWindow window) throws Exception {
        Path project = Files.createDirectories(window.folder().resolve("small"));
        Files.writeString(project.resolve("compose.yaml"), """
                services:
                  app:
                    image: ghcr.io/acme/app:1
                    environment:
                      DATABASE_URL: postgres://db:5432/app
                    depends_on: [db]
                  db:
                    image: postgres:17
                """);
        window.openProject(project);
        window.run(() -> window.context().navigation().viewProperty().set(CentreView.RULES));
        window.click("#rules-propose");
        window.await("the proposals", () -> window.shown(".bh-proposals"));
        window.click("Add the chosen");

        window.await("the rules", () -> text(window).contains("must: app -> db:5432"));
        assertThat(text(window)).startsWith("version: 1\nrules:\n");
    }

    private static void write(TestWindow window, String text) {
        window.run(() -> window.context().navigation().viewProperty().set(CentreView.RULES));
        window.run(() -> {
            CodeEditor area = window.robot().lookup("#rules-text").queryAs(CodeEditor.class);
            area.requestFocus();
            area.moveTo(area.text().indexOf("\nexposure:") + 1);
        });
        insert(window, text);
    }

    private static void insert(TestWindow window, String text) {
        window.run(() -> {
            CodeEditor area = window.robot().lookup("#rules-text").queryAs(CodeEditor.class);
            area.replace(area.caret(), area.caret(), text);
        });
    }

    private static String text(TestWindow window) {
        return window.onFx(() -> window.context().project().rulesText().orElse(""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
