package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network made from the sidebar, with the form. */
@WithWindow
class NewNetworkIT {

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

    private static Optional<Network> network(TestWindow window, String key) {
        return window.onFx(
                () -> window.context().project().topologyProperty().get().network(key));
    }
}
