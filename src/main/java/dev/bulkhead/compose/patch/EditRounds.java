package dev.bulkhead.compose.patch;

import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rounds of edits of one kind, each of another service: such edits do not touch each other, so that one reading of the
 * result can verify a whole round. Reading a project of hundreds of services once for each of hundreds of edits took minutes.
 */
final class EditRounds {

    private EditRounds() {}

    /** Returns the edits in an order of the same meaning in which rounds are long; those of one service keep their order. */
    static List<ProjectEdit> of(List<? extends ProjectEdit> edits) {
        List<ProjectEdit> ordered = new ArrayList<>();
        for (int at = 0; at < edits.size(); ) {
            int end = at + 1;
            while (end < edits.size() && alike(edits.get(at), edits.get(end))) {
                end++;
            }
            ordered.addAll(rounds(edits.subList(at, end)));
            at = end;
        }
        return ordered;
    }

    /** The first edits of all services, then their second ones, and so on. */
    private static List<ProjectEdit> rounds(List<? extends ProjectEdit> alike) {
        List<List<ProjectEdit>> rounds = new ArrayList<>();
        Map<Optional<String>, Integer> seen = new HashMap<>();
        for (ProjectEdit edit : alike) {
            int round = seen.merge(service(edit), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(edit);
        }
        return rounds.stream().flatMap(List::stream).toList();
    }

    /** Returns the edits from a place on that make one round, not more than so many. */
    static List<TopologyEdit> next(List<ProjectEdit> edits, int from, int most) {
        List<TopologyEdit> round = new ArrayList<>();
        Set<Optional<String>> services = new LinkedHashSet<>();
        for (int i = from; i < edits.size() && round.size() < most; i++) {
            if (!(edits.get(i) instanceof TopologyEdit edit)
                    || service(edit).isEmpty()
                    || !alike(edits.get(from), edit)
                    || !services.add(service(edit))) {
                break;
            }
            round.add(edit);
        }
        return round;
    }

    private static boolean alike(ProjectEdit one, ProjectEdit other) {
        return one.getClass() == other.getClass()
                && service(one).isPresent()
                && service(other).isPresent();
    }

    /** Returns the service of an edit whose text stands with that service alone. */
    private static Optional<String> service(ProjectEdit edit) {
        return switch (edit) {
            case TopologyEdit.Attach attach -> Optional.of(attach.service());
            case TopologyEdit.Detach detach -> Optional.of(detach.service());
            case TopologyEdit.Publish publish -> Optional.of(publish.service());
            case TopologyEdit.Unpublish unpublish -> Optional.of(unpublish.service());
            default -> Optional.empty();
        };
    }
}
