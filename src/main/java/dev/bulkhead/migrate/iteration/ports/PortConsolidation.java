package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.proxy.ProxyServer;
import java.util.List;

/** Iteration 2: published ports become routes of the reverse proxy, one service at a time. */
public final class PortConsolidation implements Iteration {

    private final Playbook playbook;

    /** Works in the order and with the knowledge of a playbook. */
    public PortConsolidation(Playbook playbook) {
        this.playbook = playbook;
    }

    @Override
    public Playbook playbook() {
        return playbook;
    }

    @Override
    public List<Question> questions(IterationInput input) {
        PortInventory inventory = new PortInventory(input, playbook.ports());
        return PortQuestions.of(
                inventory.ports(),
                LanDomain.proposed(inventory.proxies().routes()),
                RouteMaker.proxy(inventory.proxies()).map(ProxyServer::key));
    }

    @Override
    public Goal goal(IterationInput input, Answers answers) throws AnswersException {
        return new PortDesigner(input, new PortInventory(input, playbook.ports()), answers).goal();
    }
}
