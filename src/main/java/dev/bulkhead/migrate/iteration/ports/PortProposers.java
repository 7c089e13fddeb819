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
import java.util.SortedMap;
import java.util.TreeMap;

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
        String domain = LanDomain.proposed(inventory.proxies().routes());
        Optional<ProxyServer> proxy = inventory.proxies().entrance();
        RouteMaker routes =
                new RouteMaker(input.project().topology(), input.project().proxyFiles());
        SortedMap<String, String> obstacles = new TreeMap<>();
        for (HostedPort port : inventory.ports()) {
            if (proxy.isPresent() && PortQuestions.wantsRoute(port)) {
                obstacle(routes, port, proxy.get(), domain)
                        .ifPresent(sentence -> obstacles.put(port.question(), sentence));
            }
        }
        return new PortQuestions(proxy.map(ProxyServer::key), obstacles).of(inventory.ports(), domain);
    }

    /** Returns why the route that would be proposed cannot be made, on top of those proposed before it. */
    private static Optional<String> obstacle(RouteMaker routes, HostedPort port, ProxyServer proxy, String domain) {
        try {
            routes.make(port, proxy, LanDomain.whole(PortQuestions.label(port), domain));
            return Optional.empty();
        } catch (RouteMaker.NoRouteException e) {
            return Optional.of(e.sentence());
        }
    }

    private static void phases(GoalDraft draft, Answers answers) throws AnswersException {
        new PortDesigner(draft.input().project(), inventory(draft.input()), answers).design(draft);
    }

    private static PortInventory inventory(ProposalInput input) {
        return new PortInventory(input.project(), input.playbook().ports());
    }
}
