package dev.bulkhead.workspace;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.SecretNames;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Service as read off its container. */
final class ImportedService {

    private static final String DEPENDS_LABEL = "com.docker.compose.depends_on";

    private final Map<String, Network> networksByName;
    private final Map<String, String> keysById;

    ImportedService(Map<String, Network> networksByName, Map<String, String> keysById) {
        this.networksByName = networksByName;
        this.keysById = keysById;
    }

    Service read(String key, ObservedContainer container) {
        NetworkMode mode = mode(container);
        boolean joins = mode instanceof NetworkMode.Networks;
        ContainerSpec spec = ContainerSpec.ofImage(container.image()).withLabels(labels(container));
        return new Service(
                key,
                mode,
                joins ? attachments(key, container) : List.of(),
                mode instanceof NetworkMode.Host ? List.of() : container.ports(),
                dependencies(container),
                List.of(),
                spec);
    }

    /** Returns what the reader has to know of the service. */
    List<String> notes(ObservedContainer container) {
        List<String> notes = new ArrayList<>();
        if (container.status().state() != RunState.RUNNING) {
            notes.add("The container does not run ("
                    + container.status().state().name().toLowerCase(Locale.ROOT) + ").");
        }
        List<String> hidden = container.labels().entrySet().stream()
                .filter(label -> isOperators(label.getKey()) && SecretNames.isSecret(label.getKey(), label.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!hidden.isEmpty()) {
            notes.add("Labels left out, since their values look secret: " + String.join(", ", hidden));
        }
        return notes;
    }

    private NetworkMode mode(ObservedContainer container) {
        String mode = container.networkMode();
        if (mode.startsWith("container:")) {
            String id = mode.substring("container:".length());
            String owner = keysById.get(id);
            return owner == null ? new NetworkMode.OfContainer(id) : new NetworkMode.OfService(owner);
        }
        return switch (mode) {
            case "host" -> new NetworkMode.Host();
            case "none" -> new NetworkMode.None();
            default -> joined(container).isEmpty() ? new NetworkMode.DefaultBridge() : new NetworkMode.Networks();
        };
    }

    private List<ObservedEndpoint> joined(ObservedContainer container) {
        return container.endpoints().stream()
                .filter(endpoint -> networksByName.containsKey(endpoint.network()))
                .toList();
    }

    private List<Attachment> attachments(String key, ObservedContainer container) {
        List<Attachment> attachments = new ArrayList<>();
        for (ObservedEndpoint endpoint : joined(container)) {
            Network network = networksByName.get(endpoint.network());
            if (network != null) {
                attachments.add(new Attachment(
                        network.key(),
                        endpoint.aliases().stream()
                                .filter(alias -> !alias.equals(key)
                                        && !alias.equals(container.name())
                                        && !container.id().startsWith(alias))
                                .toList(),
                        endpoint.staticIpv4(),
                        Optional.empty(),
                        endpoint.gwPriority(),
                        Optional.empty(),
                        Map.of()));
            }
        }
        return attachments;
    }

    private static Map<String, String> labels(ObservedContainer container) {
        Map<String, String> labels = new TreeMap<>(container.labels());
        labels.entrySet()
                .removeIf(label ->
                        !isOperators(label.getKey()) || SecretNames.isSecret(label.getKey(), label.getValue()));
        return labels;
    }

    /** Labels of Compose and those that describe an image come from elsewhere. */
    private static boolean isOperators(String label) {
        return !label.startsWith("com.docker.")
                && !label.startsWith("desktop.docker.")
                && !label.startsWith("org.opencontainers.")
                && !label.startsWith("org.label-schema.");
    }

    /** Compose notes dependencies as {@code service:condition:restart}, joined by commas (compose {@code pkg/api/labels.go}). */
    private List<Dependency> dependencies(ObservedContainer container) {
        List<Dependency> dependencies = new ArrayList<>();
        for (String entry : container.labels().getOrDefault(DEPENDS_LABEL, "").split(",", -1)) {
            String[] parts = entry.split(":", -1);
            if (parts.length >= 2 && keysById.containsValue(parts[0])) {
                dependencies.add(new Dependency(parts[0], parts[1], parts.length > 2 && parts[2].equals("true"), true));
            }
        }
        return dependencies;
    }
}
