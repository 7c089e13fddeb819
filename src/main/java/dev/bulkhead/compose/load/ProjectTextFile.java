package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.source.SourceStore;
import dev.bulkhead.compose.yaml.SourceText;
import dev.bulkhead.files.FileTree;
import java.nio.file.Path;

/** Reader of other text files of a project, as careful as that of its Compose files. */
public final class ProjectTextFile {

    private ProjectTextFile() {}

    /**
     * Returns the text of a file, named relative to the project directory where it is inside.
     *
     * @throws ComposeException if it is not there, not readable, too large or not text, with one sentence
     */
    public static SourceText read(FileTree files, Path projectDirectory, Path file) throws ComposeException {
        Path absolute = file.toAbsolutePath().normalize();
        return new SourceStore(files, projectDirectory).text(absolute);
    }
}
