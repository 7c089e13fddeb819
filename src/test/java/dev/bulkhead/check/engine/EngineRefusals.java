package dev.bulkhead.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Projects with and without a mistake, brought up on a real engine: where one is refused, the checks have an error, and only
 * there.
 */
abstract class EngineRefusals {

    private static final String SINCE_28 = " (since 28)";

    @Test
    void whatTheEngineRefusesIsAnErrorAndNothingElseIs(PrivateEngine engine) throws Exception {
        StandInImages.provide(engine, "x:1");
        List<String> told = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String part : text().split("(?m)^=== ", -1)) {
            String title = part.lines().findFirst().orElse("");
            if (title.isEmpty() || (title.endsWith(SINCE_28) && engine.release() == EngineRelease.DEBIAN_12)) {
                continue;
            }
            Path directory = Files.createTempDirectory(engine.folder("refusals"), "p");
            Files.writeString(directory.resolve("compose.yml"), part.substring(title.length() + 1));
            expected.add(title + (starts(engine, directory) ? ": starts" : ": is refused"));
            told.add(title + (hasError(directory) ? ": is refused" : ": starts"));
        }
        assertThat(told).hasSizeGreaterThan(30).containsExactlyElementsOf(expected);
    }

    private static boolean starts(PrivateEngine engine, Path directory) throws IOException {
        try {
            engine.compose(directory, Map.of(), "up", "-d");
            return true;
        } catch (IOException refused) {
            return false;
        } finally {
            engine.compose(directory, Map.of(), "down", "-t", "0");
        }
    }

    private static boolean hasError(Path directory) throws ComposeException {
        ComposeProject project = new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory));
        return Checks.run(CheckInput.of(project)).stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static String text() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EngineRefusals.class.getResourceAsStream("/check/engine-refusals.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
