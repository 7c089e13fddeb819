package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.engine.EngineConnections;
import dev.bulkhead.app.home.Settings;
import dev.bulkhead.app.home.UserDirectories;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.context.Preferences;
import dev.bulkhead.ui.theme.ThemeChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Several windows of one program, each with a project of its own. */
@Tag("display")
class SeveralWindowsIT {

    @TempDir
    private Path folder;

    private final FxThread ui = new FxThread();
    private final AtomicInteger ends = new AtomicInteger();
    private Preferences preferences;
    private Windows windows;

    @BeforeEach
    void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
        Settings settings = new Settings(new UserDirectories(folder.resolve("config"), folder.resolve("state")));
        preferences = settings.preferences();
        Projects projects = new Projects(
                folder.resolve("samples"),
                new EngineConnections(new DiskFileTree(), Map.of(), folder, PracticeTimer.realTime()),
                Optional.of(new EngineChoice.Practice()),
                InstantSource.system(),
                Map.of("LAN_DOMAIN", "lan"));
        windows = new Windows(ui, InstantSource.system(), projects, settings, preferences, ends::incrementAndGet);
    }

    @AfterEach
    void closeThem() {
        onFx(() -> {
            windows.shown().forEach(Desktop::closeNow);
            return true;
        });
    }

    @Test
    void aProjectThatAnotherWindowHasStaysThereAndTheOthersAreFree() throws Exception {
        Path sample = SampleFiles.copy(SampleFiles.MEDIASERVER, folder);
        Desktop first = open();
        show(first, sample);

        onFx(() -> {
            first.context().commands().run(Command.NEW_WINDOW);
            return true;
        });
        Desktop second = windows.shown().getLast();
        assertThat(second).isNotSameAs(first);
        assertThat(onFx(() -> second.stage().getX()))
                .isNotEqualTo(onFx(() -> first.stage().getX()));
        assertThat(onFx(() -> second.stage().getY()))
                .isNotEqualTo(onFx(() -> first.stage().getY()));
        onFx(() -> {
            second.window().projects().open(sample.resolve("..").resolve(sample.getFileName()));
            return true;
        });

        assertThat(project(second)).isEmpty();
        assertThat(onFx(() -> second.window().projects().openingProperty().get()))
                .isFalse();
        assertThat(onFx(() -> first.stage().isFocused())).isTrue();

        Path other = SampleFiles.copy(SampleFiles.MEDIASERVER, folder.resolve("other"));
        show(second, other);
        assertThat(project(first)).contains(sample);
    }

    @Test
    void theProgramEndsWithItsLastWindowAndAllLookAlike() {
        Desktop first = open();
        Desktop second = open();

        onFx(() -> {
            preferences.theme().set(ThemeChoice.DARK);
            return true;
        });
        assertThat(List.of(first, second))
                .allMatch(desktop ->
                        desktop.stage().getScene().getRoot().getStyleClass().contains("bh-dark"));

        onFx(() -> {
            first.closeNow();
            return true;
        });
        assertThat(ends).hasValue(0);
        assertThat(windows.shown()).containsExactly(second);
        onFx(() -> {
            second.closeNow();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(ends).hasValue(1);
    }

    private Desktop open() {
        onFx(() -> {
            windows.open();
            return true;
        });
        return windows.shown().getLast();
    }

    private static void show(Desktop desktop, Path project) {
        onFx(() -> {
            desktop.window().projects().open(project);
            return true;
        });
        Awaitility.await("the project")
                .atMost(Duration.ofSeconds(30))
                .until(() -> project(desktop).filter(project::equals).isPresent());
    }

    private static Optional<Path> project(Desktop desktop) {
        return onFx(() -> desktop.window().projects().openedProperty().get().map(opened -> opened.path()));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
