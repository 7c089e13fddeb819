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
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** Networks changed in the inspector, and what the checks say of them. */
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
        window.click("#sheet-subnet");
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write("172.30.0.0/25").type(KeyCode.ENTER);
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
