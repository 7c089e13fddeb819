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

/** Says that the engine is gone and when the next try comes; invisible while it answers. */
public final class EngineBanner extends HBox {

    private final EngineViewModel engine;
    private final InstantSource clock;
    private final Label words = Nodes.label("");
    private final Timeline countdown = new Timeline(new KeyFrame(javafx.util.Duration.millis(500), event -> render()));

    /** Creates the banner of an engine. */
    public EngineBanner(EngineViewModel engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
        setId("engine-banner");
        getStyleClass().addAll("banner", "warning");
        setAlignment(Pos.CENTER_LEFT);
        Button retry = new Button("Retry now");
        retry.setId("engine-retry");
        retry.setOnAction(event -> engine.retry());
        words.setGraphic(Glyph.ENGINE_GONE.icon());
        getChildren().addAll(words, Nodes.spring(), retry);
        countdown.setCycleCount(Animation.INDEFINITE);
        engine.statusProperty().addListener((property, old, now) -> render());
        render();
    }

    private void render() {
        if (engine.statusProperty().get() instanceof EngineStatus.Gone gone) {
            long seconds = Math.max(
                    0, Duration.between(clock.instant(), gone.retryAt()).toSeconds());
            String when = seconds == 0 ? "trying again…" : "next try in " + seconds + " s";
            words.setText("The engine is gone: " + gone.reason() + " What you see is its last known state; " + when);
            Nodes.present(this, true);
            countdown.play();
        } else {
            Nodes.present(this, false);
            countdown.stop();
        }
    }
}
