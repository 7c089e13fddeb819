package dev.bulkhead.proxy.traefik;

import dev.bulkhead.proxy.route.RouteMatch;
import dev.bulkhead.proxy.route.WantedRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule of a Traefik router, such as {@code Host(`a.lan`) && PathPrefix(`/api`)}. */
public final class TraefikRule {

    private static final Pattern CALL = Pattern.compile("(!?)\\s*(Host|HostSNI|PathPrefix|Path)\\(([^)]*)\\)");
    private static final Pattern TEXT = Pattern.compile("`([^`]*)`|\"([^\"]*)\"");
    private static final Pattern PATH_AFTER = Pattern.compile("\\s*&&\\s*Path(Prefix)?\\([^)]*\\)");
    private static final Pattern PATH_BEFORE = Pattern.compile("Path(Prefix)?\\([^)]*\\)\\s*&&\\s*");
    private static final Pattern ACTION = Pattern.compile("\\{\\{\\s*(normalize\\s+)?\\.(Name|ContainerName)\\s*}}");

    private TraefikRule() {}

    /** Returns the host names of a rule, in order; {@code *} of TCP routers is none. */
    public static List<String> hosts(String rule) {
        return texts(rule, "Host").stream().filter(host -> !host.equals("*")).toList();
    }

    /** Returns the paths and path prefixes of a rule, in order. */
    public static List<String> paths(String rule) {
        return texts(rule, "Path");
    }

    /**
     * Returns a rule with another host and path in the place of those it has; empty where a path that it shall no longer
     * have is not joined to the rest by a plain "and".
     *
     * @param match the one host, and the path if there is one, that it has
     */
    public static Optional<String> changed(String rule, RouteMatch match, WantedRoute wanted) {
        String named = replaced(rule, match.hosts().getFirst(), wanted.host());
        Optional<String> path = match.paths().stream().findFirst();
        if (path.isPresent() && wanted.path().isPresent()) {
            return Optional.of(replaced(named, path.get(), wanted.path().get()));
        }
        if (wanted.path().isPresent()) {
            String whole = named.contains("||") ? "(" + named + ")" : named;
            return Optional.of(whole + " && PathPrefix(`" + wanted.path().get() + "`)");
        }
        if (path.isEmpty()) {
            return Optional.of(named);
        }
        String without = PATH_AFTER.matcher(named).replaceFirst("");
        String either = without.equals(named) ? PATH_BEFORE.matcher(named).replaceFirst("") : without;
        return Optional.of(either).filter(text -> !text.equals(named));
    }

    private static String replaced(String rule, String old, String other) {
        return rule.replace("`" + old + "`", "`" + other + "`").replace("\"" + old + "\"", "\"" + other + "\"");
    }

    private static List<String> texts(String rule, String matcher) {
        List<String> texts = new ArrayList<>();
        Matcher call = CALL.matcher(rule);
        while (call.find()) {
            if (call.group(1).isEmpty() && call.group(2).startsWith(matcher)) {
                Matcher text = TEXT.matcher(call.group(3));
                while (text.find()) {
                    texts.add(text.group(1) == null ? text.group(2) : text.group(1));
                }
            }
        }
        return texts;
    }

    /**
     * Returns the rule of a router that states none.
     *
     * @param template the provider's own template, where it has one; only names are filled in, anything else makes the
     *     rule unknown
     */
    public static Optional<String> byDefault(
            Optional<String> template, String service, String project, String container) {
        String text = template.orElse("Host(`{{ normalize .Name }}`)");
        Matcher action = ACTION.matcher(text);
        String filled = action.replaceAll(found -> {
            String name = found.group(2).equals("Name") ? service + "_" + project : container;
            return Matcher.quoteReplacement(found.group(1) == null ? name : normalize(name));
        });
        return filled.contains("{{") ? Optional.empty() : Optional.of(filled);
    }

    /** Everything but letters and digits becomes a dash, as Traefik makes names of what it finds. */
    private static String normalize(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
