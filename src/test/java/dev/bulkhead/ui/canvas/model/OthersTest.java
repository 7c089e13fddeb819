package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Containers of others on the map. */
class OthersTest {

    private static NamedOutsider container(String name) {
        return new NamedOutsider(name, Optional.of("blog"), Map.of("proxy", Set.of(name)), List.of());
    }

    private static EngineOnly with(Others others) {
        return new EngineOnly(List.of(), List.of(), List.of(), List.of(others));
    }

    private final MapViewModel map = new MapViewModel();

    @Test
    void oneCardStandsForAllOnANetworkAndMovesNobody() {
        Topology shop = new Stack()
                .network("proxy")
                .network("inner")
                .service("web", "proxy")
                .service("zoo", "proxy")
                .service("app", "proxy", "inner")
                .service("db", "inner")
                .topology();
        map.open(shop, SourceMap.EMPTY, LayoutPositions.EMPTY);
        Map<String, CardBox> before = new HashMap<>(map.geometry().get().cards());
        Others others = new Others("proxy", List.of(container("a"), container("b"), container("c")));

        map.showDifferences(Map.of(), with(others));

        Map<String, CardBox> after = new HashMap<>(map.geometry().get().cards());
        CardBox card = after.remove(others.key());
        assertThat(card).isNotNull().extracting(CardBox::zone).isEqualTo("proxy");
        assertThat(after).isEqualTo(before);
        assertThat(others.note()).isEqualTo("a, b and 1 more");
        assertThat(with(others).cardsOf("b")).containsExactly(others.key());

        map.showDifferences(Map.of(), EngineOnly.NOTHING);
        assertThat(map.geometry().get().cards()).isEqualTo(before);
    }

    @Test
    void theyMakeNoZoneOfANetworkWhereNobodyIsAtHome() {
        Stack stack = new Stack().network("proxy");
        for (int i = 0; i < 8; i++) {
            stack.network("n" + i).service("s" + i, "n" + i, "proxy");
        }
        map.open(stack.topology(), SourceMap.EMPTY, LayoutPositions.EMPTY);
        assertThat(map.geometry().get().zones().get("proxy").kind()).isEqualTo(ZoneKind.RAIL);

        Others others = new Others("proxy", List.of(container("a")));
        map.showDifferences(Map.of(), with(others));

        assertThat(map.geometry().get().zones().get("proxy").kind()).isEqualTo(ZoneKind.RAIL);
        assertThat(map.geometry().get().cards()).doesNotContainKey(others.key());
    }
}
