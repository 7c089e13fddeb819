package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verification of changed text: reads it again and compares what it means with what was asked for. */
final class Verification {

    private final ComposeProject project;
    private final FileTree files;
    private final Meaning wanted;

    Verification(ComposeProject project, FileTree files, Meaning wanted) {
        this.project = project;
        this.files = files;
        this.wanted = wanted;
    }

    /**
     * Returns a draft as a patch.
     *
     * @throws EditRejectedException if the changed text does not mean exactly what was asked for
     */
    Patch verify(Draft draft) throws EditRejectedException {
        List<TextChange> changes = changes(draft);
        Map<Path, byte[]> texts = new HashMap<>();
        project.files().forEach(f -> texts.put(f.path(), bytes(f.text())));
        changes.forEach(c -> c.after().ifPresent(after -> texts.put(c.path(), bytes(after))));
        Meaning.Reading after;
        try {
            after = wanted.read(new ComposeLoader(new OverlayFileTree(files, texts)), project.request());
        } catch (ComposeException unreadable) {
            throw new EditRejectedException("the changed files would not be accepted: " + unreadable.getMessage());
        }
        Optional<LoadProblem> fresh = fresh(project, after.project());
        if (fresh.isPresent()) {
            throw new EditRejectedException("the changed files would not be accepted: "
                    + fresh.get().toException().getMessage());
        }
        wanted.compare(after, changes);
        return new Patch(changes, draft.note().stream().toList(), after.project());
    }

    /** Returns the first fault that a changed project has and the project before it had not. */
    static Optional<LoadProblem> fresh(ComposeProject before, ComposeProject after) {
        return after.problems().stream()
                .filter(p -> before.problems().stream().noneMatch(old -> same(old, p)))
                .findFirst();
    }

    private List<TextChange> changes(Draft draft) throws EditRejectedException {
        List<TextChange> changes = new ArrayList<>();
        for (Map.Entry<String, List<Splice>> entry : draft.splices().entrySet()) {
            ComposeFile file = project.file(entry.getKey()).orElseThrow();
            String after = Splice.apply(file.text(), entry.getValue());
            if (!after.equals(file.text())) {
                changes.add(new TextChange(file.path(), file.name(), Optional.of(file.text()), Optional.of(after)));
            }
        }
        for (Map.Entry<Path, String> entry : draft.others().entrySet()) {
            changes.add(new TextChange(
                    entry.getKey(), name(entry.getKey()), present(entry.getKey()), Optional.of(entry.getValue())));
        }
        changes.sort(Comparator.comparing(TextChange::name));
        return changes;
    }

    private Optional<String> present(Path file) throws EditRejectedException {
        try {
            return files.isFile(file)
                    ? Optional.of(new String(files.read(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new EditRejectedException(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private String name(Path file) {
        return project.directory().relativize(file).toString().replace('\\', '/');
    }

    private static boolean same(LoadProblem a, LoadProblem b) {
        return a.rule() == b.rule()
                && a.subjects().equals(b.subjects())
                && a.message().equals(b.message());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
