package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All capabilities are dropped, and those are given back that the image is known to need. */
final class CapabilitiesMeasure implements Measure {

    @Override
    public String id() {
        return "capabilities";
    }

    @Override
    public String title() {
        return "Whose capabilities are taken?";
    }

    @Override
    public String help() {
        return "All capabilities are dropped, and those are given back that the image is known to need. It is offered only where that is known.";
    }

    @Override
    public String label() {
        return "Only what it needs";
    }

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.texts("cap_drop").stream().anyMatch("ALL"::equalsIgnoreCase)) {
            return new Outcome.Held();
        }
        if (facts.privileged()) {
            return new Outcome.Withheld("it is privileged and has them all; take that away first");
        }
        Optional<List<String>> needed = facts.needs().capabilities();
        if (needed.isEmpty()) {
            return new Outcome.Withheld("it is not known which its image needs");
        }
        List<String> present = facts.texts("cap_add").stream()
                .map(cap -> cap.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", ""))
                .toList();
        List<ProjectEdit> edits = new ArrayList<>();
        edits.add(facts.add(FieldValue.text("ALL"), "cap_drop"));
        needed.get().stream()
                .filter(cap -> !present.contains(cap))
                .forEach(cap -> edits.add(facts.add(FieldValue.text(cap), "cap_add")));
        List<String> kept = new ArrayList<>(present);
        needed.get().stream().filter(cap -> !present.contains(cap)).forEach(kept::add);
        return new Outcome.Offered(
                kept.isEmpty() ? "Its image is known to need none." : "It keeps " + String.join(", ", kept) + ".",
                writes(facts)
                        ? "Files of other users on its mounts become closed to it; it may not start."
                        : "A use of its image that is not the usual one may fail.",
                !writes(facts),
                edits);
    }

    /** Without DAC_OVERRIDE root may write only what is its own. */
    private static boolean writes(ServiceFacts facts) {
        boolean overrides = facts.needs().capabilities().orElse(List.of()).contains("DAC_OVERRIDE");
        boolean root = facts.sight().map(sight -> sight.look().user().isEmpty()).orElse(true);
        return root
                && !overrides
                && facts.container().hostAccess().mounts().stream()
                        .anyMatch(mount -> !mount.host().endsWith("docker.sock"));
    }
}
