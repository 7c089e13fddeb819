package dev.bulkhead.migrate.effect;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Flows that have to work, at moments of a plan: what carries each, which of them are broken, and the figures that are
 * counted with them.
 *
 * <p>A plan has as many moments as steps, and a project of hundreds of services has thousands of flows: after a step only
 * those from or to the services it changed are asked anew.
 */
final class FlowsOnTheWay {

    private final Requirements requirements;
    /** Sorted by how they are written; one of each. */
    private final List<MustFlow> flows;
    /** Service to the places of its flows in the list. */
    private final Map<String, List<Integer>> ofService = new HashMap<>();
    /** Keys of the networks that somebody is on before the plan. */
    private final Set<String> used;
    /** What carries each flow: keys of networks, else the port of the host; nothing for one without a way. */
    private final List<Optional<List<String>>> ways;

    private final SortedMap<String, String> broken = new TreeMap<>();

    FlowsOnTheWay(Requirements requirements, Topology before) {
        this.requirements = requirements;
        SortedMap<String, MustFlow> byRule = new TreeMap<>();
        requirements.flows().stream().filter(flow -> !flow.forbidden()).forEach(flow -> byRule.put(flow.rule(), flow));
        this.flows = List.copyOf(byRule.values());
        for (int i = 0; i < flows.size(); i++) {
            for (String end :
                    Set.copyOf(List.of(flows.get(i).from(), flows.get(i).to()))) {
                ofService.computeIfAbsent(end, key -> new ArrayList<>()).add(i);
            }
        }
        this.ways = new ArrayList<>(Collections.nCopies(flows.size(), Optional.empty()));
        this.used = before.services().values().stream()
                .flatMap(service -> service.attachments().stream())
                .map(Attachment::network)
                .collect(Collectors.toSet());
    }

    /** Asks for all flows. */
    void askAll(ReachMatrix matrix) {
        for (int i = 0; i < flows.size(); i++) {
            ask(i, matrix);
        }
    }

    /** Asks for the flows from and to services, and returns those of which the way is another. */
    List<StepReach.FlowWay> ask(Set<String> services, ReachMatrix matrix) {
        SortedSet<Integer> asked = new TreeSet<>();
        services.forEach(service -> asked.addAll(ofService.getOrDefault(service, List.of())));
        List<StepReach.FlowWay> changed = new ArrayList<>();
        for (int i : asked) {
            List<String> then = ways.get(i).orElse(List.of());
            ask(i, matrix);
            Optional<List<String>> now = ways.get(i);
            if (now.isPresent() && !now.get().equals(then)) {
                changed.add(new StepReach.FlowWay(flows.get(i).rule(), then, now.get()));
            }
        }
        return changed;
    }

    private void ask(int place, ReachMatrix matrix) {
        MustFlow flow = flows.get(place);
        Optional<ReachAnswer> answer =
                Requirements.answer(flow, matrix).filter(found -> found.reason() != ReachReason.PROFILE_INACTIVE);
        ways.set(place, answer.map(found -> carriers(flow, found, matrix.topology())));
        broken.remove(flow.rule());
        requirements.broken(flow, answer, matrix).ifPresent(why -> broken.put(flow.rule(), why));
    }

    /** Returns the flows that certainly do not work, each with why. */
    SortedMap<String, String> broken() {
        return new TreeMap<>(broken);
    }

    /** Returns what is counted. */
    ReachFigures count(ReachMatrix matrix) {
        Set<String> made = matrix.topology().networks().values().stream()
                .map(Network::key)
                .filter(name -> !used.contains(name))
                .collect(Collectors.toSet());
        int known = 0;
        int holding = 0;
        int onNew = 0;
        for (Optional<List<String>> way : ways) {
            if (way.isPresent()) {
                known++;
                holding += way.get().isEmpty() ? 0 : 1;
                onNew += way.get().stream().anyMatch(made::contains) ? 1 : 0;
            }
        }
        return new ReachFigures(known, holding, onNew, openPorts(matrix));
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
