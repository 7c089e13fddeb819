package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.migrate.iteration.evidence.Watched;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.Tier.Trait;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.migrate.playbook.TierReason;
import dev.bulkhead.proxy.guard.RouteGuards;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.NetworkMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Proposer of tiers: every service stands at home; some join further tiers for their role (proxies, collectors,
 * dashboards, watchers); and whoever still shares no network with a service it calls joins that one's home.
 */
final class TierProposer {

    private final Evidence evidence;
    private final List<Tier> tiers;
    private final SortedMap<String, Map<String, String>> reasons = new TreeMap<>();
    private final Map<String, String> homes = new TreeMap<>();

    TierProposer(Evidence evidence, List<Tier> tiers) {
        this.evidence = evidence;
        this.tiers = tiers;
    }

    /** Returns a proposal for every service, sorted. */
    List<TierProposal> propose() {
        HomeTiers home = new HomeTiers(evidence, tiers);
        for (ServiceProfile profile : evidence.profiles()) {
            if (profile.attachable()) {
                TierReason reason = home.of(profile);
                homes.put(profile.key(), reason.tier());
                join(profile.key(), reason.tier(), reason.reason());
            }
        }
        evidence.profiles().stream().filter(ServiceProfile::attachable).forEach(this::joinForRole);
        evidence.watched().forEach(this::joinWatched);
        joinForFlows();
        return evidence.profiles().stream().map(this::proposal).toList();
    }

    private void joinForRole(ServiceProfile profile) {
        if (profile.does(Role.REVERSE_PROXY)) {
            enter(profile.key());
        }
        if (profile.does(Role.METRICS)) {
            tiers.stream().filter(tier -> tier.is(Trait.COLLECTED)).forEach(tier -> {
                List<String> members = livingIn(tier);
                if (!members.isEmpty() && !members.equals(List.of(profile.key()))) {
                    join(profile.key(), tier.id(), "It collects measurements from " + some(members) + ".");
                }
            });
        }
        if (profile.does(Role.DASHBOARD) && !is(Trait.EXPOSED, homes.get(profile.key()))) {
            tiers.stream()
                    .filter(tier -> tier.is(Trait.ENTERED) && tier.is(Trait.EXPOSED))
                    .findFirst()
                    .ifPresent(tier -> join(profile.key(), tier.id(), "People open its dashboards."));
        }
    }

    private void enter(String proxy) {
        List<String> routed = evidence.routes().stream()
                .filter(route -> route.proxy().equals(proxy))
                .flatMap(route -> route.container().stream())
                .map(RouteTarget.Container::service)
                .distinct()
                .toList();
        if (routed.isEmpty()) {
            return;
        }
        for (Tier tier : tiers) {
            List<String> inside =
                    livingIn(tier).stream().filter(routed::contains).toList();
            if (tier.is(Trait.ENTERED) && !inside.isEmpty()) {
                join(proxy, tier.id(), "It hands requests on to " + some(inside) + ".");
            } else if (tier.is(Trait.RESERVED) && canAsk(proxy)) {
                join(proxy, tier.id(), "It will ask the sign-in service there about every request.");
            }
        }
    }

    private boolean canAsk(String proxy) {
        return evidence.proxies()
                .server(proxy)
                .filter(server -> RouteGuards.obstacle(server).isEmpty())
                .isPresent();
    }

    private void joinWatched(Watched watched) {
        String owner = evidence.namespaceOwner(watched.watched());
        String tier = homes.get(owner);
        if (tier != null && homes.containsKey(watched.watcher()) && !reachesBySocket(watched.watcher())) {
            join(
                    watched.watcher(),
                    tier,
                    "It looks after " + owner + ", which carries its label " + watched.label() + ".");
        }
    }

    /** Who looks after containers through the engine needs no network in common with them. */
    private boolean reachesBySocket(String service) {
        return evidence.profile(service)
                .map(profile -> profile.service().container().hostAccess().hostPaths().stream()
                        .anyMatch(path -> path.endsWith(HomeTiers.DOCKER_SOCKET)))
                .orElse(false);
    }

    /** Flows are judged by what stood before them, so that their order does not matter. */
    private void joinForFlows() {
        Map<String, List<String>> before = new TreeMap<>();
        reasons.forEach((service, joined) -> before.put(service, List.copyOf(joined.keySet())));
        for (MustFlow flow : evidence.flows()) {
            String from = evidence.namespaceOwner(flow.from());
            boolean route = evidence.routes().stream()
                    .anyMatch(r -> r.proxy().equals(from)
                            && r.container()
                                    .map(target -> evidence.namespaceOwner(target.service()))
                                    .filter(flow.to()::equals)
                                    .isPresent());
            List<String> mine = before.getOrDefault(from, List.of());
            List<String> theirs = before.getOrDefault(flow.to(), List.of());
            if (!route
                    && !mine.isEmpty()
                    && !theirs.isEmpty()
                    && mine.stream().noneMatch(theirs::contains)
                    && !exposesWithoutNeed(flow, mine.getFirst(), theirs.getFirst())) {
                String port =
                        flow.port().isPresent() ? " on port " + flow.port().getAsInt() : "";
                join(from, theirs.getFirst(), "It calls " + flow.to() + port + ".");
            }
        }
    }

    /** Whoever joins a tier is let in and lets it in: without a word in the files that takes more than habit. */
    private boolean exposesWithoutNeed(MustFlow flow, String home, String target) {
        boolean outwards = is(Trait.EXPOSED, target) && !is(Trait.EXPOSED, home);
        return flow.source() == MustFlow.Source.CATALOGUE && (outwards || is(Trait.GUARDED, target));
    }

    private boolean is(Trait trait, @Nullable String tierId) {
        return tiers.stream().anyMatch(tier -> tier.id().equals(tierId) && tier.is(trait));
    }

    private void join(String service, String tier, String reason) {
        reasons.computeIfAbsent(service, key -> new LinkedHashMap<>()).putIfAbsent(tier, reason);
    }

    private List<String> livingIn(Tier tier) {
        return homes.entrySet().stream()
                .filter(home -> home.getValue().equals(tier.id()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String some(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 2)) + " and " + (names.size() - 2) + " more";
    }

    private TierProposal proposal(ServiceProfile profile) {
        List<TierReason> joined = new ArrayList<>();
        reasons.getOrDefault(profile.key(), Map.of())
                .forEach((tier, reason) -> joined.add(new TierReason(tier, reason)));
        return new TierProposal(
                profile.key(), joined, unattachable(profile.service().networkMode()));
    }

    private static Optional<String> unattachable(NetworkMode mode) {
        return switch (mode) {
            case NetworkMode.Networks() -> Optional.empty();
            case NetworkMode.Host() -> Optional.of("It uses the host's network.");
            case NetworkMode.None() -> Optional.of("It has no network on purpose.");
            case NetworkMode.DefaultBridge() -> Optional.of("It uses the engine's default bridge.");
            case NetworkMode.OfService(String owner) ->
                Optional.of("It is where " + owner + " is, whose network it shares.");
            case NetworkMode.OfContainer(String container) ->
                Optional.of("It shares the network of container " + container + ", which is not in these files.");
            case NetworkMode.Named(String name) -> Optional.of("It uses network_mode: " + name + ".");
        };
    }
}
