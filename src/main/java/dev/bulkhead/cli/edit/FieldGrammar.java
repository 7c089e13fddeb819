package dev.bulkhead.cli.edit;

import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of {@code bulkhead edit --set} and {@code --unset}: the path of a field and its value, as an edit. */
final class FieldGrammar {

    /** Fields whose names below are free and hold dots themselves; what follows is one name. */
    private static final Set<String> FREE_NAMES =
            Set.of("labels", "environment", "annotations", "sysctls", "extra_hosts", "args", "options", "driver_opts");

    private static final Pattern LITERAL = Pattern.compile("true|false|-?[0-9]+(\\.[0-9]+)?");

    private FieldGrammar() {}

    /** {@code SERVICE.PATH=VALUE}. */
    static FieldEdit set(String text, Topology project) throws UsageException {
        // A name of a label can hold no equals sign, a value can.
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new UsageException("--set takes SERVICE.PATH=VALUE, not '" + text + "'.");
        }
        String value = text.substring(equals + 1);
        FieldElement field = field("--set", text.substring(0, equals), project);
        boolean free = field.path().size() > 1
                && FREE_NAMES.contains(field.path().get(field.path().size() - 2));
        return new FieldEdit.SetField(
                field,
                LITERAL.matcher(value).matches() && !free ? new FieldValue.Literal(value) : FieldValue.text(value));
    }

    /** {@code SERVICE.PATH}. */
    static FieldEdit unset(String text, Topology project) throws UsageException {
        return new FieldEdit.RemoveField(field("--unset", text, project));
    }

    private static FieldElement field(String option, String path, Topology project) throws UsageException {
        // Names of services may hold dots, so the longest one that fits is meant.
        Optional<String> service = project.services().keySet().stream()
                .filter(key -> path.startsWith(key + "."))
                .max(Comparator.comparingInt(String::length));
        if (service.isEmpty() || path.length() == service.get().length() + 1) {
            throw new UsageException(option + " " + path
                    + " does not begin with a service of the project and a field of it; write SERVICE.PATH.");
        }
        List<String> names = new ArrayList<>();
        String rest = path.substring(service.get().length() + 1);
        while (!rest.isEmpty()) {
            int dot = !names.isEmpty() && FREE_NAMES.contains(names.getLast()) ? -1 : rest.indexOf('.');
            names.add(dot < 0 ? rest : rest.substring(0, dot));
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Element.service(service.get())
                .field(names.getFirst(), names.subList(1, names.size()).toArray(String[]::new));
    }
}
