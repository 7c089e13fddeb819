package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element.GraphElement;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding services in the window, from the first letters to the last hit. */
@WithWindow
class FindIT {

    @BeforeEach
    void open(TestWindow window) {
        window.openSample();
    }

    @Test
    void enterAndF3GoFromOneHitToTheNext(TestWindow window) {
        type(window, "linuxserver");
        press(window, KeyCode.ENTER);
        Set<GraphElement> first = selected(window);
        assertThat(window.words("#search-place")).startsWith("1/");

        press(window, KeyCode.F3);
        assertThat(window.words("#search-place")).startsWith("2/");
        assertThat(selected(window)).hasSize(1).isNotEqualTo(first);

        press(window, KeyCode.SHIFT, KeyCode.F3);
        assertThat(selected(window)).isEqualTo(first);

        press(window, KeyCode.SHIFT, KeyCode.F3);
        String last = window.words("#search-place");
        assertThat(last).matches("(\\d+)/\\1");
    }

    @Test
    void whatIsNowhereIsSaid(TestWindow window) {
        type(window, "zzz-nowhere");

        assertThat(window.words("#search-place")).isEqualTo("none");
        press(window, KeyCode.ENTER);
        assertThat(selected(window)).isEmpty();
    }

    private static void type(TestWindow window, String text) {
        press(window, KeyCode.CONTROL, KeyCode.F);
        window.robot().write(text);
        window.settle();
    }

    private static void press(TestWindow window, KeyCode... keys) {
        window.robot().push(keys);
        window.settle();
    }

    private static Set<GraphElement> selected(TestWindow window) {
        return window.onFx(() -> Set.copyOf(window.context().map().selection()));
    }
}
