package dev.bulkhead.ui.live;

import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.time.Duration;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Banner that no engine answers, with when the next try comes and what else can be done; invisible while one answers.
 */
public final class EngineBanner extends HBox {

    /** A try further away than this will not come by itself. */
    private static final Duration SOON = Duration.ofDays(1);

    private final EngineViewModel engine;
    private final InstantSource clock;
    private final Label words = Nodes.wrapped("");
    private final Timeline countdown = new Timeline(new KeyFrame(javafx.util.Duration.millis(500), event -> render()));

    /** Creates the banner of an engine. */
    public EngineBanner(EngineViewModel engine, EngineFlow flow, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
        setId("engine-banner");
        getStyleClass().addAll("bh-banner", "bh-warning");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("engine-banner-words");
        words.setGraphic(Glyph.ENGINE_GONE.icon());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        words,
                        button("engine-retry", "Retry now", engine::retry),
                        button("engine-other", "Other engine…", flow::ask),
                        button("engine-use-practice", "Practice engine", () -> flow.use(new EngineChoice.Practice())),
                        button("engine-use-none", "Work offline", () -> flow.use(new EngineChoice.Offline())));
        countdown.setCycleCount(Animation.INDEFINITE);
        engine.statusProperty().addListener((property, old, now) -> render());
        render();
    }

    private void render() {
        if (engine.statusProperty().get() instanceof EngineStatus.Gone gone) {
            words.setText(text(gone));
            Nodes.present(this, true);
            countdown.play();
        } else {
            Nodes.present(this, false);
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

    private static Button button(String id, String text, Runnable run) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> run.run());
        return button;
    }
}
