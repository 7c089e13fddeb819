package dev.bulkhead.compose.load.source;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that are read together: those of the project, or those of one include.
 *
 * @param directory what relative paths in them refer to, absolute
 * @param files the files in the order they are merged, absolute
 * @param variables what their variables refer to
 * @param chain the files that lead here by include, outermost first
 */
public record LoadUnit(Path directory, List<Path> files, Variables variables, List<Path> chain) {

    public LoadUnit {
        files = List.copyOf(files);
        chain = List.copyOf(chain);
    }

    /** Returns a path of one of the files as an absolute one. */
    public Path resolve(String path) {
        return directory.resolve(path).normalize();
    }
}
