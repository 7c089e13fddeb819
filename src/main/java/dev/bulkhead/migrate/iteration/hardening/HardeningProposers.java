package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.Proposers;
import dev.bulkhead.migrate.iteration.hardening.backup.Backups;
import dev.bulkhead.migrate.playbook.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Proposers of hardening: what each service can do without, one service at a time. */
public final class HardeningProposers {

    private HardeningProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                        Map.of("hardening-choices", (input, stated) -> questions(input)),
                        Map.of("hardening-phases", (draft, answers) -> new HardeningDesigner(draft, answers).design()))
                .lookingInside();
    }

    private static List<Question> questions(ProposalInput input) {
        List<Question> questions = new ArrayList<>(HardeningQuestions.of(ServiceFacts.of(input)));
        questions.addAll(new Backups(input).questions());
        return questions;
    }
}
