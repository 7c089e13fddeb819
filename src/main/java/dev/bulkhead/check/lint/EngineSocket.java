package dev.bulkhead.check.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Socket of the engine among the paths of the host. */
public final class EngineSocket {

    private static final Set<String> AROUND = Set.of("/", "/run", "/var", "/var/run");
    private static final List<String> SOCKETS =
            List.of("docker.sock", "podman.sock", "containerd.sock", "crio.sock", "docker_engine");

    private EngineSocket() {}

    /** Returns what a container that mounts a path gets hold of the socket by; empty where it does not. */
    public static Optional<String> mounted(String path) {
        if (SOCKETS.stream().anyMatch(path::endsWith)) {
            return Optional.of("the engine's socket");
        }
        return AROUND.contains(path)
                ? Optional.of(path + " of the host, in which the engine's socket lies")
                : Optional.empty();
    }
}
