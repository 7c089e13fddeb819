package dev.bulkhead.ui.wizard.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.migrate.playbook.TierReason;
import dev.bulkhead.migrate.review.Preview;
import dev.bulkhead.topology.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TierPictureTest {

    private static final Tier FRONT = new Tier("front", "front-net", "Pages", Set.of(), List.of());
    private static final Tier BACK = new Tier("back", "back-net", "Work", Set.of(Tier.Trait.INTERNAL), List.of());
    private static final Tier DATA = new Tier("data", "data-net", "Data", Set.of(Tier.Trait.INTERNAL), List.of());

    private static final Question.Tiers QUESTION = new Question.Tiers(
            "tiers",
            "Where?",
            "Everybody.",
            List.of(FRONT, BACK, DATA),
            List.of(
                    row("api", "back", "data"),
                    row("db", "data"),
                    new TierProposal("guard", List.of(), Optional.of("Uses the host's network.")),
                    row("old"),
                    row("web", "front", "back")));

    private static final Preview PREVIEW = new Preview(
            List.of(
                    flow("web", "api"),
                    flow("api", "db"),
                    flow("web", "db"),
                    flow("web", "internet"),
                    flow("side", "db"),
                    flow("guard", "web")),
            new TreeMap<>(Map.of("side", "api")),
            new TreeMap<>(Map.of("front-net", "10.0.0.0/24", "back-net", "10.0.1.0/24")));

    private static TierProposal row(String service, String... tiers) {
        return new TierProposal(
                service,
                Stream.of(tiers)
                        .map(tier -> new TierReason(tier, service + " belongs to " + tier + "."))
                        .toList(),
                Optional.empty());
    }

    private static MustFlow flow(String from, String to) {
        return new MustFlow(from, to, OptionalInt.of(80), Protocol.TCP, MustFlow.Source.SETTING, "A variable says so.");
    }

    private static final Answers PROPOSED = Answers.proposed("1", List.of(QUESTION));

    private static TierPicture picture(Answers answers) {
        return TierPicture.of(QUESTION, answers, PREVIEW);
    }

    private static List<String> homes(TierPicture picture) {
        return picture.zones().stream()
                .map(zone -> zone.tier().id() + " " + zone.range().orElse("not made") + " "
                        + zone.cards().stream()
                                .map(card -> card.service() + card.further() + (card.yours() ? " yours" : ""))
                                .toList())
                .toList();
    }

    private static List<String> flows(TierPicture picture) {
        return picture.flows().stream()
                .map(flow -> flow.way() + " " + flow.text() + " "
                        + flow.tier().map(Tier::network).orElse("-"))
                .toList();
    }

    @Test
    void everybodyIsAtHomeWhereItWasProposedAndFlowsGoByANetworkInCommon() {
        TierPicture picture = picture(PROPOSED);

        assertThat(homes(picture))
                .containsExactly(
                        "front 10.0.0.0/24 [web[back]]", "back 10.0.1.0/24 [api[data]]", "data not made [db[]]");
        assertThat(picture.homeless()).extracting(TierPicture.Card::service).containsExactly("old");
        assertThat(picture.apart()).containsExactly(new TierPicture.Apart("guard", "Uses the host's network."));
        assertThat(flows(picture))
                .containsExactly(
                        "PRESENT web -> db:80 -",
                        "TIER web -> api:80 back-net",
                        "TIER api -> db:80 data-net",
                        "TIER web -> internet:80 front-net",
                        "TIER side -> db:80 data-net");
        assertThat(picture.yours()).isZero();
    }

    @Test
    void aCardThatMovesTakesTheWayFromFlowsAndSaysWhoHasToJoinWhat() {
        TierPicture picture = picture(new TierMove("db", "front", TierMove.Kind.HOME).in(PROPOSED));

        assertThat(homes(picture))
                .containsExactly(
                        "front 10.0.0.0/24 [db[] yours, web[back]]",
                        "back 10.0.1.0/24 [api[data]]",
                        "data not made []");
        assertThat(flows(picture))
                .containsExactly(
                        "LOST api -> db:80 front-net",
                        "LOST side -> db:80 front-net",
                        "TIER web -> api:80 back-net",
                        "TIER web -> db:80 front-net",
                        "TIER web -> internet:80 front-net");
        assertThat(picture.flows(TierPicture.Way.LOST))
                .extracting(TierPicture.Flow::from)
                .containsExactly("api", "api");
        assertThat(picture.yours()).isEqualTo(1);
    }

    @Test
    void whoLeavesTheOnlyTierWithAWayOutLosesTheInternet() {
        TierPicture picture = picture(new TierMove("web", "back", TierMove.Kind.HOME).in(PROPOSED));

        assertThat(flows(picture)).contains("LOST web -> internet:80 front-net");
    }

    @Test
    void movesKeepTheOtherTiersInTheirOrder() {
        Answers answers = PROPOSED.withTiers("web", List.of("front", "back", "data"));

        assertThat(new TierMove("web", "data", TierMove.Kind.HOME).in(answers).tiersOf("web"))
                .containsExactly("data", "back");
        assertThat(new TierMove("web", "back", TierMove.Kind.JOIN).in(answers).tiersOf("web"))
                .containsExactly("front", "back", "data");
        assertThat(new TierMove("web", "front", TierMove.Kind.LEAVE).in(answers).tiersOf("web"))
                .containsExactly("back", "data");
        assertThat(new TierMove("old", "back", TierMove.Kind.HOME).in(answers).tiersOf("old"))
                .containsExactly("back");
    }
}
