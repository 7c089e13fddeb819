package dev.bulkhead.migrate.iteration.span;

import dev.bulkhead.engine.observed.SwarmLook;
import dev.bulkhead.migrate.goal.SwarmTask;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.IterationHost;
import java.util.ArrayList;
import java.util.List;

/**
 * Design of the Swarm that hosts come into.
 *
 * @param scene the hosts as they are
 */
record SwarmDesign(SpanScene scene) {

    /** With fewer, a second manager makes the loss of either an end of both. */
    private static final int SEVERAL_MANAGERS = 3;

    /** Returns what brings all hosts into one Swarm; nothing where they are in one. */
    List<SwarmTask> tasks(Answers answers) throws AnswersException {
        List<IterationHost> hosts = scene.hosts();
        if (hosts.size() < 2) {
            throw new AnswersException(
                    "A network spans two hosts at least; name the engine of each with --engine, and the hosts below hosts: in"
                            + " bulkhead.yml.");
        }
        for (IterationHost host : hosts) {
            if (host.look().state() == SwarmLook.State.DISTURBED) {
                throw new AnswersException(
                        "Host " + host.name()
                                + " is in a Swarm that it cannot take part in; docker info there tells why. Unlock it, or have it leave.");
            }
        }
        List<IterationHost> managers = scene.managers();
        List<IterationHost> outside = scene.outside();
        requireOne(managers);
        if (managers.isEmpty() && outside.size() < hosts.size()) {
            throw new AnswersException(
                    "A host is a worker of a Swarm whose manager is not among those named; name the engine"
                            + " of a manager with --engine too.");
        }
        List<SwarmTask> tasks = new ArrayList<>();
        IterationHost manager = managers.isEmpty() ? hosts.getFirst() : managers.getFirst();
        if (managers.isEmpty()) {
            tasks.add(new SwarmTask.Begin(manager.name(), address(manager, answers)));
        }
        int count = Math.max(managers.size(), 1);
        for (IterationHost host : outside) {
            if (!host.equals(manager)) {
                boolean manages = managers.isEmpty() && hosts.size() >= SEVERAL_MANAGERS && count < SEVERAL_MANAGERS;
                count += manages ? 1 : 0;
                tasks.add(new SwarmTask.Join(host.name(), address(host, answers), manager.name(), manages));
            }
        }
        return tasks;
    }

    private void requireOne(List<IterationHost> managers) throws AnswersException {
        for (IterationHost host : scene.hosts()) {
            boolean apart = host.look().takesPart()
                    && !managers.isEmpty()
                    && host.look().managers().stream()
                            .noneMatch(managers.getFirst().look().managers()::contains);
            if (apart) {
                throw new AnswersException("Hosts " + managers.getFirst().name() + " and " + host.name()
                        + " are in two Swarms; a network spans hosts of one. Have one of them leave its Swarm first.");
            }
        }
    }

    private static String address(IterationHost host, Answers answers) throws AnswersException {
        String stated = answers.value(SpanNetwork.address(host)).orElse("").strip();
        if (!stated.matches("[0-9A-Za-z][0-9A-Za-z.:-]*")) {
            throw new AnswersException("By which address the others reach " + host.name() + " is not known; answer '"
                    + SpanNetwork.address(host) + "' with an address of it, for instance 192.168.1.10.");
        }
        return stated;
    }
}
