package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window as it is started, in a process of its own: a frame first, then the project, or the reason why there is none. */
class WindowLaunchIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private Process started;

    @Test
    void theFrameIsThereBeforeTheProject() throws IOException {
        Path said = start(project("services: {web: {image: nginx}}"));
        await().atMost(LIMIT).until(() -> Files.readString(said).contains("the project was drawn"));
        String told = Files.readString(said);
        assertThat(told.indexOf("the window was drawn")).isBetween(0, told.indexOf("the project was drawn") - 1);
        assertThat(Files.readString(folder.resolve("home/.config/bulkhead/settings.properties")))
                .as("the project is among the recent ones")
                .contains("compose.yaml");
        assertThat(started.isAlive()).isTrue();
    }

    @Test
    void aProjectThatCannotBeReadLeavesAWindow() throws IOException {
        Path said = start(project("services: {web: {image: nginx"));
        await().atMost(LIMIT).until(() -> Files.readString(said).contains("could not be opened"));
        assertThat(Files.readString(said)).contains("compose.yaml:1").doesNotContain("the project was drawn");
        await().atMost(LIMIT).until(() -> log().contains("The window was there"));
        assertThat(started.isAlive()).isTrue();
    }

    @AfterEach
    void end() throws InterruptedException {
        started.destroyForcibly().waitFor();
    }

    private Path project(String compose) throws IOException {
        Path project = Files.createDirectory(folder.resolve("project"));
        return Files.writeString(project.resolve("compose.yaml"), compose);
    }

    private String log() throws IOException {
        Path log = folder.resolve("home/.local/state/bulkhead/logs/bulkhead.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private Path start(Path project) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Duser.home=" + home,
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.bulkhead.app.Main",
                        project.toString(),
                        "--engine",
                        "practice"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("BULKHEAD_STARTUP_TRACE", "1");
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        started = builder.start();
        return said;
    }
}
