package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.Proposers;
import java.util.Map;

/** Proposers of secrets management: what others see moves into files of its own, one service at a time. */
public final class SecretProposers {

    private SecretProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                Map.of("open-secrets", (from, _) -> SecretQuestions.of(new SecretCases(from.project()).all())),
                Map.of("secret-phases", SecretProposers::phases));
    }

    private static void phases(GoalDraft draft, Answers answers) throws AnswersException {
        new SecretDesigner(draft.input(), answers).design(draft);
    }
}
