package dev.bulkhead.ui.live;

import dev.bulkhead.ui.theme.Banner;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.words.Words;
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
        offer("engine-retry", Words.of("enginebanner.retry-now"), engine::retry);
        offer("engine-other", Words.of("enginebanner.other-engine"), flow::ask);
        offer(
                "engine-use-practice",
                Words.of("enginebanner.practice-engine"),
                () -> flow.use(new EngineChoice.Practice()));
        offer("engine-use-none", Words.of("enginebanner.work-offline"), () -> flow.use(new EngineChoice.Offline()));
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
        String told = seen
                ? Words.of("enginebanner.the-engine-is-gone", gone.reason())
                : Words.of("enginebanner.not-connected", gone.reason());
        Duration left = Duration.between(clock.instant(), gone.retryAt());
        if (left.compareTo(SOON) > 0) {
            return told;
        }
        long seconds = Math.max(0, left.toSeconds());
        return told
                + (seen ? "; " : " ")
                + (seconds == 0
                        ? Words.of("enginebanner.trying-again")
                        : Words.of("enginebanner.next-try-in-s", seconds));
    }
}
