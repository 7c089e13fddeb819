package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.Proposers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposers of a network foundation: one flat network becomes several tiers, beside the network that is there. */
public final class FoundationProposers {

    private FoundationProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                Map.of("tiers", FoundationProposers::tiers, "free-range", FoundationProposers::freeRange),
                Map.of(
                        "tier-networks",
                        (draft, answers) -> designer(draft, answers).addNetworks(draft, subnets(draft.input())),
                        "tier-memberships",
                        (draft, answers) -> designer(draft, answers).addMemberships(draft),
                        "vpn-firewall",
                        (draft, answers) -> draft.edits(designer(draft, answers).vpnFirewall()),
                        "proxy-networks",
                        (draft, answers) -> draft.edits(designer(draft, answers).proxyNetworks())));
    }

    private static FoundationDesigner designer(GoalDraft draft, Answers answers) {
        return new FoundationDesigner(draft.input(), answers);
    }

    /** The tiers that each service stands in; where the project is segmented already, those alone of whoever came since. */
    private static List<Question> tiers(ProposalInput input, Optional<Question> stated) {
        Topology topology = input.project().topology();
        boolean segmented = Segmentation.of(topology).isPresent();
        Set<String> newcomers =
                Segmentation.newcomers(topology, input.playbook().tiers());
        List<TierProposal> proposals = new TierProposer(
                        input.evidence(), input.playbook().tiers())
                .propose().stream()
                        .map(proposal -> segmented && !newcomers.contains(proposal.service())
                                ? proposal.withoutTiers()
                                : proposal)
                        .toList();
        LawfulTiers lawful = new LawfulTiers(input, proposals);
        return stated.stream()
                .map(question -> (Question) new Question.Tiers(
                        question.id(),
                        question.title(),
                        question.help() + words(lawful.leftOut()),
                        input.playbook().tiers(),
                        proposals.stream().map(lawful::of).toList()))
                .toList();
    }

    private static String words(List<String> leftOut) {
        return leftOut.isEmpty() ? "" : " The operator's rules keep " + String.join(", ", leftOut) + ".";
    }

    /** A range that nobody uses. */
    private static List<Question> freeRange(ProposalInput input, Optional<Question> stated) {
        String base = subnets(input).base().toString();
        return stated.stream()
                .map(question -> (Question) new Question.Line(
                        question.id(), question.title(), question.help(), Question.LineKind.CIDR, base))
                .toList();
    }

    private static SubnetPlanner subnets(ProposalInput input) {
        NetworkNames names = new NetworkNames(input.project());
        // what other iterations made takes room like anybody's: on most engines it comes where the proposed base would
        // be
        Set<String> tiers = input.playbook().tiers().stream()
                .flatMap(tier -> Stream.of(tier.id(), tier.network()))
                .collect(Collectors.toSet());
        Set<String> own = input.project().observed().networks().stream()
                .filter(network -> names.ours(network)
                        && tiers.contains(network.options().labels().getOrDefault(NetworkLabels.TIER, "")))
                .map(ObservedNetwork::name)
                .collect(Collectors.toCollection(TreeSet::new));
        input.playbook().tiers().stream()
                .flatMap(tier -> input.project().topology().network(tier.network()).stream())
                .forEach(network -> own.add(network.name()));
        return new SubnetPlanner(input.project(), own);
    }
}
