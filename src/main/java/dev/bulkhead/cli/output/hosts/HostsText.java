package dev.bulkhead.cli.output.hosts;

import dev.bulkhead.engine.hosts.HostDrift;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Hosts as text for a terminal: who answered, where each service runs, and which other projects are there. */
public final class HostsText {

    private HostsText() {}

    /** Returns lines that follow those of the topology. */
    public static String of(Topology topology, ObservedHosts hosts) {
        StringBuilder out = new StringBuilder("\nHosts\n");
        int width = width(hosts.views().stream().map(HostView::host).toList());
        for (HostView view : hosts.views()) {
            out.append("  ")
                    .append(padded(view.host(), width))
                    .append("  ")
                    .append(
                            switch (view) {
                                case HostView.Answered answered ->
                                    answered.info().name() + " "
                                            + answered.info().version() + ", "
                                            + Counted.of(running(topology, answered), "service") + " of "
                                            + topology.project();
                                case HostView.Silent silent ->
                                    "does not answer, so what runs there is not known: " + silent.why();
                            });
            out.append('\n');
        }
        hosts.doubles().forEach(one -> out.append("  ").append(one).append('\n'));
        if (!topology.services().isEmpty()) {
            out.append("\nRuns on\n");
            int column = width(List.copyOf(topology.services().keySet()));
            topology.services()
                    .keySet()
                    .forEach(service -> out.append("  ")
                            .append(padded(service, column))
                            .append("  ")
                            .append(place(topology, hosts, service))
                            .append('\n'));
        }
        others(topology, hosts, width, out);
        return out.toString();
    }

    private static int running(Topology topology, HostView.Answered view) {
        return (int) topology.services().keySet().stream()
                .filter(service -> ObservedHosts.has(view, topology.project(), service))
                .count();
    }

    private static String place(Topology topology, ObservedHosts hosts, String service) {
        SortedSet<String> on = hosts.of(topology.project(), service);
        if (!on.isEmpty()) {
            return String.join(", ", on) + (on.size() > 1 ? " (on " + on.size() + " hosts)" : "");
        }
        return hosts.silent().isEmpty()
                ? "none of these hosts"
                : "none of the hosts that answered; whether on "
                        + hosts.silent().stream().map(HostView.Silent::host).collect(Collectors.joining(" or "))
                        + " is not known";
    }

    private static void others(Topology topology, ObservedHosts hosts, int width, StringBuilder out) {
        List<String> lines = new ArrayList<>();
        for (HostView.Answered view : hosts.answered()) {
            String words = ObservedHosts.others(view, topology.project()).entrySet().stream()
                    .map(other -> (other.getKey().isEmpty() ? "no project" : other.getKey()) + " ("
                            + Counted.of(other.getValue(), "container") + ")")
                    .collect(Collectors.joining(", "));
            if (!words.isEmpty()) {
                lines.add("  " + padded(view.host(), width) + "  " + words + "\n");
            }
        }
        if (!lines.isEmpty()) {
            out.append("\nOther projects\n");
            lines.forEach(out::append);
        }
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** Returns differences of files and hosts as lines. */
    public static String drift(List<HostDrift> found, ObservedHosts hosts) {
        if (found.isEmpty()) {
            return hosts.silent().isEmpty()
                    ? "Files and engines agree.\n"
                    : "Files and the engines that answered agree; "
                            + hosts.silent().stream().map(HostView.Silent::host).collect(Collectors.joining(", "))
                            + " did not answer.\n";
        }
        return found.stream().map(drift -> drift.sentence(hosts) + "\n").collect(Collectors.joining());
    }
}
