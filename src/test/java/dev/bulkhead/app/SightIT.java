package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Looking at a part of the project in the window, by keys, on the map and in the lanes. */
@WithWindow
class SightIT {

    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    @Test
    void aFilterIsChosenSaidKeptInBothPicturesAndCalledOffByEscape(TestWindow window) {
        window.openSample();
        press(window, KeyCode.CONTROL, KeyCode.K);
        assertThat(window.shown("#filter-pane")).isTrue();
        window.click("#filter-none");
        assertThat(window.shown("#sight-chip")).isTrue();
        assertThat(window.words("#sight-chip-words")).startsWith("Only not exposed · ");
        press(window, KeyCode.ESCAPE);
        assertThat(window.shown("#filter-pane")).isFalse();
        assertThat(dimmed(window, "sonarr")).isTrue();

        press(window, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(window.words("#lanes-view #sight-chip-words")).startsWith("Only not exposed · ");
        press(window, KeyCode.ESCAPE);
        assertThat(window.shown("#lanes-view #sight-chip")).isFalse();
        press(window, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(dimmed(window, "sonarr")).isFalse();
    }

    @Test
    void neighboursAloneAFoldedZoneAndTheTourGoByKeys(TestWindow window) {
        window.openSample();
        window.run(() -> window.context().map().select(Element.service("fail2ban")));
        press(window, KeyCode.N);
        assertThat(window.words("#sight-chip-words")).startsWith("Only neighbours of fail2ban");
        assertThat(dimmed(window, "sonarr")).isTrue();
        press(window, KeyCode.ESCAPE);
        assertThat(window.shown("#sight-chip")).isFalse();
        assertThat(window.onFx(() -> window.context().map().selection().isEmpty()))
                .as("the first Escape shows everything, the second selects nothing")
                .isFalse();

        window.run(() -> window.context().map().select(Element.service("sonarr")));
        press(window, KeyCode.C);
        assertThat(window.shown("#card-sonarr")).isFalse();
        press(window, KeyCode.C);
        assertThat(window.shown("#card-sonarr")).isTrue();
    }

    private static boolean dimmed(TestWindow window, String service) {
        return window.onFx(() -> window.robot()
                .lookup("#card-" + service)
                .query()
                .getPseudoClassStates()
                .contains(DIMMED));
    }

    private static void press(TestWindow window, KeyCode... keys) {
        window.robot().push(keys);
        window.settle();
    }
}
