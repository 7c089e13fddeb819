package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.value.EnvFileEdit;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.edit.FieldValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Candidate changes of text that set a variable in the {@code env_file} that gives it to a service. */
final class EnvFileVariables {

    private final EnvFileEdit edits;
    private final WantedModel wanted;
    private final List<String> path;

    EnvFileVariables(ComposeProject project, FileTree files, WantedModel wanted, List<String> path) {
        this.edits = new EnvFileEdit(project, files);
        this.wanted = wanted;
        this.path = path;
    }

    /** Returns the attempts, the file that counts most first; none where the service itself states the variable. */
    List<Draft.Attempt> attempts(FieldValue value) {
        List<Draft.Attempt> attempts = new ArrayList<>();
        String text = switch (value) {
            case FieldValue.Text(String written) -> written;
            case FieldValue.Literal(String written) -> written;
            case FieldValue.Items _, FieldValue.Fields _ -> "";
        };
        boolean stated = ModelData.at(wanted.before(), path).isPresent();
        Object files = ModelData.at(wanted.before(), List.of(path.get(0), path.get(1), "env_file"))
                .orElse(List.of());
        if (!stated && files instanceof List<?> list) {
            for (Object file : list.reversed()) {
                if (file instanceof Map<?, ?> fields && fields.get("path") instanceof String name) {
                    attempts.add(edits.attempt(Path.of(name), path.getLast(), text));
                }
            }
        }
        return attempts;
    }
}
