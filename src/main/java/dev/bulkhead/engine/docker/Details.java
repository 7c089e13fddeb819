package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.DockerObject;
import com.github.dockerjava.api.model.Network;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reading of all that an engine tells of what it has. */
final class Details {

    private final Session session;

    Details(Session session) {
        this.session = session;
    }

    EngineDetails read() {
        List<Told> containers = session.calls().listContainersCmd().withShowAll(true).exec().stream()
                .map(Container::getId)
                .flatMap(
                        id -> told(() -> session.calls().inspectContainerCmd(id).exec()).stream())
                .sorted(Comparator.comparing(container -> container.at("Name").text()))
                .toList();
        // the list tells of a network of a Swarm less than inspecting it
        List<Told> networks = session.calls().listNetworksCmd().exec().stream()
                .map(Network::getId)
                .flatMap(id -> told(() -> session.calls()
                                .inspectNetworkCmd()
                                .withNetworkId(id)
                                .exec())
                        .stream())
                .sorted(Comparator.comparing(network -> network.at("Name").text()))
                .toList();
        // of what is listed only the fields that docker-java knows are kept
        List<Told> volumes =
                Optional.ofNullable(session.calls().listVolumesCmd().exec().getVolumes()).orElse(List.of()).stream()
                        .map(InspectVolumeResponse::getName)
                        .flatMap(name -> told(
                                () -> session.calls().inspectVolumeCmd(name).exec())
                                .stream())
                        .sorted(Comparator.comparing(volume -> volume.at("Name").text()))
                        .toList();
        return new EngineDetails(
                Told.of(session.calls().infoCmd().exec().getRawValues()),
                containers,
                networks,
                volumes,
                images(containers));
    }

    private Map<String, Told> images(List<Told> containers) {
        Map<String, Told> images = new TreeMap<>();
        containers.stream()
                .map(container -> container.at("Image").text())
                .distinct()
                .forEach(id -> told(() -> session.calls().inspectImageCmd(id).exec())
                        .ifPresent(image -> images.put(id, image)));
        return images;
    }

    /** What is gone since it was listed is left out. */
    private static Optional<Told> told(Supplier<DockerObject> question) {
        try {
            return Optional.of(Told.of(question.get().getRawValues()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
