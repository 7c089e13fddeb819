package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.wizard.WizardPage;
import dev.bulkhead.ui.wizard.WizardViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits that are saved and applied from the window, on the practice engine. */
@WithWindow
class ApplyFilesIT {

    private static final String TWO_NETWORKS = """
            name: home
            services:
              web:
                image: nginx
                container_name: web
                networks: [front]
              db:
                image: postgres:16
                container_name: db
                networks: [back]
            networks:
              front: {}
              back: {}
            """;

    @BeforeEach
    void open(TestWindow window) throws Exception {
        Path folder = Files.createDirectories(window.folder().resolve("home"));
        Files.writeString(folder.resolve("compose.yml"), TWO_NETWORKS);
        window.openProject(folder);
    }

    @Test
    void anEditIsSavedReviewedAndBroughtToTheEngine(TestWindow window) throws Exception {
        assertThat(window.shown("#change-bar")).isFalse();

        window.run(() -> window.context().project().apply(new TopologyEdit.Attach("web", "back")));
        window.settle();
        assertThat(window.words("#change-files")).isEqualTo("compose.yml not saved");
        assertThat(window.words("#change-engine")).isEqualTo("engine not changed yet");

        window.click("#change-apply");
        ready(window, WizardPage.PREFLIGHT);
        assertThat(networks(window, "web")).containsExactly("home_front");
        next(window, WizardPage.QUESTIONS);
        next(window, WizardPage.REVIEW);
        assertThat(window.onFx(() -> wizard(window)
                        .reviewProperty()
                        .get()
                        .orElseThrow()
                        .plan()
                        .text()))
                .contains("web: attach to home_back");
        window.click("#wizard-next");
        ready(window, WizardPage.VERIFY);

        assertThat(window.onFx(() -> wizard(window).run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(networks(window, "web")).containsExactly("home_back", "home_front");
        next(window, WizardPage.REPORT);
        window.click("#wizard-next");
        window.settle();
        assertThat(window.shown("#change-bar")).isFalse();
    }

    @Test
    void whatIsSavedAloneStaysInSightUntilItIsApplied(TestWindow window) {
        window.run(() -> window.context().project().apply(new TopologyEdit.Attach("web", "back")));
        window.settle();
        window.click("#change-save");
        window.settle();

        assertThat(window.words("#change-files")).isEqualTo("Saved");
        assertThat(window.words("#change-apply")).isEqualTo("Apply…");

        window.click("#change-dismiss");
        window.settle();
        assertThat(window.shown("#change-bar")).isFalse();
    }

    @Test
    void anEngineThatIsWhatTheFilesSayHasNothingToApply(TestWindow window) {
        window.run(() -> window.desktop().window().wizard().applyFiles());
        ready(window, WizardPage.PREFLIGHT);
        next(window, WizardPage.QUESTIONS);
        next(window, WizardPage.REVIEW);

        assertThat(window.shown("#review-nothing")).isTrue();
        assertThat(window.onFx(
                        () -> window.robot().lookup("#wizard-next").query().isDisabled()))
                .isTrue();
    }

    @Test
    void whatIterationOneLeftToBeDeployedIsOneClickBeforeTheNext(TestWindow window) {
        window.openSample();
        walk(window, "1");
        window.run(() -> window.desktop().window().wizard().open("2"));
        ready(window, WizardPage.PREFLIGHT);
        assertThat(window.shown("#preflight-pending")).isTrue();
        assertThat(window.onFx(() -> wizard(window).canGoOn().get())).isFalse();

        window.click("#preflight-apply-files");
        window.await("the files", () -> wizard(window).playbook().id().equals("files"));
        ready(window, WizardPage.PREFLIGHT);
        walkOn(window);
        window.run(() -> window.desktop().window().wizard().open("2"));
        ready(window, WizardPage.PREFLIGHT);

        assertThat(window.onFx(() -> wizard(window).preflight().stream()
                        .filter(item -> item.blocks())
                        .map(item -> item.id())
                        .toList()))
                .isEmpty();
    }

    private static void walk(TestWindow window, String iteration) {
        window.run(() -> window.desktop().window().wizard().open(iteration));
        ready(window, WizardPage.PREFLIGHT);
        walkOn(window);
    }

    private static void walkOn(TestWindow window) {
        window.run(() -> wizard(window).next());
        ready(window, WizardPage.QUESTIONS);
        window.run(() -> wizard(window).next());
        ready(window, WizardPage.REVIEW);
        window.run(() -> {
            wizard(window).next();
            wizard(window).apply();
        });
        ready(window, WizardPage.VERIFY);
    }

    private static List<String> networks(TestWindow window, String container) throws Exception {
        return window.engine().observe().containers().stream()
                .filter(found -> found.name().equals(container))
                .map(ObservedContainer::endpoints)
                .flatMap(List::stream)
                .map(ObservedEndpoint::network)
                .sorted()
                .toList();
    }

    private static void next(TestWindow window, WizardPage page) {
        window.click("#wizard-next");
        ready(window, page);
    }

    private static void ready(TestWindow window, WizardPage page) {
        window.await(
                page.title(),
                () -> window.desktop()
                        .window()
                        .wizard()
                        .wizardProperty()
                        .get()
                        .filter(wizard -> wizard.pageProperty().get() == page
                                && !wizard.busyProperty().get())
                        .isPresent());
        window.settle();
    }

    private static WizardViewModel wizard(TestWindow window) {
        return window.desktop().window().wizard().wizardProperty().get().orElseThrow();
    }
}
