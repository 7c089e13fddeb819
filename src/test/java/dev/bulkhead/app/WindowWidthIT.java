package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Whatever the window's width, everything in it can be reached and read. */
@WithWindow
class WindowWidthIT {

    /** From the widest to the narrowest, so that each is also a narrowing after the start. */
    private static final List<Integer> WIDTHS =
            List.of(2600, 2560, 1920, 1598, 1556, 1480, 1440, 1300, 1280, 1180, 1100, 1024, 960, 900);

    private static final List<Integer> NARROW = List.of(1480, 1024, 900);

    private static final String LONG_NAME = "the-media-server-of-the-whole-family-and-of-some-neighbours-too";

    private static final EngineInfo LONG_ENGINE = new EngineInfo(
            "Docker Engine - Community, as the vendor of the storage box rebuilds it",
            "28.5.2-rc.3+dfsg1-0ubuntu1~24.04.1~vendor17",
            "1.51",
            "tcp://docker-of-the-storage-box.basement.home.example.org:2376");

    @Test
    void theSampleFitsAtEveryWidth(TestWindow window) {
        window.openSample();

        everyWidth(window, WIDTHS, "");
    }

    @Test
    void whatGaveWayComesBackWhenTheWindowIsWidened(TestWindow window) {
        window.openSample();
        everyWidth(window, List.of(900), "");
        assertThat(window.shown("#toolbar-more")).isTrue();
        assertThat(window.shown("#command-open")).isFalse();

        everyWidth(window, List.of(2560), "");
        assertThat(window.shown("#toolbar-more")).isFalse();
        assertThat(window.shown("#command-open")).isTrue();
        assertThat(window.onFx(() -> window.robot()
                        .lookup("#engine-pill .label")
                        .queryLabeled()
                        .getText()))
                .startsWith("Practice engine 28.5.2 · ");
    }

    @Test
    void aLongProjectNameFitsBesideEveryTextOfTheEngine(TestWindow window) throws Exception {
        window.openProject(longProject(window));
        everyWidth(window, WIDTHS, "practice");

        watch(window, listener -> {});
        everyWidth(window, WIDTHS, "connecting");

        watch(
                window,
                listener -> listener.accept(
                        new EngineEvent.Connected(LONG_ENGINE, new ObservedState(List.of(), List.of()))));
        window.await("the engine", () -> status(window) instanceof EngineStatus.Connected);
        everyWidth(window, WIDTHS, "connected");

        watch(
                window,
                listener -> listener.accept(new EngineEvent.Disconnected(
                        "No engine answers at " + LONG_ENGINE.address()
                                + " (the address given): Connection refused; start it, or"
                                + " say with --engine where there is one.",
                        3,
                        20_000)));
        window.await("the banner", () -> window.shown("#engine-banner"));
        everyWidth(window, WIDTHS, "gone");

        window.run(() -> window.context().engine().leave());
        everyWidth(window, WIDTHS, "none");
    }

    @Test
    void everyViewFits(TestWindow window) throws Exception {
        window.openProject(longProject(window));
        for (CentreView view : CentreView.values()) {
            window.run(() -> window.context().navigation().viewProperty().set(view));
            everyWidth(window, NARROW, view.toString());
        }
    }

    @Test
    void theSidePanelsGiveWayWhenTheWindowIsNarrowedAndComeBackWhenItIsWidened(TestWindow window) {
        window.openSample();
        List<Double> panels = new ArrayList<>();
        for (int width : List.of(1600, 1280, 1024, 1280, 1600)) {
            window.run(() -> {
                Stage stage = window.desktop().stage();
                stage.setWidth(width + stage.getWidth() - stage.getScene().getWidth());
            });
            window.await(
                    "the width",
                    () -> Math.abs(window.desktop().stage().getScene().getWidth() - width) < 1);
            window.run(() -> window.desktop().window().root().layout());
            panels.add(window.onFx(() ->
                    window.robot().lookup("#inspector").queryAs(Region.class).getWidth()));
        }

        assertThat(panels.get(1)).isBetween(285.0, 289.0);
        assertThat(panels.get(2)).isBetween(239.0, 242.0);
        assertThat(panels).isEqualTo(panels.reversed());
    }

    @Test
    void everyPageOfAnIterationFits(TestWindow window) {
        window.openSample();
        window.click("#command-continue");
        for (WizardPage page : List.of(WizardPage.PREFLIGHT, WizardPage.QUESTIONS, WizardPage.REVIEW)) {
            window.wizard().ready(page);
            everyWidth(window, NARROW, page.title());
            window.click("#wizard-next");
        }
        window.wizard().ready(WizardPage.VERIFY);
        everyWidth(window, NARROW, "verify");
        window.run(() -> window.wizard().model().show(WizardPage.APPLY));
        everyWidth(window, NARROW, "apply");
        window.run(() -> window.wizard().model().show(WizardPage.VERIFY));
        window.click("#wizard-next");
        window.wizard().ready(WizardPage.REPORT);
        everyWidth(window, NARROW, "report");
    }

    @Test
    void theBannerOfAnInterruptedRunIsReadable(TestWindow window) {
        Path sample = window.openSample();
        window.powerCut().at("gluetun");
        window.click("#command-continue");
        for (WizardPage page : List.of(WizardPage.PREFLIGHT, WizardPage.QUESTIONS, WizardPage.REVIEW)) {
            window.wizard().ready(page);
            window.click("#wizard-next");
        }
        window.await("the power cut", () -> !window.powerCut().pending());
        window.startAgain();
        window.openProject(sample);
        window.await("the banner", () -> window.shown("#open-run-banner"));

        everyWidth(window, WIDTHS, "interrupted");
    }

    private static void everyWidth(TestWindow window, List<Integer> widths, String what) {
        for (int width : widths) {
            // A window manager's frame is part of the stage's width and not of the scene's.
            window.run(() -> {
                Stage stage = window.desktop().stage();
                stage.setWidth(width + stage.getWidth() - stage.getScene().getWidth());
            });
            window.await(
                    "a width of " + width,
                    () -> Math.abs(window.desktop().stage().getScene().getWidth() - width) < 1);
            window.settle();
            List<String> overhang = window.onFx(() -> {
                window.desktop().window().root().layout();
                return Overhang.of(window.desktop().stage().getScene());
            });
            assertThat(overhang).as("%s at %d", what, width).isEmpty();
        }
    }

    private static Path longProject(TestWindow window) throws Exception {
        Path folder = Files.createDirectories(window.folder().resolve(LONG_NAME));
        String services =
                IntStream.range(0, 6).mapToObj(i -> """
                          service-with-a-long-name-%d:
                            image: registry.example.org:5000/people/image-with-a-long-name:2026.1.%d
                            ports: ["808%d:80"]
                            networks: [network-with-a-long-name-for-the-front]
                        """.formatted(i, i, i)).collect(Collectors.joining());
        Files.writeString(
                folder.resolve("compose.yml"),
                "services:\n" + services + "networks:\n  network-with-a-long-name-for-the-front:\n");
        return folder;
    }

    private static void watch(TestWindow window, Consumer<Consumer<EngineEvent>> tell) {
        window.run(() -> window.context().engine().watch(telling(tell)));
    }

    /** Returns an engine that tells its watchers what a test wants to see in the window. */
    @SuppressWarnings("unchecked") // as EngineObserver declares it
    private static EngineObserver telling(Consumer<Consumer<EngineEvent>> tell) {
        return Engine.answeredBy(call -> {
                    if (call.method().getName().equals("watch")) {
                        tell.accept((Consumer<EngineEvent>)
                                Objects.requireNonNull(call.arguments().getFirst()));
                        return new Told();
                    }
                    return null;
                })
                .observer();
    }

    /** A watch on which nothing more is told. */
    private record Told() implements EngineObserver.Watch {
        @Override
        public boolean settle(Duration limit) {
            return true;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    private static EngineStatus status(TestWindow window) {
        return window.context().engine().statusProperty().get();
    }
}
