package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.wizard.WizardPage;
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
        assertThat(window.words("#change-files")).isEqualTo("compose.yml");
        assertThat(window.words("#change-engine")).isEqualTo("engine not changed yet");

        window.click("#change-apply");
        window.wizard().ready(WizardPage.PREFLIGHT);
        assertThat(networks(window, "web")).containsExactly("home_front");
        window.wizard().next(WizardPage.QUESTIONS);
        window.wizard().next(WizardPage.REVIEW);
        assertThat(window.onFx(() -> window.wizard()
                        .model()
                        .reviewProperty()
                        .get()
                        .orElseThrow()
                        .plan()
                        .text()))
                .contains("web: attach to home_back");
        window.click("#wizard-next");
        window.wizard().ready(WizardPage.VERIFY);

        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(networks(window, "web")).containsExactly("home_back", "home_front");
        window.wizard().next(WizardPage.REPORT);
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
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        window.wizard().next(WizardPage.REVIEW);

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
        window.wizard().ready(WizardPage.PREFLIGHT);
        assertThat(window.shown("#preflight-pending")).isTrue();
        assertThat(window.onFx(() -> window.wizard().model().canGoOn().get())).isFalse();

        window.click("#preflight-apply-files");
        window.await("the files", () -> window.wizard().model().playbook().id().equals("files"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        walkOn(window);
        window.run(() -> window.desktop().window().wizard().open("2"));
        window.wizard().ready(WizardPage.PREFLIGHT);

        assertThat(window.onFx(() -> window.wizard().model().preflight().stream()
                        .filter(item -> item.blocks())
                        .map(item -> item.id())
                        .toList()))
                .isEmpty();
    }

    private static void walk(TestWindow window, String iteration) {
        window.run(() -> window.desktop().window().wizard().open(iteration));
        window.wizard().ready(WizardPage.PREFLIGHT);
        walkOn(window);
    }

    private static void walkOn(TestWindow window) {
        window.run(() -> window.wizard().model().next());
        window.wizard().ready(WizardPage.QUESTIONS);
        window.run(() -> window.wizard().model().next());
        window.wizard().ready(WizardPage.REVIEW);
        window.run(() -> {
            window.wizard().model().next();
            window.wizard().model().apply();
        });
        window.wizard().ready(WizardPage.VERIFY);
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
}
