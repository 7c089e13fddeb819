package dev.bulkhead.compose.export;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.topology.SourceMark;
import java.util.Map;
import java.util.Optional;

/**
 * A project as one Compose file: includes, extends, anchors and overrides put together, paths absolute, networks and ports
 * with their values.
 *
 * <p>No value of an environment variable is written, and nothing that came out of {@code .env}: variables stay
 * variables, and what stood in a file as a value is passed through from the environment in which Compose runs.
 */
public final class ResolvedFile {

    private final ResolvedProject resolved;
    private final YamlText yaml = new YamlText();

    private ResolvedFile(ResolvedProject resolved) {
        this.resolved = resolved;
    }

    /** Returns the file's text. */
    public static String of(ResolvedProject resolved) {
        return new ResolvedFile(resolved).write();
    }

    private String write() {
        ComposeProject project = resolved.project();
        yaml.comment(0, "Project " + project.topology().project() + " as one file, exported by Bulkhead.");
        yaml.comment(0, "Values of environment variables and secrets are not in it: ${NAME} and names without a value");
        yaml.comment(0, "are taken from the environment, or from an .env file beside this one. Paths are absolute.");
        yaml.field(0, "name", project.topology().project());
        SecretMask mask = SecretMask.of(project.topology().services().values());
        ResolvedPaths paths = new ResolvedPaths(project);
        ResolvedFields fields = new ResolvedFields(yaml, mask);
        for (Map.Entry<String, Fields> section : resolved.sections().entrySet()) {
            Fields elements = section.getValue();
            if (elements.fields().isEmpty()) {
                continue;
            }
            yaml.line(0, section.getKey() + ":");
            elements.fields().forEach((key, value) -> {
                ResolvedValue element = paths.absolute(section.getKey(), named(section.getKey(), key, value));
                fields.element(section.getKey(), key, element);
            });
        }
        if (resolved.project().topology().services().isEmpty()) {
            yaml.line(0, "services: {}");
        }
        return yaml.toString();
    }

    /** Networks get the name that they have on the engine. */
    private ResolvedValue named(String section, String key, ResolvedValue value) {
        if (!section.equals("networks")) {
            return value;
        }
        Fields fields = value instanceof Fields stated ? stated : Fields.none();
        return resolved.project()
                .topology()
                .network(key)
                .<ResolvedValue>map(network -> fields.with("name", text(network.name())))
                .orElse(fields);
    }

    private static Scalar text(String text) {
        return new Scalar(text, true, Optional.empty(), new SourceMark("", 1, 1));
    }
}
