package dev.bulkhead.proxy.traefik;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule of a Traefik router, such as {@code Host(`a.lan`) && PathPrefix(`/api`)}. */
public final class TraefikRule {

    private static final Pattern CALL = Pattern.compile("(!?)\\s*(Host|HostSNI|PathPrefix|Path)\\(([^)]*)\\)");
    private static final Pattern TEXT = Pattern.compile("`([^`]*)`|\"([^\"]*)\"");
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
