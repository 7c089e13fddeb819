package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Picture;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.lanes.LaneHands;
import dev.bulkhead.workspace.LayoutStore;
import dev.bulkhead.workspace.ProjectDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project that is segmented pair by pair, drawn as lanes. */
@WithWindow
class LanesIT {

    private static final String NETWORK = "app00-app01";

    @SuppressWarnings("NullAway.Init")
    private Path project;

    @BeforeEach
    void openAPairwiseProject(TestWindow window) throws Exception {
        project = Files.createDirectory(window.folder().resolve("pairs"));
        Files.writeString(project.resolve("compose.yaml"), text(PairwiseTopologies.pairs(6)));
        window.openProject(project);
        window.settle();
    }

    @Test
    void lanesAppearByThemselvesAndNothingIsWritten(TestWindow window) {
        assertThat(window.shown("#lanes-view")).isTrue();
        assertThat(window.shown("#card-proxy")).isFalse();
        assertThat(window.words(".bh-lanes-note"))
                .startsWith("Chosen by itself: ")
                .contains(" of 13 networks are no home to any service.");
        assertThat(picture()).isEmpty();
        assertThat(Folders.contents(project)).containsOnlyKeys("compose.yaml");
    }

    @Test
    void aClickOnACrossingJoinsAndUndoTakesItBack(TestWindow window) {
        Map<String, String> before = Folders.contents(project);
        Topology opened = topology(window);
        window.robot().clickOn(spot(window, "app04"));
        window.settle();

        assertThat(joins(window, "app04")).isTrue();
        assertThat(window.words("#lanes-words"))
                .isEqualTo("app04 on app00-app01: joins with the next save; 3 members. Click or Space leaves.");
        assertThat(window.words("#project-state")).isEqualTo("1 unsaved file");
        assertThat(Folders.contents(project)).isEqualTo(before);

        window.robot().push(KeyCode.CONTROL, KeyCode.Z);
        window.settle();
        assertThat(topology(window)).isEqualTo(opened);
        assertThat(window.words("#lanes-words"))
                .isEqualTo("app04 on app00-app01: not a member; 2 members. Click or Space joins.");
        assertThat(window.words("#project-state")).isNotEqualTo("1 unsaved file");
    }

    @Test
    void aDotThatIsDraggedAlongItsLaneGivesItsPlaceAwayAndEscapePutsItBack(TestWindow window) {
        Topology opened = topology(window);
        window.robot().drag(spot(window, "app01"), MouseButton.PRIMARY).moveTo(spot(window, "app05"));
        window.settle();
        assertThat(window.words("#lanes-words"))
                .isEqualTo("app05 takes the place of app01 on app00-app01, with its aliases and addresses.");
        window.robot().type(KeyCode.ESCAPE).drop();
        window.settle();
        assertThat(topology(window)).isEqualTo(opened);

        window.robot().drag(spot(window, "app01"), MouseButton.PRIMARY).dropTo(spot(window, "app05"));
        window.settle();
        assertThat(joins(window, "app05")).isTrue();
        assertThat(joins(window, "app01")).isFalse();

        window.robot().push(KeyCode.CONTROL, KeyCode.Z);
        window.settle();
        assertThat(topology(window)).isEqualTo(opened);
    }

    @Test
    void arrowsGoFromCrossingToCrossingAndSpaceJoins(TestWindow window) {
        Topology opened = topology(window);
        window.run(() -> lanes(window).requestFocus());
        type(window, KeyCode.DOWN);
        String first = spoken(window);
        type(window, KeyCode.RIGHT);
        String second = spoken(window);
        assertThat(second.replaceAll(".* on | *:.*", "")).isEqualTo(first.replaceAll(".* on | *:.*", ""));
        assertThat(second).isNotEqualTo(first);
        type(window, KeyCode.LEFT);
        assertThat(spoken(window)).isEqualTo(first);
        type(window, KeyCode.UP);
        assertThat(spoken(window)).isEqualTo(first);

        for (int i = 0; i < 10 && !spoken(window).contains("not a member"); i++) {
            type(window, KeyCode.RIGHT);
        }
        String empty = spoken(window);
        assertThat(empty).endsWith("Click or Space joins.");
        type(window, KeyCode.SPACE);
        assertThat(spoken(window)).contains("joins with the next save").endsWith("Click or Space leaves.");
        assertThat(topology(window)).isNotEqualTo(opened);
        type(window, KeyCode.SPACE);
        assertThat(spoken(window)).isEqualTo(empty);
        assertThat(topology(window)).isEqualTo(opened);
    }

    @Test
    void theKeyFShowsOneColumnAloneAndEverythingAgain(TestWindow window) {
        assertThat(window.words("#status-zoom")).isEqualTo("zoom 100 %");
        window.run(() -> window.context().map().select(Element.service("app01")));
        window.run(() -> lanes(window).requestFocus());
        type(window, KeyCode.F);
        assertThat(window.words("#lanes-note")).isEqualTo("Only app01; F shows all again.");
        assertThat(window.onFx(() -> LaneHands.columns(lanes(window)))).contains("app00", "app01", "app02");
        assertThat(window.onFx(() -> LaneHands.columns(lanes(window)))).doesNotContain("app04");

        type(window, KeyCode.F);
        assertThat(window.onFx(() -> LaneHands.columns(lanes(window)))).contains("app04");
    }

    @Test
    void theOtherButtonOpensWhatCanBeDoneWithADotALaneAndAColumn(TestWindow window) {
        assertThat(menu(window, spot(window, "app04")))
                .startsWith("app04 joins app00-app01")
                .contains("Show only app04 (F)");
        assertThat(menu(window, spot(window, "app01")))
                .startsWith("app01 leaves app00-app01")
                .contains("Show in file");
        assertThat(menu(window, window.onFx(() -> LaneHands.spot(lanes(window), NETWORK, ""))))
                .contains("Rename…", "Select its members", "Show only app00-app01 (F)");
        assertThat(menu(window, window.onFx(() -> LaneHands.spot(lanes(window), "", "app01"))))
                .contains("Light up whom it reaches", "Inspect");
    }

    private static List<String> menu(TestWindow window, Point2D at) {
        window.robot().moveTo(at).clickOn(MouseButton.SECONDARY);
        window.settle();
        List<String> items = window.onFx(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .map(MenuItem::getText)
                .filter(Objects::nonNull)
                .toList());
        window.robot().type(KeyCode.ESCAPE);
        window.settle();
        return items;
    }

    @Test
    void thePictureThatIsChosenByHandIsThereTheNextTime(TestWindow window) {
        window.click("#picture-zones");
        assertThat(window.shown("#lanes-view")).isFalse();
        assertThat(window.shown("#card-proxy")).isTrue();
        assertThat(picture()).contains(Picture.ZONES);

        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        window.settle();
        assertThat(window.shown("#lanes-view")).isTrue();
        assertThat(window.words(".bh-lanes-note")).isEmpty();
        assertThat(picture()).contains(Picture.LANES);

        window.click("#picture-zones");
        window.startAgain();
        window.openProject(project);
        window.settle();
        assertThat(window.shown("#card-proxy")).isTrue();
        assertThat(window.shown("#lanes-view")).isFalse();
    }

    private Optional<Picture> picture() {
        return new LayoutStore(ProjectDirectory.of(project)).picture();
    }

    private static Node lanes(TestWindow window) {
        return window.robot().lookup("#lanes-grid").query();
    }

    private static Point2D spot(TestWindow window, String service) {
        return window.onFx(() -> LaneHands.spot(lanes(window), NETWORK, service));
    }

    /** What a screen reader is told of the crossing that keys act on. */
    private static String spoken(TestWindow window) {
        return window.onFx(() -> lanes(window).getAccessibleText());
    }

    private static void type(TestWindow window, KeyCode key) {
        window.robot().type(key);
        window.settle();
    }

    private static Topology topology(TestWindow window) {
        return window.onFx(() -> window.context().project().topologyProperty().get());
    }

    private static boolean joins(TestWindow window, String service) {
        return topology(window).service(service).orElseThrow().joins(NETWORK);
    }

    private static String text(Topology topology) {
        String services = topology.services().values().stream()
                .map(service -> "  " + service.key() + ":\n    image: example/" + service.key() + "\n    networks: ["
                        + service.attachments().stream()
                                .map(Attachment::network)
                                .collect(Collectors.joining(", "))
                        + "]\n")
                .collect(Collectors.joining());
        String networks = topology.networks().values().stream()
                .map(network -> "  " + network.key() + ": {internal: " + network.internal() + "}\n")
                .collect(Collectors.joining());
        return "services:\n" + services + "networks:\n" + networks;
    }
}
