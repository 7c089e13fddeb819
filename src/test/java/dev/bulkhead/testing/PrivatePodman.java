package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real Podman that answers as Docker does ({@code podman system service}), in namespaces of its own and with everything it
 * keeps in one folder. When its first process ends the kernel ends its containers with it.
 */
public final class PrivatePodman implements AutoCloseable {

    /** Debian's crun does not know control groups of both versions side by side, which is why one is taken off here. */
    private static final String LAUNCH = """
            root=$1 programs=$2
            ip link set lo up
            mount -t tmpfs none /run
            umount /sys/fs/cgroup/unified 2>/dev/null
            export HOME="$root/home" LD_LIBRARY_PATH="$programs/lib" PATH="$PATH:/usr/sbin:/sbin"
            export CONTAINERS_CONF="$root/containers.conf" CONTAINERS_STORAGE_CONF="$root/storage.conf"
            export CONTAINERS_REGISTRIES_CONF="$root/registries.conf"
            "$programs/podman" --tmpdir "$root/tmp" system service -t 0 "unix://$root/podman.sock" &
            exec 3<&0
            (read -r end_of_test <&3) &
            wait $!
            """;

    private final Path root;
    private final Process process;

    private PrivatePodman(Path root, Process process) {
        this.root = root;
        this.process = process;
    }

    /** Starts it and waits until it answers. */
    public static PrivatePodman start() throws IOException {
        Path root = Files.createTempDirectory("bulkhead-podman");
        Path programs = EnginePrograms.home().resolve("programs");
        Path policy = Files.createDirectories(root.resolve("home/.config/containers"));
        Files.writeString(policy.resolve("policy.json"), "{\"default\":[{\"type\":\"insecureAcceptAnything\"}]}");
        Files.writeString(root.resolve("registries.conf"), "unqualified-search-registries=[\"docker.io\"]\n");
        Files.writeString(
                root.resolve("storage.conf"),
                "[storage]\ndriver=\"vfs\"\ngraphroot=\"" + root + "/data\"\nrunroot=\"" + root + "/run\"\n");
        // conmon starts it without the variable that names its library
        Path crun = Files.writeString(
                root.resolve("crun"),
                "#!/bin/sh\nLD_LIBRARY_PATH=" + programs + "/lib exec " + programs + "/crun \"$@\"\n");
        Files.setPosixFilePermissions(crun, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(root.resolve("containers.conf"), """
                [containers]
                log_driver="k8s-file"
                cgroups="disabled"
                [network]
                network_backend="netavark"
                network_config_dir="%s/networks"
                [engine]
                cgroup_manager="cgroupfs"
                events_logger="file"
                conmon_path=["%s/conmon"]
                helper_binaries_dir=["%s"]
                runtime="crun"
                [engine.runtimes]
                crun=["%s"]
                """.formatted(root, programs, programs, crun));
        Files.writeString(root.resolve("launch.sh"), LAUNCH);
        Process process = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount-proc",
                        "sh",
                        root.resolve("launch.sh").toString(),
                        root.toString(),
                        programs.toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("log").toFile())
                .start();
        PrivatePodman podman = new PrivatePodman(root, process);
        Runtime.getRuntime().addShutdownHook(new Thread(podman::stop));
        Awaitility.await()
                .atMost(1, TimeUnit.MINUTES)
                .failFast("podman ended", () -> !process.isAlive())
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> !podman.docker("version").isBlank());
        return podman;
    }

    /** Returns its address as DOCKER_HOST has it. */
    public String address() {
        return "unix://" + root.resolve("podman.sock");
    }

    /** Runs the docker client against it, which has to succeed, and returns what it said. */
    public String docker(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(EnginePrograms.docker().toString(), "-H", address()));
        command.addAll(List.of(arguments));
        return Commands.succeed(Map.of("DOCKER_CONFIG", root.resolve("client").toString()), root, command);
    }

    /** Makes an image of Debian's BusyBox. */
    public void image(String name) throws IOException {
        Path layer = Files.createDirectories(root.resolve("layer/bin"));
        Files.copy(EnginePrograms.find("busybox").orElseThrow(), layer.resolve("busybox"));
        for (String program : List.of("sh", "sleep", "nc", "nslookup")) {
            Files.createSymbolicLink(layer.resolve(program), Path.of("busybox"));
        }
        Path archive = root.resolve("layer.tar");
        Commands.succeed(
                Map.of(), root, List.of("tar", "-C", root.resolve("layer").toString(), "-cf", archive.toString(), "."));
        docker("import", archive.toString(), name);
    }

    private void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
