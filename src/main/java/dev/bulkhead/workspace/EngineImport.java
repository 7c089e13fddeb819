package dev.bulkhead.workspace;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Import of what an engine runs: a project made of it.
 *
 * @param topology the project
 * @param notes what was found about single services, by key
 */
public record EngineImport(Topology topology, Map<String, List<String>> notes) {

    private static final Set<String> BUILT_IN = Set.of("bridge", "host", "none");
    private static final String NETWORK_LABEL = "com.docker.compose.network";

    public EngineImport {
        notes = Map.copyOf(notes);
    }

    /**
     * Imports containers and the networks they join.
     *
     * @param only the Compose project whose containers are meant; empty means all containers
     * @param fallbackName the project's name when the containers do not all belong to one project
     */
    public static EngineImport of(ObservedState state, Optional<String> only, String fallbackName) {
        List<ObservedContainer> containers = state.containers().stream()
                .filter(container -> only.isEmpty() || container.project().equals(only))
                .toList();
        Set<String> projects = new TreeSet<>();
        containers.forEach(container -> projects.add(container.project().orElse("")));
        String common = projects.size() == 1 ? projects.iterator().next() : "";
        String project = only.orElse(common.isEmpty() ? projectName(fallbackName) : common);
        return new Run(state, containers, project).make();
    }

    /** Compose's rule for names made from directories (compose-go {@code loader.NormalizeProjectName}). */
    private static String projectName(String directory) {
        String name =
                directory.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "").replaceAll("^[_-]+", "");
        return name.isEmpty() ? "imported" : name;
    }

    private static final class Run {
        private final ObservedState state;
        private final List<ObservedContainer> containers;
        private final String project;
        private final Map<String, Network> networksByName = new LinkedHashMap<>();
        private final Map<String, String> keysById = new HashMap<>();

        Run(ObservedState state, List<ObservedContainer> containers, String project) {
            this.state = state;
            this.containers = containers;
            this.project = project;
        }

        EngineImport make() {
            networks();
            SortedMap<String, ObservedContainer> byKey = new TreeMap<>();
            for (ObservedContainer container : containers) {
                String key = key(container, byKey.keySet());
                byKey.put(key, container);
                keysById.put(container.id(), key);
            }
            ImportedService reader = new ImportedService(networksByName, keysById);
            List<Service> services = new ArrayList<>();
            Map<String, List<String>> notes = new HashMap<>();
            byKey.forEach((key, container) -> {
                Service service = reader.read(key, container);
                services.add(service.withContainer(named(service.container(), key, container)));
                notes.put(key, reader.notes(container));
            });
            return new EngineImport(Topology.of(project, List.copyOf(networksByName.values()), services), notes);
        }

        private void networks() {
            Set<String> joined = containers.stream()
                    .flatMap(container -> container.endpoints().stream())
                    .map(endpoint -> endpoint.network())
                    .filter(name -> !BUILT_IN.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> keys = new TreeSet<>();
            for (String name : joined) {
                Optional<ObservedNetwork> observed = state.network(name);
                boolean own = observed.filter(network ->
                                project.equals(network.options().labels().get(ObservedContainer.PROJECT_LABEL)))
                        .isPresent();
                String label = observed.map(n -> n.options().labels().getOrDefault(NETWORK_LABEL, name))
                        .orElse(name);
                String key = own && !keys.contains(label) ? label : name;
                keys.add(key);
                networksByName.put(
                        name,
                        own
                                ? new Network(
                                        key,
                                        name,
                                        options(observed.get()),
                                        observed.get().subnets())
                                : new Network(
                                        key, name, NetworkOptions.defaults().withExternal(true), List.of()));
            }
        }

        private static NetworkOptions options(ObservedNetwork network) {
            NetworkOptions found = network.options();
            Map<String, String> labels = new TreeMap<>(found.labels());
            labels.keySet().removeIf(label -> label.startsWith("com.docker."));
            return new NetworkOptions(
                    found.driver(),
                    false,
                    found.internal(),
                    found.attachable(),
                    found.enableIpv6(),
                    found.driverOpts(),
                    labels);
        }

        private String key(ObservedContainer container, Set<String> taken) {
            String service = container.service().orElse(container.name());
            return taken.contains(service) ? container.name() : service;
        }

        /** States a name only where Compose would give another one. */
        private ContainerSpec named(ContainerSpec spec, String key, ObservedContainer container) {
            boolean usual = container.name().equals(project + "-" + key + "-1");
            return new ContainerSpec(
                    usual ? Optional.empty() : Optional.of(container.name()),
                    spec.image(),
                    Optional.empty(),
                    spec.labels(),
                    Map.of(),
                    false,
                    ContainerSpec.HostAccess.NONE);
        }
    }
}
