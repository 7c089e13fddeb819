package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.layout.PlacesChange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Undo and redo of a document as a line of moments, so that undo gives the very same bytes.
 *
 * <p>What it holds is bounded in bytes, not in steps: moments near the present one are kept as they are, those further away
 * as the texts of their files alone, of which each is held once; they are read again when they are gone back to. Only where
 * even the texts are too much are the oldest steps given up.
 */
final class EditHistory {

    /** Bytes of projects as read, by a rough estimate, that are kept around the present moment. */
    private static final long PROJECT_BYTES = 64L * 1024 * 1024;

    /** Bytes of texts that are kept for all steps together. */
    private static final long TEXT_BYTES = 64L * 1024 * 1024;

    /** How much more memory a project takes than the text it was read from: nodes, places, topology. */
    private static final int PROJECT_FACTOR = 24;

    /** A moment of the document that can be gone back to. */
    sealed interface Moment {

        /** A moment as it was. */
        record Whole(DocumentState state) implements Moment {}

        /**
         * The files of a moment.
         *
         * @param files the text of every Compose file the project was read from, and of every file that edits changed
         * @param edited what edits changed
         */
        record Texts(Map<Path, Optional<String>> files, FileStates edited) implements Moment {

            /**
             * Returns the moment as a whole again.
             *
             * @throws IllegalStateException if it cannot be read any more, because of files on disk that no edit touched
             */
            DocumentState read(FileTree disk, ComposeRequest request) {
                Map<Path, Optional<byte[]>> bytes = new HashMap<>();
                files.forEach((path, text) -> bytes.put(path, text.map(t -> t.getBytes(StandardCharsets.UTF_8))));
                try {
                    FileTree then = OverlayFileTree.withAbsent(disk, bytes);
                    return new DocumentState(new ComposeLoader(then).load(request), edited);
                } catch (ComposeException unreadable) {
                    throw new IllegalStateException(
                            "This step cannot be gone back to: " + unreadable.getMessage(), unreadable);
                }
            }
        }
    }

    private record Step(DocumentEdit edit, PlacesChange places, Moment after) {}

    private final long projectBytes;
    private final long textBytes;
    private final List<Step> steps = new ArrayList<>();
    private Moment first;
    private int done;
    private int saved;

    EditHistory(DocumentState opened) {
        this(opened, PROJECT_BYTES, TEXT_BYTES);
    }

    EditHistory(DocumentState opened, long projectBytes, long textBytes) {
        this.first = new Moment.Whole(opened);
        this.projectBytes = projectBytes;
        this.textBytes = textBytes;
    }

    /** Adds an edit that led to a state, to the step before where one goes on typing at one place; what was undone before can no longer be done again. */
    void add(DocumentEdit edit, DocumentState after) {
        if (saved > done) {
            saved = -1;
        }
        steps.subList(done, steps.size()).clear();
        Optional<DocumentEdit> typed = done > 0 && saved != done
                ? DocumentEdit.OfTexts.asOne(steps.get(done - 1).edit(), edit)
                : Optional.empty();
        if (typed.isPresent()) {
            steps.set(done - 1, new Step(typed.get(), PlacesChange.NONE, new Moment.Whole(after)));
        } else {
            steps.add(new Step(edit, PlacesChange.NONE, new Moment.Whole(after)));
            done++;
        }
        shrink();
    }

    /** Adds what the last edit changed on the map; there has to be one. */
    void placed(PlacesChange places) {
        Step last = steps.get(done - 1);
        steps.set(done - 1, new Step(last.edit(), places, last.after()));
    }

    /** Returns what the edit that is undone or done again changed on the map; there has to be one. */
    PlacesChange places(DocumentChange.Kind kind) {
        return steps.get(kind == DocumentChange.Kind.UNDONE ? done - 1 : done).places();
    }

    DocumentHistory steps() {
        return new DocumentHistory(
                steps.stream().map(step -> step.edit().title()).toList(), done, saved);
    }

    /** Returns the moment before the last edit; there has to be one. */
    Moment earlier() {
        return moment(done - 1);
    }

    /** Returns the moment after the last edit that was undone; there has to be one. */
    Moment later() {
        return moment(done + 1);
    }

    /** Notes that the document went back to the earlier moment. */
    void undone(DocumentState state) {
        done--;
        put(done, new Moment.Whole(state));
        shrink();
    }

    /** Notes that the document went on to the later moment. */
    void redone(DocumentState state) {
        done++;
        put(done, new Moment.Whole(state));
        shrink();
    }

    /** Notes that the files on disk hold the present moment. */
    void saved() {
        saved = done;
    }

    /** Forgets all edits; the document begins anew. */
    void clear(DocumentState opened) {
        steps.clear();
        first = new Moment.Whole(opened);
        done = 0;
        saved = 0;
    }

    /** Returns the edits since the files were saved; empty if undo went back past that moment. */
    Optional<List<DocumentEdit>> editsSinceSaved() {
        return saved < 0 || saved > done
                ? Optional.empty()
                : Optional.of(
                        steps.subList(saved, done).stream().map(Step::edit).toList());
    }

    private Moment moment(int index) {
        return index == 0 ? first : steps.get(index - 1).after();
    }

    private void put(int index, Moment moment) {
        if (index == 0) {
            first = moment;
        } else {
            Step step = steps.get(index - 1);
            steps.set(index - 1, new Step(step.edit(), step.places(), moment));
        }
    }

    private void shrink() {
        long kept = 0;
        for (int distance = 0; distance <= steps.size(); distance++) {
            for (int index : distance == 0 ? List.of(done) : List.of(done - distance, done + distance)) {
                if (index >= 0 && index <= steps.size() && moment(index) instanceof Moment.Whole(DocumentState state)) {
                    kept += size(state) * PROJECT_FACTOR;
                    if (kept > projectBytes && index != done) {
                        put(index, texts(state));
                    }
                }
            }
        }
        share();
        while (textsHeld() > textBytes && done > 1) {
            first = steps.removeFirst().after();
            done--;
            saved = Math.max(-1, saved - 1);
        }
    }

    private static long size(DocumentState state) {
        return state.project().files().stream()
                .mapToLong(f -> f.text().length())
                .sum();
    }

    private static Moment texts(DocumentState state) {
        Map<Path, Optional<String>> files = new TreeMap<>();
        state.project().files().forEach(file -> files.put(file.path(), Optional.of(file.text())));
        files.putAll(state.edited().texts());
        return new Moment.Texts(files, state.edited());
    }

    /** Holds each text once: most files are the same in most moments. */
    private void share() {
        Map<Optional<String>, Optional<String>> known = new HashMap<>();
        for (int index = 0; index <= steps.size(); index++) {
            if (moment(index) instanceof Moment.Texts(Map<Path, Optional<String>> files, FileStates _)) {
                files.replaceAll((_, text) -> known.computeIfAbsent(text, same -> same));
            }
        }
    }

    private long textsHeld() {
        IdentityHashMap<String, Boolean> seen = new IdentityHashMap<>();
        long held = 0;
        for (int index = 0; index <= steps.size(); index++) {
            if (moment(index) instanceof Moment.Texts(Map<Path, Optional<String>> files, FileStates _)) {
                for (Optional<String> text : files.values()) {
                    if (text.isPresent() && seen.put(text.get(), true) == null) {
                        held += 2L * text.get().length();
                    }
                }
            }
        }
        return held;
    }
}
