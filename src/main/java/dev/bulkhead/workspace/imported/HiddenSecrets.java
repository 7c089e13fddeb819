package dev.bulkhead.workspace.imported;

import dev.bulkhead.catalogue.SecretSigns;
import dev.bulkhead.compose.export.SecretMask;
import dev.bulkhead.topology.SecretNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Taking of secrets out of the fields of a Compose file, and what stands in files beside it instead. */
final class HiddenSecrets {

    private static final String ENVIRONMENT = "environment";

    /** Lists and texts of words, in which an option is followed by its value. */
    private static final Set<String> WORDS = Set.of("command", "entrypoint", "test");

    /** Mappings whose names are anybody's choice and say what their values are. */
    private static final Set<String> NAMED = Set.of("labels", "annotations", "options", "driver_opts");

    /** Switches and small numbers, which names that sound like secrets often have. */
    private static final Pattern NO_SECRET = Pattern.compile("(?i)true|false|yes|no|on|off|[0-9]{0,5}");

    /** Shorter ones are found within words that have nothing to do with them. */
    private static final int WITHIN_WORDS = 6;

    private final SecretPlace place;
    private final boolean environmentInFile;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> secretFiles = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    HiddenSecrets(ImportChoices choices) {
        this.place = choices.secrets();
        this.environmentInFile = choices.environmentInFile();
    }

    /**
     * A text of a Compose file that names a variable.
     *
     * @param text the text, with dollar signs that mean themselves doubled
     */
    record Template(String text) {}

    /** Returns the fields of a service without the secrets in them. */
    Map<String, @Nullable Object> ofService(String key, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
        Map<String, String> known = new TreeMap<>();
        Map<String, String> file = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.equals(ENVIRONMENT) && value instanceof Map<?, ?> environment) {
                Map<String, @Nullable Object> rest = environment(key, environment, known, file);
                if (!rest.isEmpty()) {
                    hidden.put(name, rest);
                }
            } else {
                hidden.put(name, value);
            }
        });
        if (!file.isEmpty()) {
            String path = "secrets/" + key + ".env";
            secretFiles.put(path, EnvText.of(List.of("Secrets of service " + key + "."), file));
            hidden.put("env_file", List.of("./" + path));
        }
        hidden.replaceAll((name, value) -> name.equals(ENVIRONMENT) ? value : hidden(key, name, value, known));
        return hidden;
    }

    /** Returns the declarations of networks or volumes without the secrets in them. */
    Map<String, @Nullable Object> ofDeclarations(String kind, Map<String, ? extends Map<String, ?>> declarations) {
        Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
        declarations.forEach((key, fields) -> hidden.put(key, hidden(kind + "_" + key, "", fields, Map.of())));
        return hidden;
    }

    private Map<String, @Nullable Object> environment(
            String key, Map<?, ?> environment, Map<String, String> known, Map<String, String> file) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            String variable = String.valueOf(name);
            if (!(value instanceof String text)) {
                rest.put(variable, value);
                return;
            }
            boolean secret = !text.isEmpty() && SecretSigns.holdsSecret(variable, text, Optional.empty());
            if (secret && place == SecretPlace.FILES) {
                file.put(variable, text);
            } else if (secret && place != SecretPlace.INLINE) {
                rest.put(variable, variable(key, variable, text));
            } else {
                rest.put(variable, environmentInFile ? kept(key, variable, text) : text);
            }
            if (secret && place != SecretPlace.INLINE && text.length() >= WITHIN_WORDS) {
                known.put(text.replace("$", "$$"), variable);
            }
        });
        return rest;
    }

    private @Nullable Object hidden(String key, String name, @Nullable Object value, Map<String, String> known) {
        if (place == SecretPlace.INLINE) {
            return value;
        }
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                map.forEach((field, each) -> fields.put(
                        String.valueOf(field),
                        NAMED.contains(name) && each instanceof String text
                                ? named(key, name, String.valueOf(field), text)
                                : hidden(key, String.valueOf(field), each, known)));
                yield Collections.unmodifiableMap(fields);
            }
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (int i = 0; i < list.size(); i++) {
                    List<String> before =
                            list.subList(0, i).stream().map(String::valueOf).toList();
                    Object item = list.get(i);
                    items.add(
                            item instanceof String text && WORDS.contains(name)
                                    ? word(key, name + "_" + i, before, text, known)
                                    : hidden(key, name, item, known));
                }
                yield Collections.unmodifiableList(items);
            }
            case String text when SecretNames.isSecret("", text) -> variable(key, name, text);
            case null, default -> value;
        };
    }

    private Object named(String key, String map, String name, String text) {
        boolean secret = SecretSigns.holdsSecret(name, text, Optional.empty())
                || (SecretNames.isSecret(name, text) && !NO_SECRET.matcher(text).matches());
        return secret ? variable(key, map + "_" + name, text) : text;
    }

    private Object word(String key, String name, List<String> before, String text, Map<String, String> known) {
        String escaped = text.replace("$", "$$");
        String masked = new SecretMask(known).argument(before, escaped);
        return masked.equals(escaped) ? text : variable(key, name, text);
    }

    /** Puts a secret where it belongs and returns the variable that stands for it. */
    private Template variable(String key, String name, String value) {
        if (place == SecretPlace.NOWHERE) {
            String variable = free(key, name);
            asked.add(variable);
            return new Template("${" + variable + ":?is a secret, see compose.yaml}");
        }
        return kept(key, name, value);
    }

    private Template kept(String key, String name, String value) {
        String variable = free(key, name);
        variables.put(variable, value);
        return new Template("${" + variable + "}");
    }

    /** A name that no program sets by chance, since the environment wins over the file. */
    private String free(String key, String name) {
        String words = (key + "_" + name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]+", "_");
        String variable = words.matches("[A-Z_].*") && !words.matches("(?:COMPOSE|DOCKER)_.*") ? words : "OF_" + words;
        String free = variable;
        for (int i = 2; variables.containsKey(free) || asked.contains(free); i++) {
            free = variable + "_" + i;
        }
        return free;
    }

    /** Returns the variables that have to be given before Compose starts anything. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Returns the files that hold the secrets. */
    List<ImportedFile> files() {
        List<ImportedFile> files = new ArrayList<>();
        if (!variables.isEmpty()) {
            files.add(new ImportedFile(
                    ".env",
                    EnvText.of(List.of("Values that compose.yaml names. Keep this file to yourself."), variables),
                    true));
        }
        secretFiles.forEach((path, text) -> files.add(new ImportedFile(path, text, true)));
        return files;
    }
}
