package dev.bulkhead.check.project;

import dev.bulkhead.address.Ip;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.IgnoredPorts;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.lint.ServiceNetworks;
import dev.bulkhead.reach.Binding;
import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Check that no two services publish the same port of the same host address. */
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
        IgnoredPorts ignored = new IgnoredPorts(input.topology(), input.reach());
        ServiceNetworks networks = new ServiceNetworks(input.topology(), input.reach());
        List<TakenPorts> byPort = new ArrayList<>();
        for (Service service : input.topology().services().values()) {
            // What never starts takes no port, and neither does what internal networks keep from being published.
            if (service.container().copies() > 0 && ignored.why(service).isEmpty() && !networks.onlyInternal(service)) {
                List<Binding> bindings = networks.published(service);
                IntStream.range(0, service.ports().size())
                        .mapToObj(i -> TakenPorts.of(service, i, bindings))
                        .forEach(ports -> ports.ifPresent(byPort::add));
            }
        }
        byPort.sort(Comparator.comparingInt(TakenPorts::first));
        PriorityQueue<TakenPorts> open = new PriorityQueue<>(Comparator.comparingInt(TakenPorts::last));
        int found = 0;
        for (TakenPorts ports : byPort) {
            while (!open.isEmpty() && open.peek().last() < ports.first()) {
                open.remove();
            }
            for (TakenPorts earlier : open) {
                ServiceHosts.Together together = together(input, earlier, ports);
                if (earlier.clashesWith(ports) && together != ServiceHosts.Together.APART) {
                    findings.accept(finding(build, ports, earlier, unknown(input, together, earlier, ports)));
                    if (++found == MOST) {
                        return;
                    }
                }
            }
            open.add(ports);
        }
    }

    /** One port is taken on each of two hosts without harm. */
    private static ServiceHosts.Together together(CheckInput input, TakenPorts one, TakenPorts other) {
        String first = one.service().key();
        String second = other.service().key();
        return first.equals(second)
                ? ServiceHosts.Together.SAME
                : input.reach().hosts().together(first, second);
    }

    /** Returns why it is not known whether both are on one host; empty text where they are. */
    private static String unknown(CheckInput input, ServiceHosts.Together together, TakenPorts one, TakenPorts other) {
        if (together != ServiceHosts.Together.UNKNOWN) {
            return "";
        }
        ServiceHosts hosts = input.reach().hosts();
        String first = one.service().key();
        String second = other.service().key();
        return " It is a fault only where both are on one host, which is not known: " + first + " " + hosts.words(first)
                + ", and " + second + " " + hosts.words(second) + ".";
    }

    /**
     * Makes the finding.
     *
     * @param unknown why it is not known whether both are on one host; empty where they are
     */
    private static Finding finding(FindingBuilder build, TakenPorts a, TakenPorts b, String unknown) {
        boolean inKeyOrder = a.service().key().compareTo(b.service().key()) > 0
                || (a.service().key().equals(b.service().key()) && a.index() > b.index());
        TakenPorts ports = inKeyOrder ? a : b;
        TakenPorts earlier = inKeyOrder ? b : a;
        boolean certain = unknown.isEmpty()
                && Profiles.together(ports.service(), earlier.service())
                && !ports.picksOne()
                && !earlier.picksOne();
        String service = ports.service().key();
        boolean same = service.equals(earlier.service().key());
        String message = "Service " + service + " publishes " + ports.mapping().text() + ", but "
                + (same ? "it" : "service " + earlier.service().key()) + " takes that host port "
                + (same ? "already with " : "with ")
                + earlier.mapping().text() + "." + unknown;
        return build.finding(
                certain ? Severity.ERROR : Severity.WARNING,
                same
                        ? List.of(Element.service(service))
                        : List.of(
                                Element.service(service),
                                Element.service(earlier.service().key())),
                Element.port(service, ports.index()),
                message,
                remedy(build, ports, earlier));
    }

    /** Lists of ports of several files are united, which few people mean who write the second one. */
    private static String remedy(FindingBuilder build, TakenPorts ports, TakenPorts earlier) {
        Optional<String> file = file(build, ports);
        boolean override = ports.service().key().equals(earlier.service().key())
                && file.isPresent()
                && !file.equals(file(build, earlier));
        return override
                ? "Write ports: !override in " + file.get()
                        + ", so that its list takes the place of the other: lists of ports are united."
                : "Publish one of them on another host port or host address, or not at all.";
    }

    private static Optional<String> file(FindingBuilder build, TakenPorts ports) {
        return build.sources()
                .at(Element.port(ports.service().key(), ports.index()))
                .map(SourceMark::file);
    }

    /**
     * Host ports that one published port takes.
     *
     * @param first lowest host port
     * @param last highest host port
     * @param index place in the service's ports
     * @param addresses where they are taken; an empty one is all of the host
     */
    private record TakenPorts(
            Service service, int index, PortMapping mapping, int first, int last, List<Optional<String>> addresses) {

        /** Returns what a mapping takes; empty when the engine chooses the port. */
        static Optional<TakenPorts> of(Service service, int index, List<Binding> bindings) {
            PortMapping mapping = service.ports().get(index);
            // A network can state another address than all of them.
            List<Optional<String>> bound = bindings.stream()
                    .filter(binding -> binding.index() == index)
                    .map(Binding::hostIp)
                    .toList();
            List<Optional<String>> addresses = bound.isEmpty() ? List.of(mapping.hostIp()) : bound;
            return mapping.published().flatMap(text -> {
                String[] ends = text.split("-", 2);
                try {
                    int first = Integer.parseInt(ends[0].strip());
                    int last = ends.length == 1 ? first : Integer.parseInt(ends[1].strip());
                    return first < 1 || last < first
                            ? Optional.empty()
                            : Optional.of(new TakenPorts(service, index, mapping, first, last, addresses));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            });
        }

        /** Returns whether the engine picks one port of several. */
        boolean picksOne() {
            return last > first;
        }

        /** Returns whether both want a port of the same address and protocol. */
        boolean clashesWith(TakenPorts other) {
            return mapping.protocol() == other.mapping.protocol()
                    && first <= other.last
                    && other.first <= last
                    && addresses.stream()
                            .anyMatch(one -> other.addresses.stream().anyMatch(another -> sameAddress(one, another)));
        }

        private static boolean sameAddress(Optional<String> a, Optional<String> b) {
            if (a.isEmpty() || b.isEmpty()) {
                return true;
            }
            Optional<Ip> ipA = Ip.tryParse(a.get());
            Optional<Ip> ipB = Ip.tryParse(b.get());
            if (ipA.isEmpty() || ipB.isEmpty()) {
                return a.equals(b);
            }
            return ipA.get().isIpv4() == ipB.get().isIpv4()
                    && (ipA.get().equals(ipB.get())
                            || ipA.get().isUnspecified()
                            || ipB.get().isUnspecified());
        }
    }
}
