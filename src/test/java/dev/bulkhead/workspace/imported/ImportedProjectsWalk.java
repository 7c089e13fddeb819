package dev.bulkhead.workspace.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every project of the corpus that comes up on stand-ins, imported and brought up on a fresh engine; {@code installers/imports.sh}
 * starts it. {@code -Dbulkhead.imports.engine=current} or {@code DEBIAN_12}, {@code -Dbulkhead.imports.only} takes the
 * projects whose places match.
 */
@Tag("engine")
class ImportedProjectsWalk {

    private static final int FEWEST = 20;

    @Test
    void everyProjectThatComesUpIsTheSameAgain(@TempDir Path scratch) throws Exception {
        Path corpus = CorpusCases.corpus().orElseThrow();
        EngineRelease release = EngineRelease.valueOf(System.getProperty("bulkhead.imports.engine", "CURRENT"));
        String only = System.getProperty("bulkhead.imports.only", "");
        Map<String, List<CorpusCases.Case>> projects = ImportedCorpus.projects(corpus);
        projects.keySet()
                .removeIf(place -> !Pattern.compile(only).matcher(place).find());
        try (PrivateEngine first = PrivateEngine.start(release);
                PrivateEngine fresh = PrivateEngine.start(release)) {
            ImportedCorpus walk = new ImportedCorpus(new RoundTrip(first, fresh), scratch.toRealPath());
            if (Pattern.compile(only).matcher("mediaserver").find()) {
                assertThat(ImportedStacks.mediaServer(new RoundTrip(first, fresh)))
                        .isEmpty();
                System.err.println("compared the media server");
            }
            for (Map.Entry<String, List<CorpusCases.Case>> project : projects.entrySet()) {
                int before = walk.run().size();
                int told = walk.differences().size();
                walk.take(project.getKey(), project.getValue());
                boolean ran = walk.run().size() > before;
                System.err.println(
                        ran
                                ? "compared " + project.getKey()
                                : "not run  " + walk.notRun().getLast());
                walk.differences().stream().skip(told).forEach(each -> System.err.println("DIFFERS  " + each));
            }
            System.err.println(
                    "Imported on engine " + release + ": " + walk.run().size() + " projects of the corpus, "
                            + walk.differences().size() + " differences; "
                            + walk.notRun().size()
                            + " more do not come up on stand-ins.");
            assertThat(walk.differences()).isEmpty();
            if (only.isEmpty()) {
                assertThat(walk.run().size()).isGreaterThanOrEqualTo(FEWEST);
            }
        }
    }
}
