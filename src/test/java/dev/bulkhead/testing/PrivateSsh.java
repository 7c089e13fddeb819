package dev.bulkhead.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real ssh server on a port of this machine with keys of its own, at the other end of which the docker client speaks to a
 * given engine, and a client's configuration for it. Nothing of the user's own ssh is read or written.
 */
public final class PrivateSsh implements AutoCloseable {

    /** In a mount namespace: the server wants a folder and a user that a machine without one does not have. */
    private static final String LAUNCH = """
            mount -t tmpfs none /run && mkdir /run/sshd || exit 1
            cp /etc/passwd "$1/passwd" && echo 'sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin' >>"$1/passwd"
            mount --bind "$1/passwd" /etc/passwd || exit 1
            LD_LIBRARY_PATH="$2/lib" exec "$2/sshd" -D -e -f "$1/sshd_config"
            """;

    private final Path root;
    private final int port;
    private final Process process;

    private PrivateSsh(Path root, int port, Process process) {
        this.root = root;
        this.port = port;
        this.process = process;
    }

    /** Starts a server whose users' docker client speaks to an engine. */
    public static PrivateSsh to(PrivateEngine engine) throws IOException {
        Path root = Files.createTempDirectory("bulkhead-sshd");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        for (String key : List.of("host", "user", "stranger")) {
            Commands.succeed(
                    Map.of(),
                    root,
                    List.of(
                            "ssh-keygen",
                            "-q",
                            "-t",
                            "ed25519",
                            "-N",
                            "",
                            "-f",
                            root.resolve(key).toString()));
        }
        Files.copy(root.resolve("user.pub"), root.resolve("authorized"));
        Files.writeString(root.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s/host
                AuthorizedKeysFile %s/authorized
                PidFile none
                UsePAM no
                StrictModes no
                PermitRootLogin yes
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                SetEnv "PATH=%s:/usr/bin:/bin" "DOCKER_HOST=%s"
                """.formatted(
                        port, root, root, EnginePrograms.home().resolve("bin"), engine.address()));
        String host = Files.readString(root.resolve("host.pub"));
        Files.writeString(root.resolve("known"), "[127.0.0.1]:" + port + " " + host);
        Files.writeString(root.resolve("launch.sh"), LAUNCH);
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--kill-child",
                        "--fork",
                        "sh",
                        root.resolve("launch.sh").toString(),
                        root.toString(),
                        EnginePrograms.home().resolve("programs").toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("log").toFile())
                .start();
        PrivateSsh server = new PrivateSsh(root, port, process);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        Awaitility.await()
                .atMost(1, TimeUnit.MINUTES)
                .failFast("the ssh server ended", () -> !process.isAlive())
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return true;
                });
        return server;
    }

    /** Returns the address of the engine behind it. */
    public String address() {
        return "ssh://root@127.0.0.1:" + port;
    }

    /** Returns the environment of a user who may log in. */
    public Map<String, String> friend() throws IOException {
        return client("user", root.resolve("known"));
    }

    /** Returns the environment of a user with a key that the server does not know. */
    public Map<String, String> stranger() throws IOException {
        return client("stranger", root.resolve("known"));
    }

    /** Returns the environment of a user who was never there. */
    public Map<String, String> newcomer() throws IOException {
        return client("user", root.resolve("nobody-known"));
    }

    /** Returns what the server said. */
    public String log() throws IOException {
        return Files.readString(root.resolve("log"));
    }

    /** The client's files are named on its command line, since it looks for the others in the home of the user's name. */
    private Map<String, String> client(String key, Path known) throws IOException {
        Path folder = Files.createDirectories(root.resolve("client-" + key + "-" + known.getFileName()));
        Path program = folder.resolve("ssh");
        Files.writeString(folder.resolve("config"), """
                IdentityFile %s/%s
                IdentitiesOnly yes
                UserKnownHostsFile %s
                GlobalKnownHostsFile none
                """.formatted(root, key, known));
        Files.writeString(
                program,
                "#!/bin/sh\nexec " + EnginePrograms.find("ssh").orElseThrow() + " -F " + folder + "/config \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", folder + ":" + System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        return environment;
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
