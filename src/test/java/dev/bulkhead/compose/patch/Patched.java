package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A project in memory and what edits make of its files. */
final class Patched {

    private static final Path DIRECTORY = Path.of("/a-project-in-memory/app").toAbsolutePath();

    private final Map<String, String> files;

    private Patched(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    /** A project of one file. */
    static Patched compose(String text) {
        return new Patched(Map.of("compose.yaml", text));
    }

    static Patched files(Map<String, String> files) {
        return new Patched(files);
    }

    /** Returns the main file's text after an edit. */
    String after(ProjectEdit edit) throws EditRejectedException {
        return allAfter(edit).getOrDefault("compose.yaml", "unchanged");
    }

    /** Returns the texts of the files that an edit changes, by name, having checked what it promises. */
    Map<String, String> allAfter(ProjectEdit edit) throws EditRejectedException {
        Patch patch = patch(edit);
        Map<String, String> texts = new TreeMap<>();
        for (TextChange change : patch.changes()) {
            assertThat(change.before().orElse("")).isEqualTo(files.getOrDefault(change.name(), ""));
            texts.put(change.name(), change.after().orElseThrow());
        }
        return texts;
    }

    Patch patch(ProjectEdit edit) throws EditRejectedException {
        return new ComposePatcher(tree()).patch(project(), edit);
    }

    /** Returns the sentence an edit is refused with. */
    String refusal(ProjectEdit edit) {
        EditRejectedException refusal = catchThrowableOfType(EditRejectedException.class, () -> patch(edit));
        assertThat(refusal).as("refusal of %s", edit.describe()).isNotNull();
        return String.valueOf(refusal.getMessage());
    }

    ComposeProject project() {
        try {
            return new ComposeLoader(tree()).load(ComposeRequest.of(DIRECTORY));
        } catch (ComposeException unreadable) {
            throw new AssertionError(unreadable.getMessage(), unreadable);
        }
    }

    private FileTree tree() {
        Map<Path, byte[]> contents = new HashMap<>();
        files.forEach((name, text) -> contents.put(DIRECTORY.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
        return new OverlayFileTree(new DiskFileTree(), contents);
    }
}
