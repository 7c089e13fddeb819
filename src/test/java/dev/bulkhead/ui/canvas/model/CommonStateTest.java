package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.Difference.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What most services have in common, which is said once. */
class CommonStateTest {

    private static final Topology PROJECT = SampleTopologies.mediaServerAfter();

    @Test
    void whatHalfOfTheServicesHaveAtMostIsSaidByEachOfThem() {
        assertThat(CommonState.of(PROJECT, services(9, Kind.PENDING))).isEqualTo(CommonState.NONE);
        assertThat(CommonState.NONE.sentence()).isEmpty();
        assertThat(CommonState.of(PROJECT, Map.of())).isEqualTo(CommonState.NONE);
    }

    @Test
    void whatMoreThanHalfHaveIsSaidOnceWithHowManyTheyAre() {
        assertThat(CommonState.of(PROJECT, services(16, Kind.PENDING)).sentence())
                .contains("16 of 19 services wait to be deployed");
        assertThat(CommonState.of(PROJECT, services(19, Kind.MISSING)).sentence())
                .contains("All 19 services are not on the engine");
    }

    @Test
    void networksThatAreSoTooAreCountedWithThem() {
        Map<GraphElement, Difference> found = services(19, Kind.MISSING);
        PROJECT.networks().keySet().forEach(key -> found.put(Element.network(key), difference(Kind.MISSING)));

        assertThat(CommonState.of(PROJECT, found).sentence())
                .contains("All 19 services and all 7 networks are not on the engine");
    }

    @Test
    void itSaysNothingForWhoDiffersInAnotherWay() {
        CommonState common = CommonState.of(PROJECT, services(16, Kind.PENDING));

        assertThat(common.says(difference(Kind.PENDING))).isTrue();
        assertThat(common.says(difference(Kind.DIFFERS))).isFalse();
        assertThat(common.says(Difference.NONE)).isFalse();
        assertThat(CommonState.NONE.says(Difference.NONE)).isFalse();
    }

    private static Map<GraphElement, Difference> services(int count, Kind kind) {
        Map<GraphElement, Difference> found = new HashMap<>();
        PROJECT.services().keySet().stream()
                .limit(count)
                .forEach(service -> found.put(Element.service(service), difference(kind)));
        return found;
    }

    private static Difference difference(Kind kind) {
        return new Difference(kind, List.of());
    }
}
