package dev.bulkhead.check;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** No two services publish the same port of the same host address. */
final class HostPortTakenTwiceCheck implements Check {

    /** Thousands of equal ports give millions of pairs; the first ones tell the story. */
    private static final int MOST = 1_000;

    @Override
    public String id() {
        return "host-port-taken-twice";
    }

    @Override
    public String title() {
        return "Host ports are published once";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        List<HostPorts> byPort = new ArrayList<>();
        for (Service service : input.topology().services().values()) {
            // On the host's network nothing is published: the process itself takes its ports.
            if (!(service.networkMode() instanceof NetworkMode.Host)) {
                IntStream.range(0, service.ports().size())
                        .mapToObj(i -> HostPorts.of(service, i))
                        .forEach(ports -> ports.ifPresent(byPort::add));
            }
        }
        byPort.sort(Comparator.comparingInt(HostPorts::first));
        PriorityQueue<HostPorts> open = new PriorityQueue<>(Comparator.comparingInt(HostPorts::last));
        int found = 0;
        for (HostPorts ports : byPort) {
            while (!open.isEmpty() && open.peek().last() < ports.first()) {
                open.remove();
            }
            for (HostPorts earlier : open) {
                if (earlier.clashesWith(ports)) {
                    findings.accept(finding(build, ports, earlier));
                    if (++found == MOST) {
                        return;
                    }
                }
            }
            open.add(ports);
        }
    }

    private static Finding finding(FindingBuilder build, HostPorts a, HostPorts b) {
        boolean inKeyOrder = a.service().key().compareTo(b.service().key()) > 0
                || (a.service().key().equals(b.service().key()) && a.index() > b.index());
        HostPorts ports = inKeyOrder ? a : b;
        HostPorts earlier = inKeyOrder ? b : a;
        boolean certain =
                Profiles.together(ports.service(), earlier.service()) && !ports.picksOne() && !earlier.picksOne();
        String service = ports.service().key();
        boolean same = service.equals(earlier.service().key());
        String message = "Service " + service + " publishes " + ports.mapping().text() + ", but "
                + (same ? "it" : "service " + earlier.service().key()) + " takes that host port "
                + (same ? "already with " : "with ")
                + earlier.mapping().text() + ".";
        return build.finding(
                certain ? Severity.ERROR : Severity.WARNING,
                same
                        ? List.of(Element.service(service))
                        : List.of(
                                Element.service(service),
                                Element.service(earlier.service().key())),
                Element.port(service, ports.index()),
                message,
                "Publish one of them on another host port or host address, or not at all.");
    }
}
