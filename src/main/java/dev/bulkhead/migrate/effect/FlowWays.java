package dev.bulkhead.migrate.effect;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ways of the flows that have to work, and the figures that are counted with them, at moments of a plan. */
final class FlowWays {

    private final List<MustFlow> flows;
    /** Keys of the networks that somebody is on before the plan. */
    private final Set<String> used;

    FlowWays(List<MustFlow> flows, Topology before) {
        this.flows = flows.stream().filter(flow -> !flow.forbidden()).toList();
        this.used = before.services().values().stream()
                .flatMap(service -> service.attachments().stream())
                .map(Attachment::network)
                .collect(Collectors.toSet());
    }

    /** Returns what carries each flow: keys of networks, else the port of the host; nothing for one without a way. */
    SortedMap<String, List<String>> at(ReachMatrix matrix) {
        SortedMap<String, List<String>> ways = new TreeMap<>();
        for (MustFlow flow : flows) {
            answer(flow, matrix)
                    .filter(answer -> answer.reason() != ReachReason.PROFILE_INACTIVE)
                    .ifPresent(answer -> ways.put(flow.rule(), carriers(flow, answer, matrix.topology())));
        }
        return ways;
    }

    /** Returns the flows of which the way is another. */
    static List<StepReach.FlowWay> between(
            SortedMap<String, List<String>> before, SortedMap<String, List<String>> after) {
        List<StepReach.FlowWay> changed = new ArrayList<>();
        after.forEach((flow, now) -> {
            List<String> then = before.getOrDefault(flow, List.of());
            if (!then.equals(now)) {
                changed.add(new StepReach.FlowWay(flow, then, now));
            }
        });
        return changed;
    }

    /** Returns what is counted. */
    ReachFigures count(SortedMap<String, List<String>> ways, ReachMatrix matrix) {
        Set<String> made = matrix.topology().networks().values().stream()
                .map(Network::key)
                .filter(name -> !used.contains(name))
                .collect(Collectors.toSet());
        int holding = 0;
        int onNew = 0;
        for (List<String> way : ways.values()) {
            holding += way.isEmpty() ? 0 : 1;
            onNew += way.stream().anyMatch(made::contains) ? 1 : 0;
        }
        return new ReachFigures(ways.size(), holding, onNew, openPorts(matrix));
    }

    /** Services in one network namespace have their ports in common. */
    private static int openPorts(ReachMatrix matrix) {
        Set<String> open = new HashSet<>();
        for (int i = ReachMatrix.OUTSIDERS; i < matrix.size(); i++) {
            if (matrix.verdict(ReachMatrix.LAN, i) == Verdict.REACHABLE) {
                open.addAll(matrix.publishedPorts(i));
            }
        }
        return open.size();
    }

    private static Optional<ReachAnswer> answer(MustFlow flow, ReachMatrix matrix) {
        Optional<Integer> from = matrix.indexOf(Subject.of(flow.from()));
        Optional<Integer> to = matrix.indexOf(Subject.of(flow.to()));
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return Optional.empty();
        }
        Optional<PortQuery> port = flow.port().stream()
                .mapToObj(number -> new PortQuery(number, flow.protocol()))
                .findFirst();
        return Optional.of(matrix.answer(from.get(), to.get(), port));
    }

    private static List<String> carriers(MustFlow flow, ReachAnswer answer, Topology topology) {
        if (answer.verdict() == Verdict.BLOCKED) {
            return List.of();
        }
        Set<String> common = new TreeSet<>(networks(flow.from(), topology));
        if (flow.to().equals(MustFlow.INTERNET)) {
            topology.networks().values().stream()
                    .filter(Network::internal)
                    .map(Network::key)
                    .forEach(common::remove);
        } else {
            common.retainAll(networks(flow.to(), topology));
        }
        return common.isEmpty() ? List.of(answer.via().orElseGet(() -> words(answer.reason()))) : List.copyOf(common);
    }

    private static String words(ReachReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** One that uses another's network namespace is where that one is. */
    private static Set<String> networks(String key, Topology topology) {
        Optional<Service> service = topology.service(key);
        Set<String> met = new HashSet<>();
        while (service.isPresent()
                && met.add(service.get().key())
                && service.get().networkMode() instanceof NetworkMode.OfService(String owner)) {
            service = topology.service(owner);
        }
        return service.stream()
                .flatMap(found -> found.attachments().stream())
                .map(Attachment::network)
                .collect(Collectors.toSet());
    }
}
