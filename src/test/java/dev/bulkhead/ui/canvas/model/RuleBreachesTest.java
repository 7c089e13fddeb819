package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the map counts broken rules. */
class RuleBreachesTest {

    private static final MapGeometry MAP = ZoneLayout.compute(LayoutRequest.of(SampleTopologies.mediaServerAfter()));

    private static final Finding PAIR =
            finding("rule-must-not", Element.service("jellyfin"), Element.service("sonarr"));
    private static final Finding EXPOSED = finding("exposure-not-allowed", Element.service("jellyfin"));
    private static final Finding LINT = finding("no-healthcheck", Element.service("jellyfin"));
    private static final Finding GOAL = finding("rule-goal", Element.service("jellyfin"));

    @Test
    void eachIsCountedOnceOnTheZoneOfTheFirstThatItIsAbout() {
        RuleBreaches breaches =
                RuleBreaches.of(List.of(List.of(PAIR, EXPOSED, LINT), List.of(PAIR), List.of(GOAL)), MAP, Set.of());

        assertThat(breaches.byZone()).containsOnlyKeys("frontend-net");
        assertThat(breaches.byZone().get("frontend-net")).containsExactly(PAIR, EXPOSED);
        assertThat(breaches.pair()).isEmpty();
    }

    @Test
    void twoSelectedServicesThatBreakOneWithEachOtherAreAPair() {
        List<List<Finding>> found = List.of(List.of(PAIR, EXPOSED));

        assertThat(RuleBreaches.of(found, MAP, Set.of(Element.service("sonarr"), Element.service("jellyfin")))
                        .pair())
                .contains(new RuleBreaches.Pair("jellyfin", "sonarr", List.of(PAIR)));
        assertThat(RuleBreaches.of(found, MAP, Set.of(Element.service("radarr"), Element.service("jellyfin")))
                        .pair())
                .isEmpty();
        assertThat(RuleBreaches.of(found, MAP, Set.of(Element.service("jellyfin")))
                        .pair())
                .isEmpty();
    }

    private static Finding finding(String rule, Element... subjects) {
        return new Finding(
                rule,
                Severity.ERROR,
                List.of(subjects),
                "It is so.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
