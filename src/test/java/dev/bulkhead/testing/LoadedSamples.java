package dev.bulkhead.testing;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.Topology;

/** The shipped samples as topologies. */
public final class LoadedSamples {

    private LoadedSamples() {}

    public static Topology of(String sample) throws ComposeException {
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(SampleFiles.original(sample)))
                .topology();
    }
}
