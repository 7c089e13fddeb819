package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.PresentRoute;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.migrate.playbook.TierReason;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.BrokenPairs;
import dev.bulkhead.reach.rules.RulesEvaluator;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tiers as they are proposed, without the memberships by which somebody would reach whom the operator's rules forbid: where
 * everything is denied that is not named, a proposal opens nothing.
 */
final class LawfulTiers {

    private final IterationInput input;
    private final ProposalInput from;
    private final SortedMap<String, List<TierReason>> joined = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();

    LawfulTiers(ProposalInput from, List<TierProposal> proposals) {
        this.from = from;
        this.input = from.project();
        proposals.forEach(proposal -> joined.put(proposal.service(), new ArrayList<>(proposal.tiers())));
        if (!input.rules().demandNothing()) {
            settle();
        }
    }

    /** Returns a proposal with the tiers that are left. */
    TierProposal of(TierProposal proposal) {
        return new TierProposal(
                proposal.service(), joined.getOrDefault(proposal.service(), List.of()), proposal.unattachable());
    }

    /** Returns which memberships are not proposed because of the rules, as words. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private record Pair(String from, String to) {}

    private record Membership(String service, String tier) {}

    private void settle() {
        Set<Pair> before = broken(input.topology());
        Set<Pair> opened = opened(before);
        while (!opened.isEmpty()) {
            int memberships = leftOut.size();
            leaveOut(opened);
            if (memberships == leftOut.size()) {
                return; // nothing that is proposed is to blame
            }
            opened = opened(before);
        }
        leaveDeserted();
    }

    private Set<Pair> opened(Set<Pair> before) {
        Set<Pair> opened = broken(planned());
        opened.removeAll(before);
        return opened;
    }

    /** Those that open most go first; what one of them opened needs no other to go. */
    private void leaveOut(Set<Pair> opened) {
        Set<Pair> left = new LinkedHashSet<>(opened);
        while (true) {
            Map<Membership, Integer> counts = new HashMap<>();
            left.forEach(pair -> blamed(pair).forEach(membership -> counts.merge(membership, 1, Integer::sum)));
            Optional<Membership> worst = counts.keySet().stream()
                    .min(Comparator.comparingInt((Membership m) -> -counts.getOrDefault(m, 0))
                            .thenComparing(this::home)
                            .thenComparing(Membership::service)
                            .thenComparing(Membership::tier));
            if (worst.isEmpty()) {
                return;
            }
            left.removeIf(pair -> blamed(pair).anyMatch(worst.get()::equals));
            leave(worst.get());
        }
    }

    private boolean home(Membership membership) {
        List<TierReason> tiers = joined.getOrDefault(membership.service(), List.of());
        return !tiers.isEmpty() && tiers.getFirst().tier().equals(membership.tier());
    }

    private void leave(Membership membership) {
        joined.getOrDefault(membership.service(), List.of())
                .removeIf(reason -> reason.tier().equals(membership.tier()));
        leftOut.add(membership.service() + " from " + membership.tier());
    }

    /** Who meets whom does so on a tier that both stand in; everything else takes a way out. */
    private Stream<Membership> blamed(Pair pair) {
        String one = from.evidence().namespaceOwner(pair.from());
        String other = from.evidence().namespaceOwner(pair.to());
        List<String> common =
                tiers(one).filter(id -> tiers(other).anyMatch(id::equals)).toList();
        Stream<Membership> meeting =
                common.stream().flatMap(id -> Stream.of(new Membership(one, id), new Membership(other, id)));
        Stream<Membership> ways = Stream.of(one, other)
                .flatMap(service -> tiers(service)
                        .filter(id -> tier(id).filter(tier -> !tier.internal()).isPresent())
                        .map(id -> new Membership(service, id)));
        return common.isEmpty() ? ways : meeting;
    }

    private Stream<String> tiers(String service) {
        return joined.getOrDefault(service, List.of()).stream().map(TierReason::tier);
    }

    private Optional<Tier> tier(String id) {
        return from.playbook().tiers().stream()
                .filter(tier -> tier.id().equals(id))
                .findFirst();
    }

    /** A tier that nobody lives in any more is joined by nobody, but by the proxy that it waits for. */
    private void leaveDeserted() {
        for (Tier tier : from.playbook().tiers()) {
            List<Membership> members = joined.keySet().stream()
                    .filter(service -> tiers(service).anyMatch(tier.id()::equals))
                    .map(service -> new Membership(service, tier.id()))
                    .toList();
            if (members.stream().noneMatch(member -> home(member) || waitedFor(tier, member))) {
                members.forEach(this::leave);
            }
        }
    }

    private boolean waitedFor(Tier tier, Membership membership) {
        return tier.is(Tier.Trait.RESERVED)
                && from.evidence()
                        .profile(membership.service())
                        .filter(profile -> profile.does(Role.REVERSE_PROXY))
                        .isPresent();
    }

    private Set<Pair> broken(Topology topology) {
        ReachMatrix matrix = Reach.compute(topology, input.rules().applyTo(ReachOptions.defaults()));
        BrokenPairs broken = RulesEvaluator.brokenPairs(input.rules().atTheEnd(), matrix);
        Set<Pair> pairs = new LinkedHashSet<>();
        for (int one = 0; one < matrix.size(); one++) {
            for (int other = 0; other < matrix.size(); other++) {
                if (broken.broken(one, other)) {
                    pairs.add(new Pair(
                            matrix.subjects().get(one).text(),
                            matrix.subjects().get(other).text()));
                }
            }
        }
        return pairs;
    }

    private Topology planned() {
        Topology planned = input.topology();
        for (Tier tier : from.playbook().tiers()) {
            if (planned.network(tier.network()).isEmpty()) {
                planned = planned.withNetwork(new Network(
                        tier.network(),
                        tier.network(),
                        NetworkOptions.defaults().withInternal(tier.internal()),
                        List.of()));
            }
        }
        for (Service service : input.topology().services().values()) {
            Service now = service;
            for (TierReason reason : joined.getOrDefault(service.key(), List.of())) {
                now = joining(now, tier(reason.tier()));
            }
            planned = planned.withService(now);
        }
        return planned;
    }

    private Service joining(Service service, Optional<Tier> tier) {
        if (tier.isEmpty() || service.joins(tier.get().network())) {
            return service;
        }
        List<Attachment> attachments = new ArrayList<>(service.attachments());
        attachments.add(new PresentRoute(input)
                .beside(
                        service.key(),
                        Attachment.to(tier.get().network()),
                        tier.get().network(),
                        tier.get().internal()));
        return service.withAttachments(attachments);
    }
}
