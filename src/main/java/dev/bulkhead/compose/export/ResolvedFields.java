package dev.bulkhead.compose.export;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Items;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.compose.load.model.VolumeSpec;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writer of the parts of a resolved project, each by the rule of its field. */
final class ResolvedFields {

    /** Rule by which a field is written. */
    private enum Rule {
        /** With its value: addresses, ports and paths are what the file is for. */
        VALUE,
        /** Variables stay variables, and secrets become some. */
        MASKED,
        /** As {@link #MASKED}, and a name can say that its value is a secret. */
        NAMED,
        /** Never with a value. */
        ENVIRONMENT
    }

    private static final Set<String> VALUES =
            Set.of("networks", "ports", "volumes", "env_file", "label_file", "network_mode", "context", "file", "ipam");
    private static final Set<String> NAMED = Set.of("labels", "annotations", "driver_opts", "options", "sysctls");

    private final YamlText yaml;
    private final SecretMask mask;

    ResolvedFields(YamlText yaml, SecretMask mask) {
        this.yaml = yaml;
        this.mask = mask;
    }

    /** Adds an element of a section. */
    void element(String section, String key, ResolvedValue value) {
        Rule rule = section.equals("networks") ? Rule.VALUE : Rule.MASKED;
        ResolvedValue written = value;
        if (section.equals("configs")
                && value instanceof Fields config
                && config.get("content").isPresent()) {
            String variable = "${" + key.replaceAll("\\W+", "_").toUpperCase(Locale.ROOT) + "_CONTENT}";
            written = config.with("content", new Scalar("", true, Optional.of(variable), at(config)));
        }
        field(1, YamlText.quoted(key), written, rule);
    }

    private static SourceMark at(Fields config) {
        return config.get("content").orElse(config) instanceof Scalar content ? content.at() : new SourceMark("", 1, 1);
    }

    private static Rule below(String name, Rule above) {
        if (name.equals("environment") || name.equals("args")) {
            return Rule.ENVIRONMENT;
        }
        if (NAMED.contains(name)) {
            return Rule.NAMED;
        }
        return VALUES.contains(name) ? Rule.VALUE : above;
    }

    private void field(int depth, String name, ResolvedValue value, Rule rule) {
        switch (value) {
            case Scalar scalar -> yaml.line(depth, (name + ": " + scalar(name, scalar, rule)).stripTrailing());
            case Items list when list.items().isEmpty() -> yaml.line(depth, name + ": []");
            case Fields map when map.fields().isEmpty() -> yaml.line(depth, name + ": {}");
            case Items list -> {
                yaml.line(depth, name + ":");
                items(depth + 1, list, rule);
            }
            case Fields map -> {
                yaml.line(depth, name + ":");
                fields(depth + 1, map, rule);
            }
        }
    }

    private void fields(int depth, Fields map, Rule rule) {
        for (Map.Entry<String, ResolvedValue> entry : map.fields().entrySet()) {
            String name = entry.getKey();
            // Extensions mean nothing to Compose and can hold anything.
            if (!name.startsWith("x-")) {
                boolean names = rule == Rule.ENVIRONMENT || rule == Rule.NAMED;
                field(depth, YamlText.quoted(name), entry.getValue(), names ? rule : below(name, rule));
            }
        }
    }

    private void items(int depth, Items list, Rule rule) {
        List<String> before = new ArrayList<>();
        for (ResolvedValue item : list.items()) {
            switch (item) {
                case Scalar scalar -> {
                    yaml.line(depth, "- " + item(before, scalar, rule));
                    before.add(scalar.text());
                }
                case Items inner when inner.items().isEmpty() -> yaml.line(depth, "- []");
                case Items inner -> {
                    yaml.line(depth, "-");
                    items(depth + 1, inner, rule);
                }
                case Fields inner when inner.fields().isEmpty() -> yaml.line(depth, "- {}");
                case Fields inner
                when VolumeText.isShort(inner) -> yaml.line(depth, "- " + YamlText.quoted(VolumeText.of(inner)));
                case Fields inner -> {
                    yaml.line(depth, "-");
                    fields(depth + 1, inner, rule);
                }
            }
        }
    }

    private String item(List<String> before, Scalar scalar, Rule rule) {
        int equals = scalar.text().indexOf('=');
        List<String> pair = equals <= 0
                ? List.of()
                : List.of(scalar.text().substring(0, equals), scalar.text().substring(equals + 1));
        return switch (rule) {
            case VALUE -> value(scalar);
            case MASKED -> scalar.string() ? quoted(mask.argument(before, escaped(scalar))) : scalar.text();
            case NAMED -> pair.isEmpty() ? quoted(mask.text(escaped(scalar))) : quoted(namedItem(pair, scalar));
            case ENVIRONMENT -> {
                String name = pair.isEmpty() ? scalar.text() : pair.getFirst();
                String prefix = name + "=";
                yield scalar.template()
                        .filter(template -> template.startsWith(prefix))
                        .flatMap(template -> SecretMask.environment(template.substring(prefix.length())))
                        .map(variable -> quoted(prefix + variable))
                        .orElseGet(() -> YamlText.quoted(name));
            }
        };
    }

    private String namedItem(List<String> pair, Scalar scalar) {
        String escaped = escaped(scalar);
        int equals = escaped.indexOf('=');
        return equals < 0
                ? mask.text(escaped)
                : escaped.substring(0, equals + 1) + mask.named(pair.getFirst(), escaped.substring(equals + 1));
    }

    private String scalar(String name, Scalar scalar, Rule rule) {
        if (scalar.isNothing()) {
            return "";
        }
        return switch (rule) {
            case VALUE -> value(scalar);
            case MASKED -> scalar.string() ? quoted(mask.text(escaped(scalar))) : scalar.text();
            case NAMED -> quoted(mask.named(name, escaped(scalar)));
            case ENVIRONMENT ->
                scalar.template()
                        .flatMap(SecretMask::environment)
                        .map(ResolvedFields::quoted)
                        .orElse("");
        };
    }

    private static String value(Scalar scalar) {
        return scalar.string() ? YamlText.quoted(scalar.text()) : scalar.text();
    }

    private static String escaped(Scalar scalar) {
        return scalar.template().orElseGet(() -> scalar.text().replace("$", "$$"));
    }

    private static String quoted(String template) {
        return YamlText.quotedTemplate(template);
    }

    /**
     * Volumes that a file states in the short form.
     *
     * <p>They are written in that form again, since it means more than its parts: Compose makes a host path that is not
     * there only for the short form.
     */
    private static final class VolumeText {

        private static final Set<String> PARTS = Set.of("type", "source", "target", VolumeSpec.OPTIONS);

        private VolumeText() {}

        /** Returns whether a mapping is what the loader makes of a short form: its parts stand at one place. */
        static boolean isShort(Fields volume) {
            List<ResolvedValue> parts = List.copyOf(volume.fields().values());
            return volume.get("target").isPresent()
                    && PARTS.containsAll(volume.fields().keySet())
                    && parts.stream().allMatch(Scalar.class::isInstance)
                    && parts.stream()
                                    .map(part -> ((Scalar) part).at())
                                    .distinct()
                                    .count()
                            == 1;
        }

        static String of(Fields volume) {
            return Stream.of("source", "target", VolumeSpec.OPTIONS)
                    .flatMap(name -> volume.get(name).stream())
                    .map(part -> ((Scalar) part).text())
                    .collect(Collectors.joining(":"));
        }
    }
}
