package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.Proposers;
import dev.bulkhead.migrate.playbook.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposers of TLS: certificates for the names of routes, and HTTPS for each. */
public final class TlsProposers {

    private TlsProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                Map.of("certificates", TlsProposers::questions), Map.of("tls-phases", TlsProposers::phases));
    }

    private static List<Question> questions(ProposalInput input, Optional<Question> stated) {
        return TlsQuestions.of(TlsScene.of(input.project(), input.evidence()));
    }

    private static void phases(GoalDraft draft, Answers answers) throws AnswersException {
        ProposalInput input = draft.input();
        TlsScene scene = TlsScene.of(input.project(), input.evidence())
                .orElseThrow(() -> new AnswersException("The project has no reverse proxy that Bulkhead can tell of"
                        + " certificates: it knows Traefik, and Caddy with labels or a Caddyfile. Add one and give it routes"
                        + " (iteration 2); nothing is encrypted without it."));
        new TlsDesigner(scene, answers).design(draft);
    }
}
