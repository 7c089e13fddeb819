package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Reach lit up on the map. */
@WithWindow
class ReachOnTheMapIT {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass BREACH = PseudoClass.getPseudoClass("breach");
    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");

    @Test
    void aSelectedServiceLightsUpWhomItReachesAndMarksWhatBreaksARule(TestWindow window) throws IOException {
        Path sample = SampleFiles.copy(SampleFiles.MEDIASERVER, window.folder());
        Path rules = sample.resolve("bulkhead.yml");
        Files.writeString(rules, Files.readString(rules).replaceAll("(?m)^    after: 8\n", ""));
        window.openProject(sample);
        lightUp(window);

        assertThat(window.words("#reach-bar-words"))
                .startsWith("cloudflared reaches ")
                .contains("break a rule")
                .doesNotContain("against a goal");
        assertThat(is(window, "#card-bazarr", BREACH)).isTrue();
    }

    @Test
    void whatStandsAgainstAGoalIsCountedApart(TestWindow window) {
        window.openSample();
        lightUp(window);

        assertThat(window.words("#reach-bar-words"))
                .startsWith("cloudflared reaches ")
                .contains("stand against a goal")
                .doesNotContain("break a rule");
        assertThat(window.robot().lookup(".bh-light-edge").queryAll()).isNotEmpty();
        assertThat(window.robot().lookup(".bh-light-label").queryAll()).isNotEmpty();
    }

    private static void lightUp(TestWindow window) {
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        window.settle();

        assertThat(window.words("#reach-bar-words")).startsWith("Select a service");

        window.map().click("cloudflared");
        window.await("the light", () -> is(window, "#card-jellyfin", LIT));
    }

    @Test
    void theOtherDirectionAndTheWayOut(TestWindow window) {
        window.openSample();
        window.click("#map-reach");
        window.map().click("fail2ban");
        window.click("#reach-bar-reached-by");
        window.await("the other way", () -> window.words("#reach-bar-words").startsWith("fail2ban is reached by"));
        window.click("#reach-bar-close");

        assertThat(window.shown("#reach-bar")).isFalse();
        assertThat(is(window, "#card-jellyfin", LIT)).isFalse();
        assertThat(is(window, "#card-jellyfin", UNLIT)).isFalse();
        assertThat(window.robot().lookup(".bh-light-edge").queryAll()).isEmpty();
    }

    private static boolean is(TestWindow window, String query, PseudoClass state) {
        return window.onFx(() -> window.robot()
                .lookup(query)
                .<Node>query()
                .getPseudoClassStates()
                .contains(state));
    }
}
