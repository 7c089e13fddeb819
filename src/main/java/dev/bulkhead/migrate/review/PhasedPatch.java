package dev.bulkhead.migrate.review;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.ComposePatcher;
import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.plan.PlanInput;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes of the files phase by phase.
 *
 * @param goal the phases, without those that stand for themselves and whose edits do not fit
 * @param leftOut which those are, and why, a sentence each
 * @param phases what each phase changes, from the end of the one before
 * @param whole all of it as one, from how the files are now
 */
record PhasedPatch(List<Phase> goal, List<String> leftOut, List<Patch> phases, Patch whole) {

    PhasedPatch {
        goal = List.copyOf(goal);
        leftOut = List.copyOf(leftOut);
        phases = List.copyOf(phases);
    }

    /** Returns what plans are made from: secret files that are there already are not written. */
    List<PlanInput.PhaseFiles> planned(FileTree disk, Path directory) {
        List<PlanInput.PhaseFiles> planned = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            planned.add(new PlanInput.PhaseFiles(
                    phases.get(i).after().topology(),
                    phases.get(i).changes(),
                    goal.get(i).secrets().stream()
                            .filter(file ->
                                    !disk.isFile(directory.resolve(file.name()).normalize()))
                            .toList()));
        }
        return List.copyOf(planned);
    }

    /**
     * Works out how the files read after each phase; nothing is written. A phase that stands for itself and whose edits do not
     * fit is left out with a note, as it would be taken back alone if it failed.
     *
     * @throws EditRejectedException if an edit does not fit of a phase on which others rest, or of all phases
     */
    static PhasedPatch of(FileTree disk, ComposeProject project, List<Phase> phases) throws EditRejectedException {
        Map<Path, TextChange> sum = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        List<Phase> fitting = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<Patch> patches = new ArrayList<>();
        ComposeProject now = project;
        Optional<EditRejectedException> refused = Optional.empty();
        for (Phase phase : phases) {
            Patch patch;
            try {
                patch = new ComposePatcher(over(disk, sum)).patch(now, phase.edit());
            } catch (EditRejectedException refusal) {
                if (phase.gates().otherwise() != Gates.Otherwise.PHASE) {
                    throw refusal;
                }
                refused = refused.or(() -> Optional.of(refusal));
                leftOut.add("'" + phase.title() + "' is left out: " + refusal.getMessage());
                continue;
            }
            fitting.add(phase);
            for (TextChange change : patch.changes()) {
                sum.merge(change.path(), change, TextChange::then);
            }
            patch.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
            patches.add(patch);
            now = patch.after();
        }
        if (fitting.isEmpty() && refused.isPresent()) {
            throw refused.get();
        }
        List<TextChange> changes = sum.values().stream()
                .filter(change -> !change.isEmpty())
                .sorted(Comparator.comparing(TextChange::name))
                .toList();
        return new PhasedPatch(fitting, leftOut, patches, new Patch(changes, notes, now));
    }

    private static FileTree over(FileTree disk, Map<Path, TextChange> changes) {
        Map<Path, Optional<byte[]>> texts = new HashMap<>();
        changes.forEach((path, change) -> texts.put(path, change.after().map(t -> t.getBytes(StandardCharsets.UTF_8))));
        return OverlayFileTree.withAbsent(disk, texts);
    }
}
