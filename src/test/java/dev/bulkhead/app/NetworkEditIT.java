package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.model.BottomTab;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** Networks changed, in the inspector and otherwise, and what the checks say of that. */
@WithWindow
class NetworkEditIT {

    @Test
    void aSubnetThatOverlapsIsAProblemAtOnce(TestWindow window) {
        openWithTwoNetworks(window);
        overlap(window);

        window.await("the problem", () -> !overlaps(window).isEmpty());
        assertThat(overlaps(window))
                .first()
                .extracting(Finding::message)
                .asString()
                .contains("172.30.0.0/24");
    }

    @Test
    void anOverlapThatIsTypedIsRefusedInTheWordsOfTheChecks(TestWindow window) {
        openWithTwoNetworks(window);
        window.await("no problem", () -> overlaps(window).isEmpty());
        type(window, "#sheet-subnet", "172.30.0.0/25");
        window.await("the sentence", () -> window.words("#told-subnet").contains("172.30.0.0/25"));
        window.robot().type(KeyCode.ENTER);
        window.settle();

        assertThat(overlaps(window)).isEmpty();
        assertThat(window.words("#change-undo")).isEqualTo("Undo: add network two-net");
    }

    @Test
    void theFocusStaysInTheFieldAndOneUndoTakesItBack(TestWindow window) {
        openWithTwoNetworks(window);
        type(window, "#sheet-gateway", "172.30.1.200");
        window.robot().type(KeyCode.ENTER);
        window.await("the gateway", () -> gateway(window).equals(Optional.of("172.30.1.200")));

        assertThat(window.onFx(() ->
                        window.desktop().stage().getScene().getFocusOwner().getId()))
                .isEqualTo("sheet-gateway");
        window.run(() -> window.context().project().undo());
        assertThat(gateway(window)).isEmpty();
    }

    private static Optional<String> gateway(TestWindow window) {
        return window.onFx(() -> window.context()
                .project()
                .topologyProperty()
                .get()
                .network("two-net")
                .flatMap(network -> network.subnets().getFirst().gateway()));
    }

    @Test
    void aDoubleClickOnTheProblemGoesToTheNetwork(TestWindow window) {
        openWithTwoNetworks(window);
        overlap(window);
        window.await("the problem", () -> window.shown("#problems .bh-problem-message"));
        window.run(() -> window.context().map().selection().clear());
        window.robot().doubleClickOn("#problems .bh-problem-message", MouseButton.PRIMARY);
        window.settle();

        assertThat(window.onFx(() -> List.copyOf(window.context().map().selection())))
                .hasSize(1)
                .first()
                .isInstanceOf(Element.NetworkElement.class);
    }

    @Test
    void theQuickFixTakesTheProblemAway(TestWindow window) {
        openWithTwoNetworks(window);
        overlap(window);
        window.await("the fix", () -> window.shown("#problems .bh-problem-row .button"));
        window.click("#problems .bh-problem-row .button");

        window.await("no overlap", () -> overlaps(window).isEmpty());
        assertThat(overlaps(window)).isEmpty();
    }

    private static void openWithTwoNetworks(TestWindow window) {
        window.openSample();
        window.run(() -> {
            window.context().project().apply(add("one-net", "172.30.0.0/24"));
            window.context().project().apply(add("two-net", "172.30.1.0/24"));
            window.context().map().select(new Element.NetworkElement("two-net"));
            window.context().navigation().showTab(BottomTab.PROBLEMS);
        });
    }

    private static void overlap(TestWindow window) {
        window.run(() -> window.context().project().apply(new TopologyEdit.SetSubnet("two-net", "172.30.0.0/25")));
    }

    private static void type(TestWindow window, String field, String text) {
        window.click(field);
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write(text);
        window.settle();
    }

    private static List<Finding> overlaps(TestWindow window) {
        return window.onFx(() -> window.context().project().findings().stream()
                .filter(finding -> finding.rule().equals("subnet-overlap"))
                .toList());
    }

    private static TopologyEdit add(String name, String subnet) {
        return new TopologyEdit.AddNetwork(
                new Network(name, name, NetworkOptions.defaults(), List.of(Subnet.of(subnet))));
    }
}
