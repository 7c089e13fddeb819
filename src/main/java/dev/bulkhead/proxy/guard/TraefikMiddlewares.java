package dev.bulkhead.proxy.guard;

import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.guard.RouteGuards.Present;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Middlewares of a Traefik by their names, wherever they are defined: in labels, in dynamic files, or as a chain of others
 * (Traefik documentation, Middlewares, Provider Namespace). What stands where nobody looked is told as unknown.
 */
final class TraefikMiddlewares {

    static final String OF_DOCKER = "@docker";
    static final String OF_FILE = "@file";
    private static final String OF_TRAEFIK = "@internal";
    private static final String LABEL = "traefik.http.middlewares.";
    private static final String CHAIN = "chain";
    /** Code of others, which can do anything. */
    private static final String PLUGIN = "plugin";
    /** Kinds that ask who comes. */
    private static final List<String> ASKING = List.of("forwardauth", "basicauth", "digestauth");

    private final Topology topology;
    private final List<ProxyFile> files;

    TraefikMiddlewares(Topology topology, List<ProxyFile> files) {
        this.topology = topology;
        this.files = List.copyOf(files);
    }

    /**
     * What is known of the middlewares of a route.
     *
     * @param asks the first that asks who comes
     * @param unknown names of those of which it is not known what they do
     */
    record Known(Optional<Present> asks, List<String> unknown) {
        Known {
            unknown = List.copyOf(unknown);
        }
    }

    /** Definition of one: its kinds and what each holds that matters here. */
    private record Definition(Map<String, Optional<String>> kinds, List<String> chained) {}

    /** Returns the names in a list as labels and flags write it. */
    static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * Returns what is known of middlewares.
     *
     * @param provider where names without a provider of their own are defined
     */
    Known of(List<String> names, String provider) {
        TreeSet<String> unknown = new TreeSet<>();
        Optional<Present> asks = look(names, provider, unknown, new TreeSet<>());
        return new Known(asks, List.copyOf(unknown));
    }

    private Optional<Present> look(List<String> names, String provider, Set<String> unknown, Set<String> seen) {
        Optional<Present> asks = Optional.empty();
        for (String name : names) {
            String full = name.contains("@") ? name : name + provider;
            if (full.endsWith(OF_TRAEFIK) || !seen.add(full)) {
                continue;
            }
            Optional<Definition> definition = defined(full);
            if (definition.isEmpty() || definition.get().kinds().containsKey(PLUGIN)) {
                unknown.add(name);
                continue;
            }
            String home = full.substring(full.indexOf('@'));
            asks = asks.or(() -> definition.get().kinds().entrySet().stream()
                            .filter(kind -> ASKING.contains(kind.getKey()))
                            .map(kind -> new Present(name, kind.getValue()))
                            .findFirst())
                    .or(() -> look(definition.get().chained(), home, unknown, seen));
        }
        return asks;
    }

    private Optional<Definition> defined(String full) {
        String plain = full.substring(0, full.indexOf('@'));
        return full.endsWith(OF_DOCKER) ? inLabels(plain) : full.endsWith(OF_FILE) ? inFiles(plain) : Optional.empty();
    }

    private Optional<Definition> inLabels(String plain) {
        String prefix = (LABEL + plain + ".").toLowerCase(Locale.ROOT);
        Map<String, Optional<String>> kinds = new TreeMap<>();
        List<String> chained = new ArrayList<>();
        for (Service service : topology.services().values()) {
            service.container().labels().forEach((label, value) -> {
                String lower = label.toLowerCase(Locale.ROOT);
                if (lower.startsWith(prefix)) {
                    String setting = lower.substring(prefix.length());
                    String kind = setting.split("\\.", 2)[0];
                    boolean address = setting.equals("forwardauth.address");
                    kinds.merge(
                            kind,
                            address ? Optional.of(TraefikGuards.whom(value)) : Optional.empty(),
                            (one, other) -> one.or(() -> other));
                    if (setting.equals(CHAIN + ".middlewares")) {
                        chained.addAll(names(value));
                    }
                }
            });
        }
        return kinds.isEmpty() ? Optional.empty() : Optional.of(new Definition(kinds, chained));
    }

    private Optional<Definition> inFiles(String plain) {
        for (ProxyFile file : files) {
            YamlFields middlewares =
                    YamlFields.of(file.name(), file.text()).child("http").child("middlewares");
            for (MappingEntry entry : middlewares.entries()) {
                if (entry.name().equalsIgnoreCase(plain)) {
                    YamlFields fields = middlewares.child(entry.name());
                    Map<String, Optional<String>> kinds = new TreeMap<>();
                    fields.entries()
                            .forEach(kind -> kinds.put(
                                    kind.name().toLowerCase(Locale.ROOT),
                                    fields.child(kind.name())
                                            .child("address")
                                            .text()
                                            .map(TraefikGuards::whom)));
                    List<String> chained = fields.child(CHAIN).child("middlewares").items().stream()
                            .flatMap(item -> item.text().stream())
                            .toList();
                    return Optional.of(new Definition(kinds, chained));
                }
            }
        }
        return Optional.empty();
    }
}
