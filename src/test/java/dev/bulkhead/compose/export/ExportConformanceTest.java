package dev.bulkhead.compose.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.compose.load.CorpusCases.Case;
import dev.bulkhead.compose.load.Oracle;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compose accepts every exported file and makes of it what was meant. */
@StartsProcesses
class ExportConformanceTest {

    /** Every so many projects of the corpus; {@code -Dbulkhead.corpus.step=1} takes them all. */
    private static final int STEP = Integer.getInteger("bulkhead.corpus.step", 12);

    @TempDir
    private Path scratch = Path.of("");

    @Test
    void theExportsOfTheSamplesMeanWhatTheSamplesMean() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String sample : List.of(SampleFiles.MEDIASERVER, SampleFiles.HYDRA, SampleFiles.MEDIANEST)) {
            cases.add(new Case(sample, SampleFiles.copy(sample, scratch), List.of(), Map.of()));
        }
        assertThat(check(cases)).isEqualTo(cases.size());
    }

    @Test
    void theExportsOfProjectsFoundInTheWildMeanWhatTheProjectsMean() throws IOException {
        Optional<Path> corpus = CorpusCases.corpus();
        if (corpus.isEmpty()) {
            throw skip("THE CORPUS FOLDER");
        }
        List<Case> all = CorpusCases.of(corpus.get());
        List<Case> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += STEP) {
            some.add(all.get(i));
        }
        // A third and more of the ways to open the corpus are refused by Compose itself.
        assertThat(check(some)).isGreaterThan(some.size() / 3);
    }

    private int check(List<Case> cases) throws IOException {
        Path home = Files.createDirectories(Path.of("target", "oracle-home").toAbsolutePath());
        Oracle oracle = Oracle.find(home).orElseThrow(() -> skip("DOCKER COMPOSE"));
        List<List<String>> results = cases.parallelStream()
                .flatMap(each -> run(each, oracle).stream())
                .toList();
        System.err.println("Exports given to Compose: " + results.size() + " of " + cases.size()
                + " projects (Compose or Bulkhead refuses the others)");
        assertThat(results.stream().flatMap(List::stream)).isEmpty();
        return results.size();
    }

    private Optional<List<String>> run(Case each, Oracle oracle) {
        try {
            return ExportCheck.run(each, oracle, Files.createTempDirectory(scratch, "export"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException skip(String missing) {
        System.err.println("SKIPPED: THE EXPORTS WERE NOT GIVEN TO COMPOSE: " + missing + " IS NOT HERE");
        Assumptions.abort(missing + " is not here");
        return new IllegalStateException("not reached");
    }
}
