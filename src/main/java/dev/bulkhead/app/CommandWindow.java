package dev.bulkhead.app;

import dev.bulkhead.app.picture.MapPng;
import dev.bulkhead.cli.command.PictureException;
import dev.bulkhead.cli.command.WindowPrograms;
import dev.bulkhead.topology.Topology;
import java.nio.file.Path;

/** Window programs for commands, which start the toolkit only then. */
final class CommandWindow implements WindowPrograms {

    @Override
    public byte[] png(Topology topology) throws PictureException {
        Toolkit.headless();
        try {
            return MapPng.of(topology);
        } catch (LinkageError | UnsupportedOperationException | IllegalStateException e) {
            throw new PictureException("The window's toolkit cannot start on this machine (" + e.getMessage()
                    + "), so there is no PNG; export svg instead.");
        }
    }

    @Override
    public int tour(Path to) {
        return new Tour(to, System.out).run();
    }
}
