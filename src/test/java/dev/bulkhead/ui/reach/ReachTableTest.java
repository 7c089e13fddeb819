package dev.bulkhead.ui.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The matrix as it is shown. */
class ReachTableTest {

    private static ReachTable table(Topology topology) {
        return ReachTable.of(
                Reach.compute(topology),
                new ReachGroups(ZoneLayout.compute(LayoutRequest.of(topology))),
                SourceMap.EMPTY,
                Rules.NONE);
    }

    @Test
    void aCellThatBreaksARuleIsKnownWithTheRule() throws Exception {
        Topology topology = SampleTopologies.mediaServerBefore();
        Rules rules = RulesReader.parse("bulkhead.yml", """
                version: 1
                rules:
                  - must-not: bazarr -> sonarr
                    why: subtitles are fetched elsewhere
                  - must: bazarr -> radarr
                  - must-not: sonarr -> bazarr
                    after: 8
                """);
        ReachTable table = ReachTable.of(
                Reach.compute(topology),
                new ReachGroups(ZoneLayout.compute(LayoutRequest.of(topology))),
                SourceMap.EMPTY,
                rules);

        assertThat(table.breaches()).isEqualTo(" · 1 breaks a rule · 1 stands against a goal");
        assertThat(table.broken(row(table, "bazarr"), row(table, "sonarr"))).isTrue();
        assertThat(table.broken(row(table, "sonarr"), row(table, "bazarr"))).isFalse();
        assertThat(table.againstGoal(row(table, "sonarr"), row(table, "bazarr")))
                .isTrue();
        assertThat(table.brokenRules(new ReachPair(Subject.of("bazarr"), Subject.of("sonarr"))))
                .singleElement()
                .satisfies(rule -> assertThat(rule.at().fileAndLine()).isEqualTo("bulkhead.yml:3"));
    }

    @Test
    void outsidersComeFirstAndServicesOfAZoneStandTogether() {
        List<String> groups = table(SampleTopologies.mediaServerAfter()).headers().stream()
                .map(ReachHeader::group)
                .toList();

        assertThat(groups.subList(0, 3)).containsOnly("outside");
        assertThat(groups.stream().distinct().count())
                .isEqualTo(1
                        + IntStream.range(1, groups.size())
                                .filter(i -> !groups.get(i).equals(groups.get(i - 1)))
                                .count());
    }

    @Test
    void aPublishedPortIsToldApartFromASharedNetwork() {
        ReachTable table = table(SampleTopologies.mediaServerBefore());

        assertThat(table.kind(row(table, "lan"), row(table, "sonarr"))).isEqualTo(ReachKind.PORTS);
        assertThat(table.kind(row(table, "bazarr"), row(table, "sonarr"))).isEqualTo(ReachKind.OPEN);
        assertThat(table.kind(row(table, "sonarr"), row(table, "sonarr"))).isEqualTo(ReachKind.SELF);
    }

    @Test
    void aServiceInAnotherOnesNamespaceHasNoNameOfItsOwn() {
        ReachTable table = table(SampleTopologies.mediaServerBefore());

        assertThat(table.nameless(row(table, "sonarr"), row(table, "qbittorrent")))
                .isTrue();
        assertThat(table.nameless(row(table, "sonarr"), row(table, "gluetun"))).isFalse();
    }

    @Test
    void leavingTheLastSharedNetworkClosesTheWay() throws Exception {
        Topology apart = new TopologyEdit.Batch(
                        "part them",
                        List.of(
                                new TopologyEdit.Detach("bazarr", "media-network"),
                                new TopologyEdit.Detach("cadvisor", "media-network")))
                .apply(SampleTopologies.mediaServerAfter());
        ReachTable table = table(apart);

        assertThat(table.explain(new ReachPair(new Subject.OfService("bazarr"), new Subject.OfService("alertmanager"))))
                .isPresent();
        assertThat(table.explain(new ReachPair(new Subject.OfService("bazarr"), new Subject.OfService("bazarr"))))
                .isEmpty();
    }

    @Test
    void theSummaryNamesOutsidersAndCountsServices() {
        ReachSummary summary = table(SampleTopologies.mediaServerBefore())
                .summary(new Subject.OfService("sonarr"))
                .orElseThrow();

        assertThat(summary.reachesWords()).isEqualTo("Reaches internet, lan, host, and 18 services.");
        assertThat(summary.reachedByWords()).isEqualTo("Reached by lan, host on 8989/tcp, and 18 services.");
    }

    private static int row(ReachTable table, String subject) {
        return table.index(Subject.of(subject)).orElseThrow();
    }
}
