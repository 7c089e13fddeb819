package dev.bulkhead.app;

import dev.bulkhead.app.home.Logs;
import dev.bulkhead.app.home.UserDirectories;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Start of the window without a display, which ends by itself, so that the virtual machine can record which classes a start
 * needs; later starts map that record instead of loading them one by one.
 *
 * <p>Only the start: with what the rest of the program needs the record would be half as large again, and all of it stays in
 * memory.
 */
public final class WindowRehearsal {

    /** What a window does after it was drawn: it asks the engine, and judges what it said. */
    private static final Duration SETTLED = Duration.seconds(6);

    private WindowRehearsal() {}

    /** Takes the directory of a project and a home for what the window keeps. */
    public static void main(String[] words) {
        Toolkit.headless();
        Path home = Path.of(words[1]);
        UserDirectories directories = UserDirectories.of(Map.of(), home, System.getProperty("os.name", ""));
        Logs.start(directories);
        // Asked for in words, since the record has what tells a window from a command too.
        if (Launch.of(List.of(words[0], Launch.ENGINE, "practice")) instanceof Launch.OpenWindow wanted) {
            new WindowLaunch(directories, System.getenv(), home, wanted).run(WindowRehearsal::end);
        }
    }

    private static void end() {
        PauseTransition settling = new PauseTransition(SETTLED);
        settling.setOnFinished(event -> Platform.exit());
        settling.play();
    }
}
