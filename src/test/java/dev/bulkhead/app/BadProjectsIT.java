package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Projects that cannot be opened: one sentence, and what was open stays. */
@WithWindow
class BadProjectsIT {

    @Test
    void aFileThatIsNoYamlIsToldWithItsPlace(TestWindow window) throws IOException {
        Path project = project(window, "docker-compose.yml", "services:\n  web: [unclosed\n");
        window.ask(project);

        assertThat(trouble(window))
                .startsWith(project + ": ")
                .contains("docker-compose.yml:")
                .doesNotContain("\n")
                .doesNotContain("Exception");
    }

    @Test
    void aPathThatIsNotThereIsNamed(TestWindow window) {
        Path nowhere = window.folder().resolve("nowhere");
        window.ask(nowhere);

        assertThat(trouble(window)).contains(nowhere.toString()).doesNotContain("Exception");
    }

    @Test
    void aCycleOfIncludesIsToldAndNotFollowed(TestWindow window) throws IOException {
        Path project = project(window, "docker-compose.yml", "include: [other.yml]\nservices: {}\n");
        Files.writeString(project.resolve("other.yml"), "include: [docker-compose.yml]\n");
        window.ask(project);

        assertThat(trouble(window)).containsIgnoringCase("include").contains("other.yml");
    }

    @Test
    void theProjectThatWasOpenStays(TestWindow window) {
        Path sample = window.openSample();
        window.ask(window.folder().resolve("nowhere"));

        assertThat(trouble(window)).endsWith(" The project that was open stays.");
        assertThat(window.desktop().window().projects().openedProperty().get().map(opened -> opened.path()))
                .contains(sample);
        assertThat(window.shown("#card-sonarr")).isTrue();
    }

    private static Path project(TestWindow window, String file, String text) throws IOException {
        Path project = Files.createDirectories(window.folder().resolve("bad"));
        Files.writeString(project.resolve(file), text);
        return project;
    }

    private static String trouble(TestWindow window) {
        window.await("the banner", () -> window.shown("#trouble-banner"));
        return window.words("#trouble-banner .label");
    }
}
