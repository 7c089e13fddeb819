package dev.bulkhead.topology;

import dev.bulkhead.topology.command.ClientPasswords;
import dev.bulkhead.topology.command.CommandOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a project's variables, labels, commands and build arguments hold, to take them out of texts that others wrote.
 *
 * <p>A secret is masked wherever it appears. Only where it is also a word that everybody knows of (the name of a service or
 * image of the project, {@code admin}, a number) that would hide what has nothing to do with it and tell nothing less: such
 * a one is masked at its places, behind the name of a secret and as the password of a URL.
 */
public final class SecretValues {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** Shorter ones are found within words that have nothing to do with them. */
    private static final int WITHIN_WORDS = 6;

    /** Shorter ones are everywhere. */
    private static final int SHORTEST = 3;

    /** What is set in the place of a password by people who give none, and what switches are set to. */
    private static final Set<String> COMMON = Set.of(
            "admin",
            "administrator",
            "changeme",
            "default",
            "disable",
            "disabled",
            "enable",
            "enabled",
            "example",
            "false",
            "guest",
            "none",
            "null",
            "optional",
            "password",
            "public",
            "required",
            "root",
            "secret",
            "test",
            "true",
            "user",
            "yes");

    /** The name of a setting with what separates it from its value, or a URL up to its password. */
    private static final String BEFORE =
            "(?:(?<![\\w.-])([\\w.-]++)([\"']?(?:\\h*[:=]\\h*|\\h+)[\"']?)|(://[^/\\s:@]*:))";

    /** A variable that names a file which holds the secret, and the file. */
    private static final Pattern FILE = Pattern.compile("(?i).*[_.-](file|path|dir|location)");

    /** Hash of a password in the form that programs keep it in (PHC string format, crypt); who has it can guess at it. */
    private static final Pattern HASH = Pattern.compile(
            "\\$(?:argon2(?:id|i|d)|scrypt|pbkdf2(?:-sha\\d+)?|2[aby]|[156])\\$[A-Za-z0-9+/=,.$-]{20,}");

    /** The password of a URL, where no variable stands for it. */
    private static final Pattern URL_PASSWORD =
            Pattern.compile("(://[^/\\s:@\"']*:)([^/\\s@\"'$*{][^/\\s@\"'$]*)(?=@)");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{Alnum}_-]+");

    /** No secrets. */
    public static final SecretValues NONE = new SecretValues(Set.of(), Set.of());

    private final Set<String> values;
    private final Set<String> words;
    private final List<Masked> masks;

    private SecretValues(Set<String> values, Set<String> words) {
        this.values = values;
        this.words = words;
        // A secret can be part of a longer one, for instance of a URL.
        this.masks = values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(value -> Masked.of(value, words))
                .toList();
    }

    /** Returns the secrets that a project's services are told. */
    public static SecretValues of(Topology topology) {
        return new SecretValues(
                topology.services().values().stream()
                        .flatMap(service -> Stream.of(
                                        secrets(service.container().environment()),
                                        secrets(service.container().labels()),
                                        secrets(service.container().source().arguments()),
                                        inWords(service.container().command()),
                                        inWords(service.container().contacts().entrypoint()),
                                        inWords(service.container().contacts().healthTest()))
                                .flatMap(all -> all))
                        .collect(Collectors.toSet()),
                names(topology));
    }

    /** Returns the secrets among variables: values whose name, or whose own form, says that they are one. */
    public static SecretValues of(Map<String, String> variables) {
        return new SecretValues(secrets(variables).collect(Collectors.toSet()), Set.of());
    }

    private static Stream<String> secrets(Map<String, String> variables) {
        return variables.entrySet().stream()
                .filter(variable -> variable.getValue().length() >= SHORTEST
                        && (SecretNames.isSecret(variable.getKey(), variable.getValue())
                                || SecretNames.looksRandom(variable.getValue()))
                        && !namesFile(variable.getKey(), variable.getValue()))
                .map(Map.Entry::getValue);
    }

    private static Stream<String> inWords(List<String> command) {
        List<String> words = CommandOption.words(command);
        Map<String, String> options = new TreeMap<>();
        CommandOption.in(words).forEach(option -> options.put(option.name(), option.value()));
        List<String> others = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            ClientPasswords.in(words, i).stream().mapToObj(word::substring).forEach(others::add);
            URL_PASSWORD.matcher(word).results().map(found -> found.group(2)).forEach(others::add);
        }
        return Stream.concat(secrets(options), others.stream().filter(password -> password.length() >= SHORTEST));
    }

    private static boolean namesFile(String name, String value) {
        return value.startsWith("/") && FILE.matcher(name).matches();
    }

    /** Returns the words of what everybody may know; the values of other variables are not among them. */
    private static Set<String> names(Topology topology) {
        Stream<String> ofServices = topology.services().values().stream()
                .flatMap(service -> Stream.of(
                                Stream.of(service.key()),
                                service.container().image().stream(),
                                service.container().containerName().stream(),
                                service.attachments().stream().flatMap(a -> a.aliases().stream()))
                        .flatMap(all -> all));
        Stream<String> ofNetworks =
                topology.networks().values().stream().flatMap(network -> Stream.of(network.key(), network.name()));
        return Stream.of(Stream.of(topology.project()), ofServices, ofNetworks)
                .flatMap(all -> all)
                .flatMap(name -> Stream.concat(Stream.of(name), BETWEEN_WORDS.splitAsStream(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns these secrets and others. */
    public SecretValues and(SecretValues others) {
        return new SecretValues(both(values, others.values), both(words, others.words));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /** Returns the text with every secret masked, every hash of a password and every password in a URL. */
    public String mask(String text) {
        String masked = text.contains("$") ? HASH.matcher(text).replaceAll(MASK) : text;
        for (Masked one : masks) {
            masked = one.in(masked);
        }
        return masked.contains("://") ? URL_PASSWORD.matcher(masked).replaceAll("$1" + MASK) : masked;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretValues secrets && values.equals(secrets.values) && words.equals(secrets.words);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Tells how many there are. */
    @Override
    public String toString() {
        return "SecretValues[" + values.size() + "]";
    }

    /**
     * A secret and where it is masked.
     *
     * @param where where it stands; empty when it is masked wherever it appears
     * @param placed whether it is masked only behind the name of a secret or in a URL
     */
    private record Masked(String value, @Nullable Pattern where, boolean placed) {

        static Masked of(String value, Set<String> words) {
            if (COMMON.contains(value) || NUMBER.matcher(value).matches() || words.contains(value)) {
                return new Masked(value, Pattern.compile(BEFORE + Pattern.quote(value) + "(?![\\w-])"), true);
            }
            return value.length() >= WITHIN_WORDS
                    ? new Masked(value, null, false)
                    : new Masked(value, Pattern.compile("(?<![\\w-])" + Pattern.quote(value) + "(?![\\w-])"), false);
        }

        String in(String text) {
            if (!text.contains(value)) {
                return text;
            }
            if (where == null) {
                return text.replace(value, MASK);
            }
            return where.matcher(text).replaceAll(found -> Matcher.quoteReplacement(placed ? atPlace(found) : MASK));
        }

        private static String atPlace(MatchResult found) {
            if (found.group(1) == null) {
                return found.group(3) + MASK;
            }
            return SecretNames.isSecret(found.group(1)) ? found.group(1) + found.group(2) + MASK : found.group();
        }
    }
}
