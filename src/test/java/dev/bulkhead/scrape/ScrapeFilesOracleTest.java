package dev.bulkhead.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.StartsProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files from which scrapes are read in the tests and samples are such as Prometheus itself takes. */
@StartsProcesses
class ScrapeFilesOracleTest {

    @TempDir
    Path folder;

    @BeforeEach
    void findPromtool() {
        boolean there = Files.isExecutable(ProgramImages.program("promtool"));
        if (!Boolean.parseBoolean(System.getenv("BULKHEAD_REQUIRE_ENGINE"))) {
            assumeTrue(there, "promtool is not here; run installers/lib/engines.sh");
        }
        assertThat(there).isTrue();
    }

    static Stream<String> files() throws Exception {
        return Stream.of(
                ScrapeFileReaderTest.JOBS,
                ScrapeFileReaderTest.LISTED,
                ScrapeFileReaderTest.PROBES,
                Files.readString(Path.of("assets/samples/mediaserver/monitoring/prometheus.yml")),
                Files.readString(Path.of("assets/samples/medianest/config/prometheus/prometheus.yml")),
                Files.readString(Path.of("assets/samples/hydra/prometheus/prometheus.yml")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void prometheusTakesIt(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("prometheus.yml"), text);

        // what a file refers to is at other paths within a container
        String said = Commands.succeed(
                Map.of(),
                folder,
                List.of(
                        ProgramImages.program("promtool").toString(),
                        "check",
                        "config",
                        "--syntax-only",
                        file.toString()));

        assertThat(said).contains(" SUCCESS: " + file + " is valid prometheus config file syntax");
    }
}
