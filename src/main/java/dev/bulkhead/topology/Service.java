package dev.bulkhead.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A service of a project.
 *
 * @param key its name inside the project's files
 * @param networkMode whether it joins networks, or what it uses instead
 * @param attachments its networks in file order, the implicit {@code default} included; empty with another network mode
 * @param ports published ports, in file order
 * @param dependsOn services that have to be up first, in file order
 * @param profiles profiles that start it; empty means always
 * @param container what its container is
 */
public record Service(
        String key,
        NetworkMode networkMode,
        List<Attachment> attachments,
        List<PortMapping> ports,
        List<Dependency> dependsOn,
        List<String> profiles,
        ContainerSpec container) {

    public Service {
        attachments = List.copyOf(attachments);
        ports = List.copyOf(ports);
        dependsOn = List.copyOf(dependsOn);
        profiles = List.copyOf(profiles);
    }

    /** Returns the membership in a network, if the service has it. */
    public Optional<Attachment> attachment(String network) {
        for (Attachment attachment : attachments) {
            if (attachment.network().equals(network)) {
                return Optional.of(attachment);
            }
        }
        return Optional.empty();
    }

    /** Returns the membership that Compose makes the container with: by priority, then by name (compose-go NetworksByPriority). */
    public Optional<Attachment> firstJoined() {
        return attachments.stream()
                .min(Comparator.comparingInt((Attachment a) -> -a.priority()).thenComparing(Attachment::network));
    }

    /** Returns whether the service is a member of a network. */
    public boolean joins(String network) {
        return attachment(network).isPresent();
    }

    /** Returns this service with other memberships. */
    public Service withAttachments(List<Attachment> other) {
        return new Service(key, networkMode, other, ports, dependsOn, profiles, container);
    }

    /** Returns this service with other published ports. */
    public Service withPorts(List<PortMapping> other) {
        return new Service(key, networkMode, attachments, other, dependsOn, profiles, container);
    }

    /** Returns this service with another container. */
    public Service withContainer(ContainerSpec other) {
        return new Service(key, networkMode, attachments, ports, dependsOn, profiles, other);
    }
}
