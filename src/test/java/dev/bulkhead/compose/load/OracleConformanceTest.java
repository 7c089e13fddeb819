package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.load.CorpusCases.Case;
import dev.bulkhead.compose.load.OracleComparison.Result;
import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens projects as {@code docker compose config} does and compares what comes out.
 *
 * <p>The corpus stands beside the project ({@code -Dbulkhead.corpus=FOLDER}), the oracle is found by {@link
 * Oracle#find}. {@code -Dbulkhead.oracle.show=true} prints each result.
 */
@StartsProcesses
class OracleConformanceTest {

    @TempDir
    private Path scratch = Path.of(".");

    @Test
    void agreesWithComposeOnEveryProjectOfTheCorpus() throws IOException {
        Optional<Path> corpus = CorpusCases.corpus();
        if (corpus.isEmpty()) {
            throw skip("THE CORPUS FOLDER");
        }
        compare("projects of the corpus", CorpusCases.of(corpus.get()));
    }

    @Test
    void agreesWithComposeOnEveryKnownTrap() throws IOException {
        compare("traps", TrapCases.of(scratch));
    }

    private static void compare(String what, List<Case> cases) throws IOException {
        Path home = Files.createDirectories(Path.of("target", "oracle-home").toAbsolutePath());
        Oracle oracle = Oracle.find(home).orElseThrow(() -> skip("DOCKER COMPOSE"));
        List<Result> results = cases.parallelStream()
                .map(each -> OracleComparison.compare(each, oracle))
                .toList();
        OracleComparison.report(what, results);
        assertThat(results.stream().filter(Result::isFault)).isEmpty();
    }

    private static RuntimeException skip(String missing) {
        System.err.println("SKIPPED: THE READER WAS NOT COMPARED WITH COMPOSE: " + missing + " IS NOT HERE");
        Assumptions.abort(missing + " is not here");
        return new IllegalStateException("not reached");
    }
}
