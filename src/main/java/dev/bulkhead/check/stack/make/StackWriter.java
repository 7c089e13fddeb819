package dev.bulkhead.check.stack.make;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Items;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.compose.export.SecretMask;
import dev.bulkhead.compose.export.YamlText;
import dev.bulkhead.topology.SecretNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writer of a stack file. Variables stay variables where a stack reads them as Compose does; what can be a secret becomes one.
 *
 * <p>Values of environment variables that are no secrets are written, unlike in other exports: a stack has no way to take them from
 * the project's files, and one variable of the command for all services is not what they say.
 */
final class StackWriter {

    /** Variables in the forms that both read alike: braces, and a default without variables. */
    private static final Pattern ALIKE =
            Pattern.compile("(?:[^$]|\\$\\$|\\$\\{[A-Za-z_][A-Za-z0-9_]*(?::?[-?][^${}]*)?\\})*", Pattern.DOTALL);

    private static final Pattern REQUIRED =
            Pattern.compile("(?<!\\$)(?:\\$\\$)*\\$\\{([A-Za-z_]\\w*)(?::?\\?[^}]*)?\\}");

    /** Keys whose texts are paths, ports and names as they were worked out. */
    private static final Set<String> WORKED_OUT =
            Set.of("volumes", "ports", "networks", "env_file", "secrets", "configs", "file");

    /** Keys of pairs of a name and a text. */
    private static final Set<String> PAIRS = Set.of("labels", "driver_opts", "options", "sysctls", "extra_hosts");

    /** Fields that are text to a stack, whatever they look like. */
    private static final Set<String> TEXTS = Set.of("cpus", "memory");

    private final SecretMask mask;
    private final YamlText yaml = new YamlText();
    private final Set<String> required = new TreeSet<>();

    StackWriter(SecretMask mask) {
        this.mask = mask;
    }

    /** Returns the variables that what was written cannot do without. */
    Set<String> required() {
        return required;
    }

    String write(String project, Map<String, Fields> sections) {
        yaml.comment(
                0, "Project " + project + " as a stack, made by Bulkhead; stack.md says why each part is as it is.");
        yaml.comment(
                0,
                "No secret is in it: ${NAME} is taken from the environment of the command, which stack.sh fills from .env.");
        sections.forEach((name, elements) -> {
            if (elements.fields().isEmpty()) {
                return;
            }
            yaml.line(0, name + ":");
            elements.fields().forEach((key, element) -> {
                if (name.equals("services") && element instanceof Fields service) {
                    field(1, key, service(key, service), false);
                } else if (element instanceof Fields fields && (name.equals("secrets") || name.equals("configs"))) {
                    yaml.line(1, YamlText.quoted(key) + ":");
                    // Their names hold a number of the operator's, and no secret.
                    fields.fields().forEach((field, value) -> {
                        if (value instanceof Scalar scalar && scalar.string()) {
                            variable(2, field, value);
                        } else {
                            field(2, field, value, true);
                        }
                    });
                } else {
                    field(1, key, element, !name.equals("volumes"));
                }
            });
        });
        String text = yaml.toString();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher variable = REQUIRED.matcher(line);
            while (variable.find()) {
                required.add(variable.group(1));
            }
        });
        return text;
    }

    private Fields service(String key, Fields service) {
        return service.get("environment").filter(Tree::says).isEmpty()
                ? service
                : service.with(
                        "environment",
                        environment(key, service.get("environment").orElseThrow()));
    }

    private Fields environment(String service, ResolvedValue stated) {
        Map<String, ResolvedValue> variables = new LinkedHashMap<>();
        Tree.open(Optional.of(stated)).forEach((name, value) -> {
            if (value instanceof Scalar scalar) {
                variables.put(
                        name, variable(service, name, scalar, scalar.template().orElse("")));
            }
        });
        for (ResolvedValue item : Tree.items(Optional.of(stated))) {
            if (item instanceof Scalar pair) {
                int equals = pair.text().indexOf('=');
                String name = equals < 0 ? pair.text() : pair.text().substring(0, equals);
                Scalar value =
                        equals < 0 ? Tree.plain("") : Tree.text(pair.text().substring(equals + 1));
                String template = pair.template()
                        .filter(whole -> whole.startsWith(name + "="))
                        .map(whole -> whole.substring(name.length() + 1))
                        .orElse("");
                variables.put(name, variable(service, name, value, template));
            }
        }
        return Tree.fields(variables);
    }

    private Scalar variable(String service, String name, Scalar value, String template) {
        if (value.isNothing()) {
            return value;
        }
        boolean secret = SecretNames.isSecret(name, value.text()) || SecretNames.looksRandom(value.text());
        // The name of a file, or a switch, is none, whatever the variable is called.
        boolean harmless =
                SecretMask.isPath(name, value.text()) || value.text().matches("(?i)true|false|yes|no|on|off|\\d{1,2}|");
        if (!template.isEmpty() && ALIKE.matcher(template).matches() && template.indexOf('$') >= 0) {
            return Tree.template(secret ? mask.named(name, template) : mask.text(template));
        }
        if (secret && !harmless) {
            return Tree.template(SecretMask.variable((service + "_" + name).toUpperCase(Locale.ROOT)));
        }
        return Tree.template(mask.text(value.text().replace("$", "$$")));
    }

    private void field(int depth, String name, ResolvedValue value, boolean workedOut) {
        String key = YamlText.quoted(name);
        switch (value) {
            case Scalar scalar -> yaml.line(depth, (key + ": " + scalar(name, scalar, workedOut)).stripTrailing());
            case Items list when list.items().isEmpty() -> yaml.line(depth, key + ": []");
            case Fields map when map.fields().isEmpty() -> yaml.line(depth, key + ": {}");
            case Items list -> {
                yaml.line(depth, key + ":");
                items(depth + 1, list, workedOut);
            }
            case Fields map
            when name.equals("environment") -> {
                yaml.line(depth, key + ":");
                map.fields().forEach((below, field) -> variable(depth + 1, below, field));
            }
            case Fields map -> {
                yaml.line(depth, key + ":");
                boolean pairs = PAIRS.contains(name);
                map.fields()
                        .forEach((below, field) -> field(
                                depth + 1, below, pairs ? asText(field) : field, !pairs && below(below, workedOut)));
            }
        }
    }

    /** A switch is no value of a label to a stack. */
    private static ResolvedValue asText(ResolvedValue value) {
        return value instanceof Scalar scalar && !scalar.isNothing() && !scalar.string()
                ? Tree.text(scalar.text())
                : value;
    }

    /** What may be said of it is decided by now. */
    private void variable(int depth, String name, ResolvedValue value) {
        String text = asText(value) instanceof Scalar scalar && !scalar.isNothing()
                ? " " + (scalar.string() ? YamlText.quotedTemplate(template(scalar)) : scalar.text())
                : "";
        yaml.line(depth, YamlText.quoted(name) + ":" + text);
    }

    private static boolean below(String name, boolean above) {
        return above || WORKED_OUT.contains(name);
    }

    private void items(int depth, Items list, boolean workedOut) {
        List<String> before = new ArrayList<>();
        for (ResolvedValue item : list.items()) {
            switch (item) {
                case Scalar scalar -> {
                    String text = workedOut
                            ? value(scalar)
                            : YamlText.quotedTemplate(mask.argument(before, template(scalar)));
                    yaml.line(depth, "- " + (scalar.string() ? text : scalar.text()));
                    before.add(scalar.text());
                }
                case Items inner -> {
                    yaml.line(depth, "-");
                    items(depth + 1, inner, workedOut);
                }
                case Fields inner -> item(depth, inner, workedOut);
            }
        }
    }

    private void item(int depth, Fields item, boolean workedOut) {
        String mark = "- ";
        for (Map.Entry<String, ResolvedValue> entry : item.fields().entrySet()) {
            if (mark.isBlank()) {
                field(depth + 1, entry.getKey(), entry.getValue(), workedOut);
            } else if (entry.getValue() instanceof Scalar scalar) {
                yaml.line(
                        depth,
                        mark + YamlText.quoted(entry.getKey()) + ": " + scalar(entry.getKey(), scalar, workedOut));
            } else {
                yaml.line(depth, "-");
                field(depth + 1, entry.getKey(), entry.getValue(), workedOut);
            }
            mark = "";
        }
    }

    private String scalar(String name, Scalar scalar, boolean workedOut) {
        if (scalar.isNothing()) {
            return "";
        }
        if (TEXTS.contains(name)) {
            return "\"" + scalar.text() + "\"";
        }
        if (workedOut || !scalar.string()) {
            return value(scalar);
        }
        return YamlText.quotedTemplate(mask.named(name, template(scalar)));
    }

    private static String value(Scalar scalar) {
        return scalar.string() ? YamlText.quoted(scalar.text()) : scalar.text();
    }

    /** What a stack would read otherwise is written as it was worked out. */
    private static String template(Scalar scalar) {
        return scalar.template()
                .filter(written -> ALIKE.matcher(written).matches())
                .orElseGet(() -> scalar.text().replace("$", "$$"));
    }
}
