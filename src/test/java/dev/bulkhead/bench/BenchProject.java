package dev.bulkhead.bench;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.compose.load.CorpusCases.Case;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.LoadedSamples;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project whose picture is measured. */
record BenchProject(String name, Topology topology, SourceMap sources) {

    /** Returns the samples that are shipped. */
    static List<BenchProject> samples() throws ComposeException {
        List<BenchProject> all = new ArrayList<>();
        for (String sample : List.of(SampleFiles.MEDIASERVER, SampleFiles.HYDRA, SampleFiles.MEDIANEST)) {
            all.add(new BenchProject(sample, LoadedSamples.of(sample), SourceMap.EMPTY));
        }
        return all;
    }

    /** Returns the projects of the corpus with three services or more; none where there is no corpus. */
    static List<BenchProject> corpus() throws IOException {
        List<BenchProject> all = new ArrayList<>();
        Optional<Path> corpus = CorpusCases.corpus();
        if (corpus.isEmpty()) {
            return all;
        }
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        for (Case one : CorpusCases.of(corpus.get())) {
            try {
                ComposeProject project = loader.load(one.request(Map.of()));
                if (project.topology().services().size() > 2) {
                    all.add(new BenchProject(one.label(), project.topology(), project.sources()));
                }
            } catch (ComposeException e) {
                // Not every file of the corpus is a project; those that are not have no map.
            }
        }
        return all;
    }
}
