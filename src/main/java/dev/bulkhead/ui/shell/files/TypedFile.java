package dev.bulkhead.ui.shell.files;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.workspace.BaselineFile;
import dev.bulkhead.workspace.WorkingCopy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * File of a project that can be typed in, with all edits.
 *
 * @param path absolute, normalised path
 * @param name path relative to the project directory with forward slashes
 * @param text its text
 */
record TypedFile(Path path, String name, String text) {

    private static final String VARIABLES = ".env";

    /**
     * Returns all of a project: its Compose files, the variables beside each of them, and what Bulkhead is told by the
     * operator.
     */
    static List<TypedFile> all(WorkingCopy copy) {
        ComposeProject project = copy.project();
        List<TypedFile> all = new ArrayList<>();
        Set<Path> others = new LinkedHashSet<>();
        others.add(project.directory().resolve(VARIABLES));
        others.add(project.directory().resolve(Rules.FILE));
        others.add(BaselineFile.of(project));
        for (ComposeFile file : project.files()) {
            all.add(of(file));
            others.add(Objects.requireNonNull(file.path().getParent()).resolve(VARIABLES));
        }
        for (Path path : others) {
            if (all.stream().noneMatch(file -> file.path().equals(path))) {
                read(copy.files(), project.directory(), path).ifPresent(all::add);
            }
        }
        return all;
    }

    static TypedFile of(ComposeFile file) {
        return new TypedFile(file.path(), file.name(), file.text());
    }

    private static Optional<TypedFile> read(FileTree files, Path directory, Path path) {
        if (!files.isFile(path)) {
            return Optional.empty();
        }
        try {
            String name = directory.relativize(path).toString().replace('\\', '/');
            String text = new String(files.read(path), StandardCharsets.UTF_8);
            // A file in another encoding would be damaged by a save.
            return text.indexOf('\uFFFD') >= 0 ? Optional.empty() : Optional.of(new TypedFile(path, name, text));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Names the file but not its text, which can hold secrets. */
    @Override
    public String toString() {
        return "TypedFile[" + name + "]";
    }
}
