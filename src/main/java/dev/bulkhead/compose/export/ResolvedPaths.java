package dev.bulkhead.compose.export;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.topology.SourceMark;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Absolute forms of the paths that the loader leaves as they are, since they do not concern networks. */
public final class ResolvedPaths {

    private static final Pattern ELSEWHERE =
            Pattern.compile("^(/|~|[A-Za-z]:[\\\\/]|\\\\\\\\|[a-z+]+://|git@|github\\.com/|\\$).*", Pattern.DOTALL);

    private final ComposeProject project;

    /** Makes the paths of a project absolute. */
    public ResolvedPaths(ComposeProject project) {
        this.project = project;
    }

    /** Returns an element of a section with absolute paths. */
    public ResolvedValue absolute(String section, ResolvedValue element) {
        if (!(element instanceof Fields fields)) {
            return element;
        }
        return switch (section) {
            case "services" ->
                fields.get("build")
                        .map(build -> fields.with("build", in(build, "context")))
                        .orElse(fields);
            case "secrets", "configs" -> in(fields, "file");
            default -> fields;
        };
    }

    private ResolvedValue in(ResolvedValue value, String name) {
        if (value instanceof Fields fields
                && fields.get(name).orElse(fields) instanceof Scalar path
                && path.string()
                && !ELSEWHERE.matcher(path.text()).matches()) {
            try {
                String absolute =
                        base(path.at()).resolve(path.text()).normalize().toString();
                return fields.with(name, new Scalar(absolute, true, Optional.empty(), path.at()));
            } catch (InvalidPathException notAPath) {
                return fields;
            }
        }
        return value;
    }

    /** Files named or discovered count from the project directory, included and extended ones from their own. */
    private Path base(SourceMark at) {
        boolean main = project.files().stream()
                .limit(project.mainFiles())
                .map(ComposeFile::name)
                .anyMatch(at.file()::equals);
        Optional<Path> own = project.file(at.file()).map(file -> file.path().getParent());
        return main ? project.directory() : own.orElse(project.directory());
    }
}
