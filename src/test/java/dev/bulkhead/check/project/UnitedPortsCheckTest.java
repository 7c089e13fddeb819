package dev.bulkhead.check.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports of an override beside those of the file below it. */
class UnitedPortsCheckTest {

    private static final String BASE = "services: {web: {image: 'nginx:1.29', ports: ['8080:80', '8443:443']}}\n";

    private static List<String> found(Path directory, String override) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), BASE);
        Files.writeString(directory.resolve("compose.override.yaml"), override);
        return Checks.run(CheckInput.of(new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory))))
                .stream()
                .filter(finding -> finding.rule().equals("united-ports"))
                .map(Finding::message)
                .toList();
    }

    @Test
    void anotherPortOfTheHostIsOneMore(@TempDir Path directory) throws Exception {
        assertThat(found(directory, "services: {web: {ports: ['9090:80']}}\n"))
                .containsExactly("Service web publishes its port 80 twice, as 8080:80 by compose.yaml and as 9090:80 by"
                        + " compose.override.yaml: lists of ports are united.");
    }

    @Test
    void whatTakesThePlaceOfTheOtherIsNone(@TempDir Path directory) throws Exception {
        assertThat(found(directory, "services: {web: {ports: !override ['9090:80']}}\n"))
                .isEmpty();
        assertThat(found(directory, "services: {web: {ports: ['9090:81']}}\n")).isEmpty();
    }
}
