package dev.bulkhead.compose.patch;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Difference, in words, between what a text means and what was wanted.
 *
 * <p>The order of memberships and of published ports carries no meaning in Compose (compose-go holds networks in a map
 * and merges ports by key), so it is not compared: a new name lands where the file's form has room for it.
 */
final class TopologyDifference {

    private TopologyDifference() {}

    /** Returns the first difference as a sentence without values of variables; empty when both mean the same. */
    static Optional<String> between(Topology wanted, Topology found) {
        if (wanted.equals(found)) {
            return Optional.empty();
        }
        List<String> services = new ArrayList<>();
        for (String key : keys(wanted.services().keySet(), found.services().keySet())) {
            Optional<Service> a = wanted.service(key).map(TopologyDifference::unordered);
            Optional<Service> b = found.service(key).map(TopologyDifference::unordered);
            if (!a.equals(b)) {
                services.add(key + a.flatMap(w -> b.map(f -> fields(w, f))).orElse(""));
            }
        }
        List<String> networks = new ArrayList<>();
        // a default network that is declared and says nothing stays in the files, and no engine is given it
        Topology without = found.withoutUnusedDefault();
        Topology needed = wanted.withoutUnusedDefault();
        for (String key : keys(needed.networks().keySet(), without.networks().keySet())) {
            if (!Objects.equals(needed.networks().get(key), without.networks().get(key))) {
                networks.add(key + state(needed.network(key), without.network(key)));
            }
        }
        if (!wanted.project().equals(found.project())) {
            return Optional.of("the project would be called " + found.project() + ".");
        }
        if (services.isEmpty() && networks.isEmpty()) {
            return Optional.empty();
        }
        String sentence = (services.isEmpty() ? "" : "service " + String.join(", ", services))
                + (services.isEmpty() || networks.isEmpty() ? "" : " and ")
                + (networks.isEmpty() ? "" : "network " + String.join(", ", networks));
        return Optional.of(sentence + " would not be as asked for; change the files by hand.");
    }

    private static String fields(Service wanted, Service found) {
        List<String> names = new ArrayList<>();
        if (!wanted.attachments().equals(found.attachments())) {
            names.add("networks");
        }
        if (!wanted.ports().equals(found.ports())) {
            names.add("ports");
        }
        if (!wanted.container().environment().equals(found.container().environment())) {
            names.add("environment");
        }
        if (!wanted.container().labels().equals(found.container().labels())) {
            names.add("labels");
        }
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private static String state(Optional<Network> wanted, Optional<Network> found) {
        return found.isEmpty() ? " (missing)" : wanted.isEmpty() ? " (still there)" : "";
    }

    private static Service unordered(Service service) {
        return service.withAttachments(service.attachments().stream()
                        .sorted(Comparator.comparing(Attachment::network))
                        .toList())
                .withPorts(service.ports().stream()
                        .sorted(Comparator.comparing(PortMapping::text).thenComparing(PortMapping::mode))
                        .toList());
    }

    private static Set<String> keys(Set<String> a, Set<String> b) {
        Set<String> keys = new TreeSet<>(a);
        keys.addAll(b);
        return keys;
    }
}
