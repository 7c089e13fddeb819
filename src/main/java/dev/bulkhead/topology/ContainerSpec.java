package dev.bulkhead.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Container of a service beside its connections: the facts that proposals and checks look at.
 *
 * @param containerName {@code container_name}, where stated
 * @param image image reference after interpolation; empty when the service is built
 * @param hostname {@code hostname}, where stated
 * @param macAddress MAC address stated for the container ({@code mac_address}), not for one of its memberships
 * @param command {@code command} in words, with values that can be secrets: never print or log them
 * @param labels labels, in sorted order
 * @param environment environment variables with their values, which can be secrets: never print or log them
 * @param healthCheck whether the file declares one (one that is disabled counts as none)
 * @param hostAccess what of the host the container gets hold of
 * @param source where its image comes from
 * @param startFirst whether the file wants a new container started before the old one is stopped
 *     ({@code deploy.update_config.order: start-first}), so that two may run side by side
 * @param contacts other hosts that it is told of beside its settings
 * @param copies how many containers run side by side ({@code scale}, {@code deploy.replicas}); 0 starts none
 */
public record ContainerSpec(
        Optional<String> containerName,
        Optional<String> image,
        Optional<String> hostname,
        Optional<String> macAddress,
        List<String> command,
        Map<String, String> labels,
        Map<String, String> environment,
        boolean healthCheck,
        HostAccess hostAccess,
        ImageSource source,
        boolean startFirst,
        Contacts contacts,
        int copies) {

    public ContainerSpec {
        command = List.copyOf(command);
        labels = Copies.sorted(labels);
        environment = Copies.sorted(environment);
    }

    /** A container that runs its image's own command. */
    public ContainerSpec(
            Optional<String> containerName,
            Optional<String> image,
            Optional<String> hostname,
            Map<String, String> labels,
            Map<String, String> environment,
            boolean healthCheck,
            HostAccess hostAccess) {
        this(
                containerName,
                image,
                hostname,
                Optional.empty(),
                List.of(),
                labels,
                environment,
                healthCheck,
                hostAccess,
                ImageSource.PULLED,
                false,
                Contacts.NONE,
                1);
    }

    /**
     * Parts of the host that a container gets hold of.
     *
     * @param privileged whether all of the kernel's guards are off
     * @param capabilities capabilities added
     * @param mounts bind mounts, in file order
     */
    public record HostAccess(boolean privileged, List<String> capabilities, List<BindMount> mounts) {

        public static final HostAccess NONE = new HostAccess(false, List.of(), List.of());

        public HostAccess {
            capabilities = List.copyOf(capabilities);
            mounts = List.copyOf(mounts);
        }

        /** Returns the host paths of the bind mounts, in file order. */
        public List<String> hostPaths() {
            return mounts.stream().map(BindMount::host).toList();
        }
    }

    /**
     * Path of the host that a container finds at a path of its own.
     *
     * @param host path on the host, absolute
     * @param container path in the container; empty where the file states none
     */
    public record BindMount(String host, String container) {}

    /** Returns whether the file says how to build the image, whose reference is then only its name. */
    public boolean built() {
        return source.built();
    }

    /** Returns a container of an image, with nothing else stated. */
    public static ContainerSpec ofImage(String image) {
        return new ContainerSpec(
                Optional.empty(), Optional.of(image), Optional.empty(), Map.of(), Map.of(), false, HostAccess.NONE);
    }

    /** Returns this container with other environment variables. */
    public ContainerSpec withEnvironment(Map<String, String> variables) {
        return new ContainerSpec(
                containerName,
                image,
                hostname,
                macAddress,
                command,
                labels,
                variables,
                healthCheck,
                hostAccess,
                source,
                startFirst,
                contacts,
                copies);
    }

    /** Returns this container with other labels. */
    public ContainerSpec withLabels(Map<String, String> other) {
        return new ContainerSpec(
                containerName,
                image,
                hostname,
                macAddress,
                command,
                other,
                environment,
                healthCheck,
                hostAccess,
                source,
                startFirst,
                contacts,
                copies);
    }

    /** Names the variables but hides their values, so that a secret cannot slip into a log. */
    @Override
    public String toString() {
        return "ContainerSpec[containerName=" + containerName + ", image=" + image + ", hostname=" + hostname
                + ", labels=" + labels.keySet() + ", environment=" + environment.keySet() + ", healthCheck="
                + healthCheck + ", hostAccess=" + hostAccess + ", source=" + source + ", startFirst="
                + startFirst + ", contacts=" + contacts + ", copies=" + copies + "]";
    }
}
