package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.ui.canvas.MapView;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A network made from the sidebar, with the form. */
@WithWindow
class NewNetworkIT {

    /** The mouse stands on whole pixels; in map units. */
    private static final double NEAR = 4;

    @SuppressWarnings("NullAway.Init")
    private Path sample;

    @BeforeEach
    void openTheForm(TestWindow window) {
        sample = window.openSample();
        window.click("#command-new-network");
        window.await("the form", () -> window.shown("#new-network-name"));
    }

    @Test
    void enterInTheFirstFieldCreatesTheNetworkWithTheProposedSubnet(TestWindow window) {
        Map<String, String> before = Folders.contents(sample);
        String proposed = window.onFx(() -> window.robot()
                .lookup("#new-network-subnet")
                .queryTextInputControl()
                .getText());
        window.robot().write("lab-net").type(KeyCode.ENTER);
        window.settle();

        assertThat(network(window, "lab-net").map(network -> network.subnets().getFirst()))
                .contains(Subnet.of(proposed));
        assertThat(window.shown("#new-network-name")).isFalse();
        assertThat(Folders.contents(sample)).isEqualTo(before);
    }

    @Test
    void enterOnTheBoxCreatesTheNetworkAndLeavesTheBoxAsItWas(TestWindow window) {
        window.robot().write("vault-net");
        window.click("#new-network-internal");
        window.robot().type(KeyCode.ENTER);
        window.settle();

        assertThat(network(window, "vault-net").map(Network::internal)).contains(true);
        assertThat(window.shown("#new-network-name")).isFalse();
    }

    @Test
    void theButtonCreatesAnInternalNetwork(TestWindow window) {
        window.robot().write("vault-net");
        window.click("#new-network-internal");
        window.click("Create");

        assertThat(network(window, "vault-net").map(Network::internal)).contains(true);
    }

    @Test
    void aNameThatIsTakenIsRefusedInTheFormAndEnterDoesNothing(TestWindow window) {
        window.robot().write("media-network").type(KeyCode.ENTER);
        window.settle();

        assertThat(window.shown("There is a network media-network already.")).isTrue();
        assertThat(window.shown("#new-network-name")).isTrue();
        assertThat(window.words("#project-state")).isEqualTo("saved");
    }

    @Test
    void escapeLeavesTheFormAndTheProjectAsItWas(TestWindow window) {
        window.robot().write("lab-net").type(KeyCode.ESCAPE);
        window.settle();

        assertThat(window.shown("#new-network-name")).isFalse();
        assertThat(network(window, "lab-net")).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(
            named = "glass.platform",
            matches = "Headless",
            disabledReason =
                    "the headless platform reports no drag beyond the button; installers/test.sh has a display")
    void draggedOntoTheMapItIsPutWhereItWasDropped(TestWindow window) {
        window.robot().type(KeyCode.ESCAPE);
        window.settle();
        MapView map = window.robot().lookup(".bh-map-view").queryAs(MapView.class);
        Point2D inView = window.onFx(() -> new Point2D(120, map.getHeight() - 90));
        Point spot = window.onFx(() -> map.toMap(inView.getX(), inView.getY()));
        window.robot()
                .drag("#command-new-network", MouseButton.PRIMARY)
                .dropTo(window.onFx(() -> map.localToScreen(inView)));
        window.await("the form", () -> window.shown("#new-network-name"));
        window.robot().write("lab-net").type(KeyCode.ENTER);
        window.await("the zone", () -> window.shown("#zone-lab-net"));

        assertThat(network(window, "lab-net")).isPresent();
        ZonePlace place = window.onFx(() ->
                window.context().map().geometry().get().positions().zones().get("lab-net"));
        assertThat(place.x()).isCloseTo(spot.x(), within(NEAR));
        assertThat(place.y()).isCloseTo(spot.y(), within(NEAR));
    }

    private static Optional<Network> network(TestWindow window, String key) {
        return window.onFx(
                () -> window.context().project().topologyProperty().get().network(key));
    }
}
