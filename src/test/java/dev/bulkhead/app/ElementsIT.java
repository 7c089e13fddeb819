package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import java.util.Set;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services and networks as wholes in the window: made, renamed, doubled, carried by the clipboard, removed, brought back. */
@WithWindow
class ElementsIT {

    @BeforeEach
    void open(TestWindow window) {
        window.openSample();
    }

    @Test
    void aServiceIsRenamedWithWhatNamesIt(TestWindow window) {
        select(window, Element.service("prometheus"));
        window.robot().type(KeyCode.F2);
        window.await("the form", () -> window.shown("#rename"));
        window.robot().write("metrics").type(KeyCode.ENTER);
        window.settle();

        Topology now = topology(window);
        assertThat(now.service("prometheus")).isEmpty();
        assertThat(now.service("metrics")).isPresent();
        assertThat(rules(window)).contains("metrics:9090").doesNotContain("-> prometheus");
        window.robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        window.settle();
        assertThat(topology(window).service("prometheus")).isPresent();
        assertThat(rules(window)).contains("-> prometheus:9090");
    }

    @Test
    void aServiceIsDoubledAndOneUndoTakesItBack(TestWindow window) {
        select(window, Element.service("sonarr"));
        window.robot().press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        window.settle();

        assertThat(topology(window).service("sonarr-2")).isPresent();
        assertThat(topology(window).service("sonarr-2").orElseThrow().ports()).isEmpty();
        assertThat(selection(window)).containsExactly(Element.service("sonarr-2"));
        window.robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        window.settle();
        assertThat(topology(window).service("sonarr-2")).isEmpty();
        window.robot().press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        window.settle();
        assertThat(topology(window).service("sonarr-2")).isPresent();
    }

    @Test
    void aServiceIsCutAndPastedWithAllThatItHas(TestWindow window) {
        Topology before = topology(window);
        CardPlace place = place(window, "bazarr");
        select(window, Element.service("bazarr"));
        window.robot().press(KeyCode.CONTROL).type(KeyCode.X).release(KeyCode.CONTROL);
        window.await("what goes with it", () -> window.shown("#removal-goes"));
        window.robot().type(KeyCode.ENTER);
        window.settle();
        assertThat(topology(window).service("bazarr")).isEmpty();
        assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("services:\n  bazarr:");

        window.robot().press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        window.settle();
        assertThat(topology(window).service("bazarr")).isEqualTo(before.service("bazarr"));

        window.robot().press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.CONTROL);
        window.settle();
        assertThat(topology(window)).isEqualTo(before);
        assertThat(place(window, "bazarr")).isEqualTo(place);
    }

    @Test
    void whatATextEditorPutOnTheClipboardIsPasted(TestWindow window) {
        window.onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("  whoami:\n    image: traefik/whoami:v1.10\n    networks: [media-network]\n");
            return Clipboard.getSystemClipboard().setContent(content);
        });
        select(window, Element.service("sonarr"));
        window.robot().press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        window.settle();

        assertThat(topology(window).service("whoami").orElseThrow().joins("media-network"))
                .isTrue();
    }

    private static void select(TestWindow window, GraphElement element) {
        window.onFx(() -> {
            window.context().map().select(element);
            window.robot().lookup(".bh-map-view").query().requestFocus();
            return element;
        });
    }

    private static Set<GraphElement> selection(TestWindow window) {
        return window.onFx(() -> Set.copyOf(window.context().map().selection()));
    }

    private static Topology topology(TestWindow window) {
        return window.onFx(() -> window.context().project().topologyProperty().get());
    }

    private static CardPlace place(TestWindow window, String service) {
        return window.onFx(() ->
                window.context().map().geometry().get().positions().cards().get(service));
    }

    private static String rules(TestWindow window) {
        return window.onFx(() -> window.context().project().rulesText().orElseThrow());
    }
}
