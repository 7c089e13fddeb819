package dev.bulkhead.ui.live;

import dev.bulkhead.ui.theme.Banner;
import dev.bulkhead.ui.theme.Glyph;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/**
 * Banner that no engine answers, with when the next try comes and what else can be done; invisible while one answers.
 */
public final class EngineBanner extends Banner {

    /** A try further away than this will not come by itself. */
    private static final Duration SOON = Duration.ofDays(1);

    private final EngineViewModel engine;
    private final InstantSource clock;
    private final Timeline countdown = new Timeline(new KeyFrame(javafx.util.Duration.millis(500), event -> render()));

    /** Creates the banner of an engine. */
    public EngineBanner(EngineViewModel engine, EngineFlow flow, InstantSource clock) {
        super("engine-banner", "bh-warning", Glyph.ENGINE_GONE);
        this.engine = engine;
        this.clock = clock;
        offer("engine-retry", "Retry now", engine::retry);
        offer("engine-other", "Other engine…", flow::ask);
        offer("engine-use-practice", "Practice engine", () -> flow.use(new EngineChoice.Practice()));
        offer("engine-use-none", "Work offline", () -> flow.use(new EngineChoice.Offline()));
        countdown.setCycleCount(Animation.INDEFINITE);
        engine.statusProperty().addListener((property, old, now) -> render());
        render();
    }

    private void render() {
        if (engine.statusProperty().get() instanceof EngineStatus.Gone gone) {
            say(Optional.of(text(gone)));
            countdown.play();
        } else {
            say(Optional.empty());
            countdown.stop();
        }
    }

    private String text(EngineStatus.Gone gone) {
        boolean seen = !engine.stateProperty().get().equals(ObservedStates.NOTHING);
        String told = (seen ? "The engine is gone: " : "Not connected: ")
                + gone.reason()
                + (seen ? " What you see is its last known state" : "");
        Duration left = Duration.between(clock.instant(), gone.retryAt());
        if (left.compareTo(SOON) > 0) {
            return told;
        }
        long seconds = Math.max(0, left.toSeconds());
        return told + (seen ? "; " : " ") + (seconds == 0 ? "trying again…" : "next try in " + seconds + " s");
    }
}
