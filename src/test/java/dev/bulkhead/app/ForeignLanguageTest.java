package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.StartsProcesses;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window in a language that nobody speaks: what is not in the bundle stands out. */
@StartsProcesses
class ForeignLanguageTest {

    private static final String LANGUAGE = "qps";

    @TempDir
    private Path folder;

    @Test
    void everythingThatTheWindowSaysIsSaidInTheLanguageOfTheStart() throws Exception {
        translate();

        Path said = folder.resolve("said");
        Process window = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Duser.language=" + LANGUAGE,
                        "-Duser.home=" + folder.resolve("home"),
                        "-cp",
                        folder.resolve("words") + File.pathSeparator + System.getProperty("java.class.path"),
                        ForeignWindow.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(window.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(window.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            window.destroyForcibly().waitFor();
        }

        List<String> lines = Files.readAllLines(said);
        assertThat(lines)
                .filteredOn(line -> line.startsWith(ForeignWindow.LEFT))
                .isEmpty();
        assertThat(lines)
                .as("that it looked at all")
                .filteredOn(line -> line.startsWith(ForeignWindow.SEEN))
                .singleElement()
                .satisfies(line -> assertThat(Integer.parseInt(line.substring(ForeignWindow.SEEN.length())))
                        .isGreaterThan(150));
    }

    private void translate() throws IOException {
        Properties words = new Properties();
        Path english = Path.of("src/main/resources/dev/bulkhead/ui/words/words.properties");
        try (Reader reader = Files.newBufferedReader(english)) {
            words.load(reader);
        }
        words.replaceAll((key, text) -> "[" + text + "]");
        Path place = Files.createDirectories(folder.resolve("words/dev/bulkhead/ui/words"));
        try (Writer writer =
                Files.newBufferedWriter(place.resolve("words_" + LANGUAGE + ".properties"), StandardCharsets.UTF_8)) {
            words.store(writer, null);
        }
    }
}
