package dev.bulkhead.migrate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Projects of different kinds that nobody made for Bulkhead, on stand-ins on a real engine: each iteration is made and verified, or
 * refused with a sentence, and all of them are gone back from. {@code -Dbulkhead.walk.found=netbox-docker} takes one of
 * them.
 */
@WithEngine(EngineRelease.CURRENT)
class FoundProjectsWalk {

    @Test
    void iterationsOfProjectsFoundInTheWildAreVerifiedAndGoneBackFromOrRefused(PrivateEngine engine) throws Exception {
        Optional<Path> corpus = CorpusCases.corpus();
        if (corpus.isEmpty()) {
            System.err.println("SKIPPED: NO ITERATION WAS TRIED ON REAL PROJECTS: THE CORPUS FOLDER IS NOT HERE");
            Assumptions.abort("the corpus folder is not here");
        }
        String only = System.getProperty("bulkhead.walk.found", "all");
        List<FoundProject> chosen = FoundProject.CHOSEN.stream()
                .filter(found -> only.equals("all") || found.name().equals(only))
                .toList();
        assertThat(chosen).isNotEmpty();
        for (FoundProject found : chosen) {
            VoyageProject project = found.start(engine, corpus.orElseThrow());
            Walk walk = new Walk(project);
            for (String iteration : WalkCommand.of("1", "2", "5", "7").path()) {
                walk.makeUnlessRefused(iteration, MediaServerWalk.answers(engine, iteration));
            }
            WalkCommand.keep("found-" + found.name(), walk);
            walk.back();
            project.stack().compose("down", "-v");
        }
    }
}
