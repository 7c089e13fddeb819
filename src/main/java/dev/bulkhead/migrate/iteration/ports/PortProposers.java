package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.Proposers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.proxy.ProxyServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposers of port consolidation: published ports become routes of the reverse proxy, one service at a time. */
public final class PortProposers {

    private PortProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                Map.of("published-ports", PortProposers::questions), Map.of("port-phases", PortProposers::phases));
    }

    private static List<Question> questions(ProposalInput input, Optional<Question> stated) {
        PortInventory inventory = inventory(input);
        return PortQuestions.of(
                inventory.ports(),
                LanDomain.proposed(inventory.proxies().routes()),
                RouteMaker.proxy(inventory.proxies()).map(ProxyServer::key));
    }

    private static void phases(GoalDraft draft, Answers answers) throws AnswersException {
        new PortDesigner(draft.input().project(), inventory(draft.input()), answers).design(draft);
    }

    private static PortInventory inventory(ProposalInput input) {
        return new PortInventory(input.project(), input.playbook().ports());
    }
}
