package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.goal.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Text of a project: everything its files say, and the files themselves; it can hold secrets.
 *
 * @param project what they say
 * @param files the files
 * @param writer the user who runs this program, to whom what it writes belongs; empty where that is not known
 * @param history what earlier versions of the files held
 */
public record ProjectText(
        ResolvedProject project, FileTree files, Optional<SecretFile.Owner> writer, VersionHistory history) {

    /** Returns the project directory. */
    public Path directory() {
        return project.project().directory();
    }

    /** Returns the text of a file of the project, by its name relative to the directory; empty if there is none. */
    public Optional<String> text(String name) {
        Path path = directory().resolve(name).normalize();
        if (!files.isFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(files.read(path), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the names of the env files of services that stand in the project directory. */
    public SortedSet<String> envFiles() {
        SortedSet<String> names = new TreeSet<>();
        Optional.ofNullable(project.sections().get("services"))
                .ifPresent(services -> services.fields().values().forEach(service -> {
                    if (service instanceof ResolvedValue.Fields fields) {
                        fields.get("env_file").ifPresent(files -> paths(files, names));
                    }
                }));
        return names;
    }

    private void paths(ResolvedValue value, SortedSet<String> names) {
        switch (value) {
            case ResolvedValue.Scalar scalar -> {
                Path path = directory().resolve(scalar.text()).normalize();
                if (path.startsWith(directory())) {
                    names.add(directory().relativize(path).toString().replace('\\', '/'));
                }
            }
            case ResolvedValue.Items(var items) -> items.forEach(item -> paths(item, names));
            case ResolvedValue.Fields fields -> fields.get("path").ifPresent(path -> paths(path, names));
        }
    }

    /** Names the project and nothing of what its files say. */
    @Override
    public String toString() {
        return "ProjectText[" + project.project().topology().project() + "]";
    }
}
