package dev.bulkhead.ui.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.canvas.model.Lights.Direction;
import dev.bulkhead.ui.canvas.model.Lights.Kind;
import dev.bulkhead.ui.canvas.model.Lights.Light;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachLightsTest {

    private static final Topology TOPOLOGY = new Stack()
            .network("front")
            .internal("back")
            .internal("far")
            .service("shop", "front")
            .service("app", "front", "back")
            .service("database", "back")
            .service("archive", "far")
            .publish("app", "8080:80")
            .topology();

    private static Optional<Lights> lights(String service, Optional<String> only, Direction direction)
            throws Exception {
        ReachTable table = ReachTable.of(
                Reach.compute(TOPOLOGY),
                new ReachGroups(ZoneLayout.compute(LayoutRequest.of(TOPOLOGY))),
                SourceMap.EMPTY,
                RulesReader.parse("bulkhead.yml", """
                        version: 1
                        rules:
                          - must-not: shop -> app
                          - must: shop -> archive
                        """));
        return ReachLights.of(table, service, only, direction, container -> List.of());
    }

    @Test
    void everybodyAServiceReachesIsLitWithWhatCarriesIt() throws Exception {
        Lights lights = lights("database", Optional.empty(), Direction.REACHES).orElseThrow();

        assertThat(lights.services()).isEqualTo(Map.of("app", new Light(Kind.OPEN, false, "back")));
        assertThat(lights.world().keySet()).containsExactly(WorldNode.HOST);
        assertThat(lights.words()).isEqualTo("database reaches 2 of 6");
    }

    @Test
    void whatBreaksARuleIsMarkedEvenWhereNothingGoes() throws Exception {
        Lights lights = lights("shop", Optional.empty(), Direction.REACHES).orElseThrow();

        assertThat(lights.services().get("app")).isEqualTo(new Light(Kind.OPEN, true, "front"));
        assertThat(lights.services().get("archive")).isEqualTo(new Light(Kind.BLOCKED, true, "no shared network"));
        assertThat(lights.services()).doesNotContainKey("database");
        assertThat(lights.words()).isEqualTo("shop reaches 4 of 6 · 2 break a rule");
    }

    @Test
    void theOtherWayShowsWhoReachesIt() throws Exception {
        Lights lights = lights("app", Optional.empty(), Direction.REACHED_BY).orElseThrow();

        assertThat(lights.services().keySet()).containsExactly("database", "shop");
        assertThat(lights.world().get(WorldNode.LAN)).isEqualTo(new Light(Kind.PORTS, false, "host:8080/tcp"));
        assertThat(lights.words()).startsWith("app is reached by 4 of 6");
    }

    @Test
    void ofTwoServicesOnlyTheirOwnEdgeIsLit() throws Exception {
        Lights lights =
                lights("app", Optional.of("database"), Direction.REACHES).orElseThrow();

        assertThat(lights.services().keySet()).containsExactly("database");
        assertThat(lights.world()).isEmpty();
    }

    @Test
    void aServiceThatIsGoneLightsNothing() throws Exception {
        assertThat(lights("ghost", Optional.empty(), Direction.REACHES)).isEmpty();
    }
}
