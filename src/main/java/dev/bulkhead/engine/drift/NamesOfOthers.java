package dev.bulkhead.engine.drift;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finder of names of the project that containers of others have as well: on a shared network the engine answers with both
 * (docker/compose#8223, moby/moby#47390), and a container's own name exists once on an engine.
 */
final class NamesOfOthers {

    private NamesOfOthers() {}

    static void find(Topology files, ObservedState engine, List<Drift> found) {
        List<ObservedContainer> others = engine.containers().stream()
                .filter(container -> !container.project().equals(Optional.of(files.project())))
                .toList();
        for (Service service : files.services().values()) {
            service.container()
                    .containerName()
                    .ifPresent(name -> others.stream()
                            .filter(other -> other.name().equals(name))
                            .forEach(other ->
                                    found.add(new Drift.ContainerNameTaken(service.key(), name, holder(other)))));
            for (Attachment attachment : service.attachments()) {
                files.network(attachment.network())
                        .map(Network::name)
                        .ifPresent(network -> onNetwork(service, attachment, network, others, found));
            }
        }
    }

    private static void onNetwork(
            Service service, Attachment attachment, String network, List<ObservedContainer> others, List<Drift> found) {
        Set<String> names = new TreeSet<>(attachment.aliases());
        names.add(service.key());
        service.container().containerName().ifPresent(names::add);
        for (String name : names) {
            List<String> holders = others.stream()
                    .filter(other -> other.endpoint(network)
                            .filter(endpoint -> answers(other, endpoint, name))
                            .isPresent())
                    .map(NamesOfOthers::holder)
                    .toList();
            if (!holders.isEmpty()) {
                found.add(new Drift.NameShared(service.key(), name, network, holders));
            }
        }
    }

    private static boolean answers(ObservedContainer container, ObservedEndpoint endpoint, String name) {
        return container.name().equals(name) || endpoint.aliases().contains(name);
    }

    private static String holder(ObservedContainer container) {
        return "container " + container.name()
                + container.project().map(project -> " of project " + project).orElse("");
    }
}
