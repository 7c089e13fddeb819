package dev.bulkhead.compose.export;

import dev.bulkhead.topology.SecretNames;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.command.ClientPasswords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mask of secrets in texts of a Compose file: variables in their place.
 *
 * <p>Works on texts in which a plain dollar sign is doubled, and returns such texts.
 */
public final class SecretMask {

    private static final Pattern SINGLE = Pattern.compile("\\$(?:([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)(?:[:?+-].*)?})");
    private static final Pattern WITH_WORD = Pattern.compile("\\$\\{([A-Za-z_]\\w*):?[-+?][^{}]*}");
    private static final Pattern OPTION =
            Pattern.compile("(--?([A-Za-z][A-Za-z0-9_.-]*)(?:=| +)[\"']?)([^-\\s,;\"'$/.\\[{][^\\s,;\"']*)");
    private static final Pattern PAIR =
            Pattern.compile("(\\b([A-Za-z][A-Za-z0-9_.-]*)=[\"']?)([^\\s,;\"'$/.\\[{][^\\s,;\"']*)");
    private static final Pattern PATH = Pattern.compile("(?i)(file|path|dir)$");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern URL_PASSWORD = Pattern.compile("(://[^/\\s:@]*:)([^/\\s@$]+)(@)");

    /** Shorter ones would be found in texts that have nothing to do with them. */
    private static final int SHORTEST_SECRET = 6;

    /** Values that must not appear, with the variables that stand for them. */
    private final Map<String, String> known;

    /** A mask that also takes out values that are known, each for its variable. */
    public SecretMask(Map<String, String> known) {
        this.known = known;
    }

    /** Returns a mask that knows the secrets that the environments of services hold. */
    public static SecretMask of(Collection<Service> services) {
        Map<String, String> secrets = new HashMap<>();
        // A password that is a word of the project's own names hides nothing; taking it out would spoil them.
        String names = services.stream()
                .map(service ->
                        service.key() + " " + service.container().image().orElse("") + " "
                                + service.container().containerName().orElse(""))
                .collect(Collectors.joining(" "));
        for (Service service : services) {
            service.container().environment().forEach((name, value) -> {
                boolean telling = value.length() >= SHORTEST_SECRET;
                if (telling && SecretNames.isSecret(name, value) && !isPath(name, value) && !names.contains(value)) {
                    secrets.put(value.replace("$", "$$"), name);
                }
            });
        }
        return new SecretMask(secrets);
    }

    /** Returns whether a variable only says where a secret is. */
    public static boolean isPath(String name, String value) {
        return value.startsWith("/") && PATH.matcher(name).find();
    }

    /** Returns the text without what looks like a secret in it. */
    public String text(String escaped) {
        String masked =
                replace(escaped, WITH_WORD, m -> SecretNames.isSecret(m.group(1)) ? variable(m.group(1)) : m.group());
        masked = replace(masked, URL_PASSWORD, m -> m.group(1) + variable("PASSWORD") + m.group(3));
        masked = replace(masked, OPTION, SecretMask::assigned);
        masked = replace(masked, PAIR, SecretMask::assigned);
        masked = clients(masked);
        for (Map.Entry<String, String> secret : known.entrySet()) {
            masked = masked.replace(secret.getKey(), variable(secret.getValue()));
        }
        return masked;
    }

    /** A command that a shell reads is one line. */
    private static String clients(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher word = WORD.matcher(line);
        int end = 0;
        while (word.find()) {
            words.add(word.group());
            text.append(line, end, word.start()).append(client(words, word.group()));
            end = word.end();
        }
        return text.append(line.substring(end)).toString();
    }

    private static String client(List<String> words, String word) {
        OptionalInt secret = ClientPasswords.in(words, words.size() - 1);
        return secret.isPresent() ? word.substring(0, secret.getAsInt()) + variable("PASSWORD") : word;
    }

    private static String assigned(MatchResult m) {
        return SecretNames.isSecret(m.group(2)) ? m.group(1) + variable(m.group(2)) : m.group();
    }

    /** Returns the value of a label or option. */
    public String named(String name, String escaped) {
        boolean literal = escaped.indexOf('$') < 0 || !SINGLE.matcher(escaped).matches();
        return SecretNames.isSecret(name) && literal && !escaped.isEmpty() ? variable(name) : text(escaped);
    }

    /** Returns a word of a command that is stated as a list, given the words before it. */
    public String argument(List<String> before, String escaped) {
        List<String> words = new ArrayList<>(before);
        words.add(escaped);
        String word = client(words, escaped);
        if (!word.equals(escaped)) {
            return word;
        }
        String option = before.isEmpty() ? "" : before.getLast();
        boolean belongs = option.startsWith("-") && option.indexOf('=') < 0 && !escaped.startsWith("-");
        return belongs && !escaped.startsWith("/") ? named(option, escaped) : text(escaped);
    }

    /** Returns what is left of the value of an environment variable: a reference to one variable, or nothing. */
    static Optional<String> environment(String template) {
        Matcher single = SINGLE.matcher(template);
        if (!single.matches()) {
            return Optional.empty();
        }
        String name = single.group(1) == null ? single.group(2) : single.group(1);
        return Optional.of(variable(name));
    }

    /** Returns a reference to the variable that stands for the secret of a name. */
    public static String variable(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+", "");
        return "${" + (word.matches("[A-Za-z_].*") ? word : "SECRET") + "}";
    }

    private static String replace(String text, Pattern pattern, UnaryMatch replacement) {
        return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement.apply(m)));
    }

    /** Text to put in the place of a match. */
    @FunctionalInterface
    private interface UnaryMatch {
        String apply(MatchResult match);
    }
}
