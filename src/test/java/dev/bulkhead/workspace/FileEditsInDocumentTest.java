package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.patch.ComposePatcher;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.FieldEdit.SetField;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit.DeleteFile;
import dev.bulkhead.topology.edit.FileEdit.MoveFile;
import dev.bulkhead.topology.edit.FileEdit.ReplaceText;
import dev.bulkhead.topology.edit.FileEdit.SetFileMode;
import dev.bulkhead.topology.edit.FileEdit.WriteFile;
import dev.bulkhead.topology.edit.FileMode;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEditsInDocumentTest {

    private static final String TEXT = """
            services:
              web:
                image: nginx:1
                env_file: old.env
            """;

    @TempDir
    Path directory = Path.of(".");

    @BeforeEach
    void project() throws IOException {
        write("compose.yaml", TEXT, "rw-r--r--");
        write("old.env", "A=1\n", "rw-r-----");
        write("gone.conf", "listen 80\n", "rw-r--r--");
    }

    private void write(String name, String text, String mode) throws IOException {
        Files.writeString(directory.resolve(name), text);
        Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString(mode));
    }

    private TopologyDocument open() throws Exception {
        return TopologyDocument.open(ComposeRequest.of(directory), new DiskFileTree());
    }

    private Map<String, String> disk() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (!name.startsWith(".bulkhead")) {
                    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                    files.put(name, mode + " " + Files.readString(file));
                }
            }
        }
        return files;
    }

    @Test
    void aBatchOfFilesAndFieldsIsOneChangeAndIsUndoneToTheSameBytesAndModes() throws Exception {
        Map<String, String> before = disk();
        TopologyDocument document = open();

        document.apply(new ProjectEdit.Series(
                "tidy up",
                List.of(
                        new MoveFile("old.env", "config/web.env"),
                        new ReplaceText("compose.yaml", "old.env", "config/web.env"),
                        new WriteFile("secrets/token.txt", "s3cret\n", Optional.of(FileMode.OWNER_ONLY)),
                        new DeleteFile("gone.conf"),
                        new SetFileMode("compose.yaml", new FileMode("640")),
                        new SetField(Element.service("web").field("mem_limit"), FieldValue.text("64m")))));
        assertThat(disk()).isEqualTo(before);
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);

        assertThat(disk())
                .isEqualTo(Map.of(
                        "compose.yaml", "rw-r----- " + TEXT.replace("old", "config/web") + "    mem_limit: 64m\n",
                        "config/web.env", "rw-r----- A=1\n",
                        "secrets/token.txt", "rw------- s3cret\n"));
        assertThat(document.dirty()).isFalse();

        document.undo();
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
        assertThat(disk()).isEqualTo(before);

        document.redo();
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
        assertThat(disk()).hasSize(3).containsEntry("secrets/token.txt", "rw------- s3cret\n");
    }

    @Test
    void aFileOutsideTheProjectOrOneThatWouldBreakItIsRefused() throws Exception {
        TopologyDocument document = open();

        assertThatThrownBy(() -> document.apply(new WriteFile("../x", "")))
                .hasMessage("Cannot write ../x: ../x lies outside the project directory; name a file inside it.");
        assertThatThrownBy(() -> document.apply(new DeleteFile("compose.yaml")))
                .hasMessageStartingWith("Cannot delete compose.yaml: the changed files would not be accepted: ");
        assertThatThrownBy(() -> document.apply(new ReplaceText("compose.yaml", "e", "f")))
                .hasMessage(
                        "Cannot change compose.yaml: the text to be replaced stands there more than once; name more of"
                                + " it.");
        assertThat(document.dirty()).isFalse();
    }

    @Test
    void aSaveDoesTheEditsAgainWhereAnotherFileOfTheProjectChangedMeanwhile() throws Exception {
        write("compose.override.yaml", "services:\n  web:\n    user: a\n", "rw-r--r--");
        TopologyDocument document = open();
        document.apply(new SetField(Element.service("web").field("image"), FieldValue.text("nginx:2")));
        BaseRevision base = BaseRevision.of(document.savedTexts());
        write("compose.override.yaml", "services:\n  web:\n    image: caddy:1\n", "rw-r--r--");

        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);

        assertThat(disk())
                .containsEntry("compose.yaml", "rw-r--r-- " + TEXT)
                .containsEntry("compose.override.yaml", "rw-r--r-- services:\n  web:\n    image: nginx:2\n");
        assertThat(BaseRevision.of(document.savedTexts())).isNotEqualTo(base);
    }

    @Test
    void aHistoryOfManyStepsFitsIntoLittleMemoryAndGoesBackToTheFirst() throws Exception {
        DocumentState opened = DocumentState.opened(open().project());
        EditHistory history = new EditHistory(opened, 1, 10_000);
        DocumentState state = opened;
        for (int i = 0; i < 20; i++) {
            ProjectEdit edit = new SetField(Element.service("web").field("user"), FieldValue.text("u" + i));
            state = state.after(new ComposePatcher(new DiskFileTree()).patch(state.project(), edit));
            history.add(new DocumentEdit.OfProject(edit), state);
        }

        for (int i = 0; i < 20; i++) {
            state = switch (history.earlier()) {
                case EditHistory.Moment.Whole(DocumentState whole) -> whole;
                case EditHistory.Moment.Texts texts ->
                    texts.read(new DiskFileTree(), opened.project().request());
            };
            history.undone(state);
        }
        assertThat(history.steps().undoTitle()).isEmpty();
        assertThat(state.project().files()).isEqualTo(opened.project().files());
        assertThat(history.steps().redoTitle()).contains("set user of web");
    }
}
