package dev.bulkhead.ui.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MembershipTableTest {

    private static final Map<String, Tint> TINTS = Map.of(
            "dmz-net",
            Tint.DMZ,
            "frontend-net",
            Tint.FRONTEND,
            "backend-net",
            Tint.BACKEND,
            "media-network",
            Tint.LEGACY);

    private final Topology topology = SampleTopologies.mediaServerAfter();

    @Test
    void networksHaveTheirMembersCountedAndServicesTheirNetworks() {
        MembershipTable table = MembershipTable.of(topology, this::tint, false);

        assertThat(table.columns())
                .extracting(MembershipTable.Column::network)
                .containsExactlyElementsOf(topology.networks().keySet());
        assertThat(table.columns())
                .allSatisfy(column -> assertThat(column.members())
                        .isEqualTo(topology.members(column.network()).size()));
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.networks())
                        .isEqualTo(row.service().attachments().size()));
        assertThat(table.rows()).noneMatch(MembershipTable.Row::begins);
    }

    @Test
    void whatIsGroupedStandsTogetherAndEachGroupButTheFirstBegins() {
        MembershipTable table = MembershipTable.of(topology, this::tint, true);
        List<Tint> tints =
                table.columns().stream().map(MembershipTable.Column::tint).toList();

        assertThat(tints).isSorted();
        assertThat(table.columns().stream()
                        .filter(MembershipTable.Column::begins)
                        .count())
                .isEqualTo(tints.stream().distinct().count() - 1);
    }

    @Test
    void thePressedSquareSaysWhetherThoseBehindItJoinAndAllAreOneChange() throws Exception {
        Painting painting = new Painting(topology, new Painting.Square("bazarr", "dmz-net"));
        painting.over(new Painting.Square("radarr", "dmz-net"));
        // it is there already
        painting.over(new Painting.Square("traefik", "dmz-net"));
        painting.over(new Painting.Square("radarr", "dmz-net"));

        TopologyEdit edit = painting.edit().orElseThrow();
        assertThat(edit.describe()).isEqualTo("join 2 networks by painting");
        Topology after = edit.apply(topology);
        assertThat(List.of("bazarr", "radarr", "traefik"))
                .allSatisfy(key -> assertThat(after.service(key).orElseThrow().joins("dmz-net"))
                        .isTrue());
        assertThat(painting.refused()).isEmpty();
    }

    @Test
    void whatCannotBePaintedStaysAndSaysWhy() {
        Painting painting = new Painting(topology, new Painting.Square("fail2ban", "dmz-net"));

        assertThat(painting.edit()).isEqualTo(Optional.empty());
        assertThat(painting.refused().orElse("")).isNotEmpty();
    }

    private Tint tint(String network) {
        return TINTS.getOrDefault(network, Tint.OUTSIDE);
    }
}
