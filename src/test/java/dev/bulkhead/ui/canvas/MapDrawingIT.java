package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.card.CardNode;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import dev.bulkhead.ui.canvas.model.ServiceState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is drawn of the map, and when. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class MapDrawingIT extends ShownMap {

    private static final PseudoClass HOLLOW = PseudoClass.getPseudoClass("hollow");

    @Start
    void start(Stage stage) {
        show(stage);
    }

    @Test
    void everyCardSaysInWordsWhatItShows() {
        Node card = view.lookup("#card-sonarr");

        assertThat(card.getAccessibleText())
                .isEqualTo("sonarr, no engine is watched, at home in backend-net, also on media-network, download-net, "
                        + "port 8989:8989 for everyone who reaches the host");
    }

    @Test
    void anEventDrawsTheCardAnewThatItIsAboutAndNoOther() {
        Map<String, ServiceState> live = new HashMap<>();
        model.topologyProperty()
                .get()
                .services()
                .keySet()
                .forEach(service -> live.put(service, new ServiceState(ServiceState.Health.HEALTHY, "healthy 3 d")));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model.showLive(live));
        settle();
        Map<String, List<Node>> before = drawn(live.keySet());

        live.replaceAll((service, state) -> new ServiceState(ServiceState.Health.HEALTHY, "healthy 4 d"));
        live.put("sonarr", new ServiceState(ServiceState.Health.UNHEALTHY, "unhealthy 4 d"));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model.showLive(live));
        settle();

        Map<String, List<Node>> after = drawn(live.keySet());
        assertThat(live.keySet().stream().filter(service -> !Objects.equals(before.get(service), after.get(service))))
                .containsExactly("sonarr");
        assertThat(view.lookup("#card-radarr").getAccessibleText()).startsWith("radarr, healthy 4 d, ");
    }

    /** Returns the nodes that each card consists of; a card that is drawn anew has others. */
    private Map<String, List<Node>> drawn(Set<String> services) {
        return services.stream()
                .collect(Collectors.toMap(
                        service -> service,
                        service ->
                                List.copyOf(((CardNode) view.lookup("#card-" + service)).getChildrenUnmodifiable())));
    }

    @Test
    void aHealthyCardHasNoMarkAndAStoppedOneIsHollowWithItsWord() {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> model.showLive(Map.of(
                        "sonarr", new ServiceState(ServiceState.Health.HEALTHY, "healthy 3 d"),
                        "radarr", new ServiceState(ServiceState.Health.STOPPED, "stopped"))));
        settle();

        assertThat(view.lookup("#card-sonarr .bh-card-deviates")).isNull();
        assertThat(view.lookup("#card-sonarr").getPseudoClassStates()).noneMatch(HOLLOW::equals);
        assertThat(((Label) view.lookup("#card-radarr .bh-card-deviates")).getText())
                .isEqualTo("stopped");
        assertThat(view.lookup("#card-radarr").getPseudoClassStates()).contains(HOLLOW);
    }

    @Test
    void whatMostServicesHaveInCommonIsSaidOnceAndNotOnTheirCards() {
        Map<GraphElement, Difference> found = new HashMap<>();
        Difference waits = new Difference(Difference.Kind.PENDING, List.of("Its files changed."));
        model.topologyProperty()
                .get()
                .services()
                .keySet()
                .forEach(service -> found.put(Element.service(service), waits));
        found.put(Element.network("dmz-net"), waits);
        found.remove(Element.service("sonarr"));
        found.put(Element.service("radarr"), new Difference(Difference.Kind.DIFFERS, List.of("Another image.")));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            model.showLive(Map.of("sonarr", new ServiceState(ServiceState.Health.HEALTHY, "healthy 3 d")));
            model.showDifferences(found, EngineOnly.NOTHING);
        });
        settle();

        assertThat(view.lookup("#map-note").isVisible()).isTrue();
        assertThat(((Label) view.lookup("#map-note-words")).getText())
                .isEqualTo("17 of 19 services and 1 of 7 networks wait to be deployed");
        assertThat(view.lookupAll(".bh-card-differs").stream().map(node -> ((Label) node).getText()))
                .containsExactly("engine differs");
        assertThat(view.lookupAll(".bh-card-deviates").stream().map(node -> ((Label) node).getText()))
                .containsExactly("up to date");

        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model.showDifferences(Map.of(), EngineOnly.NOTHING));
        settle();
        assertThat(view.lookup("#map-note").isVisible()).isFalse();
        assertThat(view.lookupAll(".bh-card-deviates")).isEmpty();
    }

    @Test
    void aMembershipThatDriftsIsDashedAndHasItsWordWhileItIsLookedAt(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> model.showDifferences(
                        Map.of(
                                Element.membership("sonarr", "download-net"),
                                new Difference(Difference.Kind.MISSING, List.of("Sonarr is not connected."))),
                        EngineOnly.NOTHING));
        settle();
        assertThat(view.lookup("#tie-sonarr-download-net .bh-tie-line").getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("differs"));
        assertThat(view.lookup("#tie-sonarr-download-net .bh-tie-word")).isNull();

        robot.clickOn(card("sonarr"));
        settle();
        assertThat(((Label) view.lookup("#tie-sonarr-download-net .bh-tie-word")).getText())
                .isEqualTo("not on the engine");
    }

    @Test
    void brokenRulesAreACountOnTheZoneAndALineOnlyForASelectedPair(FxRobot robot) {
        Finding broken = new Finding(
                "rule-must-not",
                Severity.ERROR,
                List.of(Element.service("jellyfin"), Element.service("sonarr")),
                "jellyfin must not reach sonarr, and does.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> model.showProblems(Map.of(
                        Element.service("jellyfin"), List.of(broken), Element.service("sonarr"), List.of(broken))));
        settle();

        Button pill = (Button) view.lookup("#rules-frontend-net");
        assertThat(pill.getText()).isEqualTo("1");
        assertThat(pill.getAccessibleText()).isEqualTo("1 rule breaks on frontend-net; opens the problems");
        assertThat(view.lookup("#rules-backend-net")).isNull();
        assertThat(view.lookup("#card-jellyfin .bh-problem")).isNull();
        assertThat(view.lookup("#broken-rule")).isNull();

        robot.clickOn(pill);
        assertThat(actions.asked).containsExactly("problems Rules that break on frontend-net: 1");
        assertThat(model.selection()).isEmpty();

        robot.interact(() -> model.select(Set.of(Element.service("jellyfin"), Element.service("sonarr"))));
        settle();
        assertThat(view.lookup("#broken-rule")).isNotNull();
        assertThat(((Button) view.lookup("#rules-of-sonarr")).getText()).isEqualTo("1");

        robot.interact(() -> model.select(Element.service("jellyfin")));
        settle();
        assertThat(view.lookup("#broken-rule")).isNull();
    }

    @Test
    void theLockFollowsTheEngineWhateverTheFilesSay() {
        assertThat(view.lookup("#zone-dmz-net .bh-zone-lock")).isNull();

        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model.showInternals(Map.of("dmz-net", true, "mgmt-net", false)));
        settle();

        assertThat(view.lookup("#zone-dmz-net .bh-zone-lock")).isNotNull();
        assertThat(view.lookup("#zone-mgmt-net .bh-zone-lock")).isNull();
        assertThat(view.lookup("#zone-frontend-net .bh-zone-lock")).isNotNull();
    }

    @Test
    void onlyTheTiesOfTheSelectionReachTheRail(FxRobot robot) {
        assertThat(view.lookup("#tie-sonarr-media-network")).isNull();

        robot.clickOn(card("sonarr"));
        settle();
        assertThat(view.lookup("#tie-sonarr-media-network")).isNotNull();
        assertThat(view.lookup("#tie-radarr-media-network")).isNull();
    }
}
