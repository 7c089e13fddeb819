package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.migrate.iteration.Proposers;
import java.util.Map;

/** Proposers of hardening: what each service can do without, one service at a time. */
public final class HardeningProposers {

    private HardeningProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                        Map.of("hardening-choices", (input, stated) -> HardeningQuestions.of(ServiceFacts.of(input))),
                        Map.of("hardening-phases", (draft, answers) -> new HardeningDesigner(draft, answers).design()))
                .lookingInside();
    }
}
