package dev.bulkhead.bench;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least that a program with a window can be, for comparison: says when it was drawn, as Bulkhead does, and stays. */
public final class HelloWindow {

    private HelloWindow() {}

    /** Starts it; with the word {@code train} it ends as soon as it was drawn. */
    public static void main(String... words) {
        Application.launch(Hello.class, words);
    }

    /** The application; Java does not start one from a class path by itself. */
    public static final class Hello extends Application {

        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("Hello"), 1_480, 900));
            stage.show();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    // The pulse after the next begins when the frame that shows it is out.
                    if (++frames > 2) {
                        stop();
                        tell();
                    }
                }
            }.start();
        }

        private void tell() {
            ProcessHandle.current()
                    .info()
                    .startInstant()
                    .ifPresent(start -> System.err.println("hello: the window was drawn after "
                            + Duration.between(start, Instant.now()).toMillis() + " ms"));
            if (getParameters().getRaw().contains("train")) {
                Platform.exit();
            }
        }
    }
}
