package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.topology.edit.TopologyEdit.Attach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another program writes the files of the open project. */
@WithWindow
class ChangedOnDiskIT {

    private static final String BEFORE = """
            services:
              web:
                image: nginx
                networks:
                  - front
              db:
                image: postgres
                networks:
                  - back
            networks:
              front:
              back:
            """;
    private static final String THEIRS = BEFORE.replace("nginx", "caddy");
    private static final String MINE = BEFORE.replace("      - front\n", "      - front\n      - back\n");
    private static final String BOTH = MINE.replace("nginx", "caddy");

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void openAProject(TestWindow window) throws Exception {
        Path project = Files.createDirectory(window.folder().resolve("shop"));
        file = Files.writeString(project.resolve("docker-compose.yml"), BEFORE);
        window.openProject(project);
    }

    @Test
    void theBannerNamesTheFileAndReloadShowsIt(TestWindow window) throws Exception {
        theyWrite(window);
        assertThat(window.words("#disk-banner-words")).isEqualTo("docker-compose.yml changed on disk.");

        window.click("#disk-reload");
        window.await("no banner", () -> !window.shown("#disk-banner"));
        assertThat(image(window)).isEqualTo("caddy");
    }

    @Test
    void aFileThatWasDeletedIsCalledThat(TestWindow window) throws Exception {
        Files.delete(file);
        window.await("the banner", () -> window.shown("#disk-banner"));

        assertThat(window.words("#disk-banner-words")).isEqualTo("docker-compose.yml deleted on disk.");
    }

    @Test
    void keepMineLeavesWhatIsShown(TestWindow window) throws Exception {
        theyWrite(window);
        window.click("#disk-keep");

        assertThat(window.shown("#disk-banner")).isFalse();
        assertThat(image(window)).isEqualTo("nginx");
    }

    @Test
    void compareShowsTheChangedLines(TestWindow window) throws Exception {
        theyWrite(window);
        window.click("#disk-compare");

        assertThat(window.shown("1 file, 1 added, 1 removed")).isTrue();
    }

    @Test
    void reloadDoesUnsavedChangesAgain(TestWindow window) throws Exception {
        change(window);
        theyWrite(window);
        window.click("#disk-reload");
        window.await("the reload", () -> image(window).equals("caddy"));
        window.click("#command-save");

        assertThat(Files.readString(file)).isEqualTo(BOTH);
    }

    @Test
    void savingAsksAndMineIsWrittenOverTheirs(TestWindow window) throws Exception {
        saveIntoAConflict(window);
        window.click("#conflict-mine-0");
        window.click("Save as chosen");

        assertThat(Files.readString(file)).isEqualTo(MINE);
        assertThat(window.words("#project-state")).isEqualTo("saved");
    }

    @Test
    void savingAsksAndTheirsIsTaken(TestWindow window) throws Exception {
        saveIntoAConflict(window);
        window.click("#conflict-theirs-0");
        window.click("Save as chosen");

        assertThat(Files.readString(file)).isEqualTo(THEIRS);
        assertThat(image(window)).isEqualTo("caddy");
        assertThat(window.words("#project-state")).isEqualTo("saved");
    }

    @Test
    void savingAsksAndShowsBothDifferences(TestWindow window) throws Exception {
        saveIntoAConflict(window);
        assertThat(window.shown("1 file, 1 added, 1 removed")).isTrue();

        window.click("What I changed");
        assertThat(window.shown("1 file, 1 added, 0 removed")).isTrue();
    }

    @Test
    void whatTheWindowSavesItselfIsNoNewsButANewRuleIsChecked(TestWindow window) throws Exception {
        change(window);
        window.click("#command-save");
        // Told after the save: when its rule is checked, the save has been looked at.
        Files.writeString(file.resolveSibling("bulkhead.yml"), "version: 1\nrules:\n  - must-not: web -> db\n");
        window.await(
                "the rule",
                () -> window.context().project().findings().stream()
                        .anyMatch(finding -> finding.rule().equals("rule-must-not")));
        window.settle();

        assertThat(window.words("#project-state")).isEqualTo("saved");
        assertThat(window.shown("#disk-banner")).isFalse();
    }

    private void saveIntoAConflict(TestWindow window) throws IOException {
        change(window);
        theyWrite(window);
        window.click("#command-save");
        window.await("the question", () -> window.shown("#conflict-mine-0"));
    }

    private void theyWrite(TestWindow window) throws IOException {
        Files.writeString(file, THEIRS);
        window.await("the banner", () -> window.shown("#disk-banner"));
    }

    private static void change(TestWindow window) {
        TopologyEdit edit = new Attach("web", Attachment.to("back"));
        window.run(() -> window.context().project().apply(edit));
    }

    private static String image(TestWindow window) {
        return window.onFx(() -> window.context()
                .project()
                .topologyProperty()
                .get()
                .service("web")
                .orElseThrow()
                .container()
                .image()
                .orElse(""));
    }
}
