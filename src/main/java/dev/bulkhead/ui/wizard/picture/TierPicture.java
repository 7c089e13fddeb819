package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.migrate.playbook.TierReason;
import dev.bulkhead.migrate.review.Preview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Picture of the answers to a question of tiers: who is at home where, and what that means for the flows that must work.
 *
 * @param zones the tiers with who is at home there, in the question's order
 * @param homeless services that could stand in a tier and do in none
 * @param apart services that can stand in no tier, with the reason
 * @param flows flows that must work, those that lose their way first
 */
public record TierPicture(List<Zone> zones, List<Card> homeless, List<Apart> apart, List<Flow> flows) {

    public TierPicture {
        zones = List.copyOf(zones);
        homeless = List.copyOf(homeless);
        apart = List.copyOf(apart);
        flows = List.copyOf(flows);
    }

    /**
     * A tier.
     *
     * @param range the address range its network would get; empty where it would not be made
     */
    public record Zone(Tier tier, Optional<String> range, List<Card> cards) {
        public Zone {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A service.
     *
     * @param further the ids of the tiers it joins beside its home
     * @param yours whether its tiers are not those that were proposed
     * @param why the reasons of the proposal, one sentence a line
     */
    public record Card(String service, List<String> further, boolean yours, String why) {
        public Card {
            further = List.copyOf(further);
        }
    }

    /** A service that stands in no tier. */
    public record Apart(String service, String why) {}

    /** By what a flow that must work goes. */
    public enum Way {
        /** By none: it went by a network in common as proposed. */
        LOST,
        /** By the present network alone, as proposed. */
        PRESENT,
        /** By a network of a tier. */
        TIER
    }

    /**
     * A flow that must work.
     *
     * @param text the flow as rules write it
     * @param tier the tier that carries it, or that would
     */
    public record Flow(String text, String from, Way way, Optional<Tier> tier) {}

    /** Returns the picture of some answers. */
    public static TierPicture of(Question.Tiers question, Answers answers, Preview preview) {
        Map<String, TierProposal> rows =
                question.rows().stream().collect(Collectors.toMap(TierProposal::service, Function.identity()));
        List<Zone> zones = new ArrayList<>();
        for (Tier tier : question.tiers()) {
            List<Card> cards = new ArrayList<>();
            for (TierProposal row : question.rows()) {
                List<String> tiers = answers.tiersOf(row.service());
                if (!tiers.isEmpty() && tiers.getFirst().equals(tier.id())) {
                    cards.add(card(row, tiers));
                }
            }
            boolean used = answers.tiers().values().stream().anyMatch(ids -> ids.contains(tier.id()));
            zones.add(new Zone(
                    tier, used ? Optional.ofNullable(preview.ranges().get(tier.network())) : Optional.empty(), cards));
        }
        List<Card> homeless = question.rows().stream()
                .filter(row -> row.unattachable().isEmpty()
                        && answers.tiersOf(row.service()).isEmpty())
                .map(row -> card(row, List.of()))
                .toList();
        List<Apart> apart = question.rows().stream()
                .flatMap(row -> row.unattachable().map(why -> new Apart(row.service(), why)).stream())
                .toList();
        return new TierPicture(zones, homeless, apart, flows(question, answers, preview, rows));
    }

    private static Card card(TierProposal row, List<String> tiers) {
        return new Card(
                row.service(),
                tiers.isEmpty() ? List.of() : tiers.subList(1, tiers.size()),
                !tiers.equals(row.tierIds()),
                row.tiers().stream().map(TierReason::reason).distinct().collect(Collectors.joining("\n")));
    }

    private static List<Flow> flows(
            Question.Tiers question, Answers answers, Preview preview, Map<String, TierProposal> rows) {
        List<Flow> flows = new ArrayList<>();
        for (MustFlow flow : preview.flows()) {
            String from = preview.owners().getOrDefault(flow.from(), flow.from());
            String to = preview.owners().getOrDefault(flow.to(), flow.to());
            boolean outwards = flow.to().equals(MustFlow.INTERNET);
            if (from.equals(to) || !stands(rows, from) || (!outwards && !stands(rows, to))) {
                continue; // it uses no network that the answers are about
            }
            Function<Function<String, List<String>>, Set<String>> common = tiers -> {
                Set<String> ids = new LinkedHashSet<>(tiers.apply(from));
                if (outwards) {
                    question.tiers().stream()
                            .filter(Tier::internal)
                            .map(Tier::id)
                            .forEach(ids::remove);
                } else {
                    ids.retainAll(tiers.apply(to));
                }
                return ids;
            };
            Set<String> now = common.apply(answers::tiersOf);
            Set<String> proposed = common.apply(service -> proposed(rows, service));
            Way way = !now.isEmpty() ? Way.TIER : proposed.isEmpty() ? Way.PRESENT : Way.LOST;
            Optional<String> carrier = now.stream()
                    .findFirst()
                    .or(() -> way == Way.LOST && !outwards
                            ? answers.tiersOf(to).stream().findFirst()
                            : proposed.stream().findFirst());
            flows.add(new Flow(
                    flow.rule(),
                    from,
                    way,
                    carrier.flatMap(id -> question.tiers().stream()
                            .filter(tier -> tier.id().equals(id))
                            .findFirst())));
        }
        flows.sort(Comparator.comparing(Flow::way));
        return flows;
    }

    private static boolean stands(Map<String, TierProposal> rows, String service) {
        return rows.containsKey(service) && rows.get(service).unattachable().isEmpty();
    }

    private static List<String> proposed(Map<String, TierProposal> rows, String service) {
        TierProposal row = rows.get(service);
        return row == null ? List.of() : row.tierIds();
    }

    /** Returns the flows that go one way. */
    public List<Flow> flows(Way way) {
        return flows.stream().filter(flow -> flow.way() == way).toList();
    }

    /** Returns how many services stand where the operator put them. */
    public long yours() {
        return zones.stream()
                        .flatMap(zone -> zone.cards().stream())
                        .filter(Card::yours)
                        .count()
                + homeless.stream().filter(Card::yours).count();
    }
}
