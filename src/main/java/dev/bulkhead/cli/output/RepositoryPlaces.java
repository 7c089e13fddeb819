package dev.bulkhead.cli.output;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.SourceMark;
import java.nio.file.Path;

/**
 * Places in files as a code host names them: from the top of the repository, which may lie above the project.
 *
 * @param prefix the way from there to the project's directory, empty or with a slash at its end
 * @param mainFile the first of the project's files, for what stands nowhere
 */
public record RepositoryPlaces(String prefix, String mainFile) {

    /** Returns the places of a project; without a repository they start at its directory. */
    public static RepositoryPlaces of(FileTree files, ComposeProject project) {
        Path directory = project.directory();
        String main =
                project.files().isEmpty() ? "" : project.files().getFirst().name();
        for (Path at = directory; at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            // a linked work tree and a submodule have a file of that name
            if (files.isDirectory(git) || files.isFile(git)) {
                String way = at.relativize(directory).toString().replace('\\', '/');
                return new RepositoryPlaces(way.isEmpty() ? "" : way + "/", main);
            }
        }
        return new RepositoryPlaces("", main);
    }

    /** Returns the path of the file of a mark. */
    public String file(SourceMark mark) {
        return file(mark.file());
    }

    private String file(String name) {
        return prefix.isEmpty() || Path.of(name).isAbsolute()
                ? name
                : Path.of(prefix + name).normalize().toString().replace('\\', '/');
    }

    /** Returns the path of the project's first file. */
    public String main() {
        return file(mainFile);
    }

    /** Returns file and line of a mark. */
    public String place(SourceMark mark) {
        return file(mark) + ":" + mark.line();
    }
}
