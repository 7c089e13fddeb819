package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.iteration.Proposers;
import java.util.Map;

/** Proposers of authentication: who has to sign in where, and the portal that asks for it. */
public final class AuthProposers {

    private AuthProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                Map.of("access-matrix", (input, stated) -> new AuthQuestions(new Entrances(input)).all()),
                Map.of("portal-phases", (draft, answers) -> new AuthDesigner(draft.input(), answers).design(draft)));
    }
}
