package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Start of a program by a shell that first reads secrets from files into variables, for images that read no files. The value
 * is in the environment of the program then, and no more in what the engine tells.
 */
final class ShellStart {

    private ShellStart() {}

    /**
     * Returns the edits.
     *
     * @param variables variable to the file it is read from
     * @param stated the service as its files say
     * @param made how its container was made, image and files together
     * @throws AnswersException if it is not known what the image starts
     */
    static List<ProjectEdit> edits(
            Element.ServiceElement service,
            Map<String, String> variables,
            ResolvedValue stated,
            Optional<IterationInput.Made> made)
            throws AnswersException {
        IterationInput.Made known = made.orElseThrow(() -> new AnswersException("What the image of " + service.key()
                + " starts is not known, since it has no container; start it first."));
        String script = variables.entrySet().stream()
                        .map(entry -> "export " + entry.getKey() + "=\"$(cat " + entry.getValue() + ")\"")
                        .collect(Collectors.joining(" && "))
                + " && exec \"$@\"";
        List<FieldValue> words = new ArrayList<>();
        List.of("/bin/sh", "-c", script, "sh").forEach(word -> words.add(FieldValue.text(word)));
        known.entrypoint().forEach(word -> words.add(FieldValue.text(word)));
        List<ProjectEdit> edits = new ArrayList<>();
        edits.add(new FieldEdit.SetField(service.field("entrypoint"), new FieldValue.Items(words)));
        boolean commands = SecretReferences.at(stated, List.of("command")).isPresent();
        if (!commands && !known.command().isEmpty()) {
            // an entry point in the file takes the image's own command away (Compose Specification, entrypoint)
            edits.add(new FieldEdit.SetField(
                    service.field("command"),
                    new FieldValue.Items(
                            known.command().stream().map(FieldValue::text).toList())));
        }
        return edits;
    }
}
