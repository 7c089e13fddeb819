package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.live.EngineStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the window does when its engine goes away, and what the operator can do then. */
@WithWindow
class EngineGoneIT {

    @BeforeEach
    void openTheSample(TestWindow window) {
        window.openSample();
    }

    @Test
    void noBannerIsShownWhileTheEngineAnswers(TestWindow window) {
        assertThat(window.shown("#engine-banner")).isFalse();
    }

    @Test
    void theBannerSaysWhyAndThatTheStateIsTheLastKnown(TestWindow window) {
        goAway(window);

        assertThat(window.words("#engine-banner-words"))
                .startsWith("The engine is gone: Somebody pulled the plug. What you see is its last known state; ");
        assertThat(window.context().map().live()).hasSize(19);
        assertThat(window.context().map().live().values())
                .allSatisfy(state -> assertThat(state.health()).isEqualTo(ServiceState.Health.UNKNOWN));
    }

    @Test
    void theBannerLeavesWhenTheEngineComesBack(TestWindow window) {
        goAway(window);
        window.engine().comeBack();

        window.await("no banner", () -> !window.shown("#engine-banner"));
        assertThat(window.context().engine().statusProperty().get()).isInstanceOf(EngineStatus.Connected.class);
    }

    @Test
    void workingOfflineTakesTheBannerAndTheLiveStatesAway(TestWindow window) {
        goAway(window);
        window.click("#engine-use-none");

        window.await("offline", () -> window.context().engine().statusProperty().get() instanceof EngineStatus.None);
        assertThat(window.shown("#engine-banner")).isFalse();
        assertThat(window.context().map().live()).isEmpty();
    }

    @Test
    void thePracticeEngineCanTakeItsPlace(TestWindow window) {
        goAway(window);
        window.click("#engine-use-practice");

        window.await(
                "practice", () -> window.context().engine().statusProperty().get() instanceof EngineStatus.Connected);
        assertThat(window.context().map().live()).hasSize(19);
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithAnExampleAndTheEngineStays(TestWindow window) {
        window.click("#engine-pill");
        window.click("#engine-url");
        window.robot().write("mail://nowhere");
        window.click("Connect");

        window.await(
                "the refusal",
                () -> window.shown(
                        "mail://nowhere (the address given) is no engine address; write it like unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host."));
        assertThat(window.context().engine().statusProperty().get()).isInstanceOf(EngineStatus.Connected.class);
    }

    private static void goAway(TestWindow window) {
        window.engine().goAway("Somebody pulled the plug.");
        window.await("the banner", () -> window.shown("#engine-banner"));
    }
}
