package dev.bulkhead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real container engine that belongs to one test and cannot touch anything else on the machine.
 *
 * <p>It runs in network, mount and process namespaces of its own: its bridges, firewall rules and published ports exist
 * only there ({@link #inNetwork} goes in), its mounts vanish with it, and when its first process ends the kernel ends
 * every container with it. The socket is a file and is reached from outside. The first process waits for the end of its
 * standard input, so that the engine also ends when the test's own process is killed.
 *
 * <p>Its network leads to a second namespace that stands for the internet: 198.18.0.2 and 1.1.1.1 answer on ports 80
 * and 443 there, nothing else does.
 */
public final class PrivateEngine implements AutoCloseable {

    private static final long READY_SECONDS = 30;

    private final EngineRelease release;
    private final Path root;
    private final String cgroup;
    private final boolean remapped;
    /** What {@code daemon.json} says. */
    private final String settings;

    private Process process;
    private long world;

    private PrivateEngine(EngineRelease release, Path root, boolean remapped, String settings) throws IOException {
        this.remapped = remapped;
        this.settings = settings;
        this.release = release;
        this.root = root;
        this.cgroup = root.getFileName().toString();
        this.process = launch();
    }

    /** Starts an engine with an empty data folder and waits until it answers. */
    public static PrivateEngine start(EngineRelease release) throws IOException {
        return start(release, false);
    }

    /** Starts an engine, root of whose containers is user 100000 on this machine if that is wanted. */
    static PrivateEngine start(EngineRelease release, boolean remapped) throws IOException {
        return start(release, remapped, remapped ? "{\"userns-remap\": \"nobody:nogroup\"}" : "{}");
    }

    /** Starts an engine with settings of its own, as {@code daemon.json} has them. */
    public static PrivateEngine start(EngineRelease release, String settings) throws IOException {
        return start(release, false, settings);
    }

    private static PrivateEngine start(EngineRelease release, boolean remapped, String settings) throws IOException {
        PrivateEngine engine =
                new PrivateEngine(release, Files.createTempDirectory("bulkhead-engine"), remapped, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
        try {
            engine.awaitReady();
        } catch (IOException e) {
            engine.close();
            throw e;
        }
        return engine;
    }

    /** Returns which engine it is. */
    public EngineRelease release() {
        return release;
    }

    /** Returns its address as DOCKER_HOST has it. */
    public String address() {
        return "unix://" + socket();
    }

    /** Returns a folder that is deleted with the engine. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve("folders").resolve(name));
    }

    /** Runs the docker client against it, which has to succeed, and returns what it said. */
    public String docker(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(EnginePrograms.docker().toString(), "-H", address()));
        command.addAll(List.of(arguments));
        return Commands.succeed(clientEnvironment(), root, command);
    }

    /** Runs {@code docker compose} in a folder, which has to succeed, and returns what it said. */
    public String compose(Path directory, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(EnginePrograms.compose().toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new java.util.HashMap<>(clientEnvironment());
        all.putAll(environment);
        return Commands.succeed(all, directory, command);
    }

    /** Runs a program in the engine's network, where its published ports are. */
    public Commands.Output inNetwork(String... command) throws IOException {
        List<String> entering = new ArrayList<>(enteringNetwork());
        entering.addAll(List.of(command));
        return Commands.run(Map.of(), root, entering);
    }

    /** Returns what a command line begins with whose program is to run in the engine's network. */
    public List<String> enteringNetwork() {
        return List.of("nsenter", "-t", Long.toString(insidePid()), "-n", "--");
    }

    /** Returns what a command line begins with whose program, the machine's own, is to run in a container's network. */
    public List<String> enteringNetworkOf(String container) throws IOException {
        String pid = docker("inspect", "-f", "{{.State.Pid}}", container).strip();
        return List.of("nsenter", "-t", Long.toString(insidePid()), "-p", "-m", "--", "nsenter", "-t", pid, "-n", "--");
    }

    /** Runs a program on the machine beside the engine's, 198.18.0.2, from where only published ports can be seen. */
    public Commands.Output inWorld(String... command) throws IOException {
        List<String> entering = new ArrayList<>(enteringWorld());
        entering.addAll(List.of(command));
        return Commands.run(Map.of(), root, entering);
    }

    /** Returns what a command line begins with whose program is to run on the machine beside the engine's. */
    public List<String> enteringWorld() {
        return List.of("nsenter", "-t", Long.toString(world), "-n", "--");
    }

    /** Starts a listener on all addresses of the engine's host that answers; it is the caller's to end. */
    public Process listenOnHost(int port) throws IOException {
        return new ProcessBuilder(
                        "nsenter",
                        "-t",
                        Long.toString(insidePid()),
                        "-n",
                        "--",
                        "busybox",
                        "nc",
                        "-ll",
                        "-p",
                        Integer.toString(port),
                        "-e",
                        "echo",
                        "answers")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Ends the engine and all its containers at once, as a power cut does, keeping its data. */
    public void cutPower() {
        end(process);
    }

    /** Starts it again after {@link #cutPower}; containers come up as their restart policies say. */
    public void restart() throws IOException {
        Files.deleteIfExists(root.resolve("pid"));
        // Lost with the power on a real machine too, where it lies in memory; a process number in it may be taken by
        // now.
        deleteTree(root.resolve("exec"));
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        end(process);
        try {
            removeControlGroups();
            deleteTree(root);
        } catch (IOException e) {
            throw new UncheckedIOException("the engine's folder " + root + " cannot be removed", e);
        }
    }

    private Map<String, String> clientEnvironment() {
        return Map.of(
                "DOCKER_HOST",
                address(),
                "DOCKER_CONFIG",
                root.resolve("client").toString());
    }

    private Path socket() {
        return root.resolve("docker.sock");
    }

    private Process launch() throws IOException {
        Files.writeString(root.resolve("daemon.json"), settings);
        if (remapped) {
            Files.writeString(root.resolve("subordinate"), "nobody:100000:65536\n");
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        }
        Files.writeString(root.resolve("launch.sh"), EngineScripts.LAUNCH);
        ProcessBuilder builder = new ProcessBuilder(
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
                        release.programs().toString(),
                        "/" + cgroup)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(root.resolve("log").toFile()));
        return builder.start();
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        List<String> question = List.of(
                EnginePrograms.docker().toString(), "-H", address(), "version", "--format", "{{.Server.Version}}");
        while (Commands.run(clientEnvironment(), root, question).exitCode() != 0) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(
                        "the private engine " + release + " did not start: " + Files.readString(root.resolve("log")));
            }
        }
        world = findWorld();
    }

    /** The first process inside the namespaces is the only child of the program that made them. */
    private long insidePid() {
        return process.children()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the engine does not run"))
                .pid();
    }

    /**
     * The only children of the first process with another network are those of the machine beside. So it is before the
     * first container is started, and that is when it is looked at.
     */
    private long findWorld() throws IOException {
        Path own = networkOf(insidePid()).orElseThrow(() -> new IOException("the engine does not run"));
        for (ProcessHandle child :
                ProcessHandle.of(insidePid()).orElseThrow().children().toList()) {
            if (networkOf(child.pid()).filter(network -> !network.equals(own)).isPresent()) {
                return child.pid();
            }
        }
        throw new IOException("the machine beside the engine's does not run");
    }

    /** Returns the network namespace of a process; empty when it has ended meanwhile. */
    private static Optional<Path> networkOf(long pid) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns", "net")));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        try {
            process.waitFor(READY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Control groups live on the machine's own file system; the engine's are named after its folder. */
    private void removeControlGroups() throws IOException {
        Path groups = Path.of("/sys/fs/cgroup");
        if (!Files.isDirectory(groups)) {
            return;
        }
        try (Stream<Path> found = Files.find(groups, 2, (p, a) -> a.isDirectory() && p.endsWith(cgroup))) {
            for (Path group : found.toList()) {
                removeGroup(group);
            }
        }
    }

    private static void removeGroup(Path group) throws IOException {
        try (Stream<Path> children = Files.list(group)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                removeGroup(child);
            }
        }
        // Retried because the kernel empties a group a moment after its processes were killed.
        for (int i = 0; i < 100 && !group.toFile().delete(); i++) {
            Thread.onSpinWait();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
