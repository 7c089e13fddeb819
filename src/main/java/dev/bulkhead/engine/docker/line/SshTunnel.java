package dev.bulkhead.engine.docker.line;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tunnel to an engine behind ssh: a socket that only this user can open; each connection to it becomes an ssh of its own, at
 * the other end of which the docker client passes bytes on to its engine.
 */
final class SshTunnel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SshTunnel.class);

    /** A server refuses some of those who log in at the same time when they are more than ten (sshd_config, MaxStartups). */
    private static final int LOGINS_AT_A_TIME = 4;

    private static final long LOGIN_SECONDS = 5;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path folder;
    private final ServerSocketChannel door;
    private final Semaphore logins = new Semaphore(LOGINS_AT_A_TIME);
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> trouble = Optional.empty();

    private SshTunnel(List<String> command, Map<String, String> environment, Path folder) throws IOException {
        this.command = command;
        this.environment = environment;
        this.folder = folder;
        this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket()));
    }

    /**
     * Opens the tunnel; ssh is not started before somebody connects.
     *
     * @param environment the environment of ssh, in whose PATH it is looked for
     */
    static SshTunnel to(SshAddress address, Map<String, String> environment) throws IOException {
        String program = program(environment)
                .orElseThrow(() -> new IOException("there is no program ssh in PATH; install OpenSSH's client"));
        SshTunnel tunnel =
                new SshTunnel(address.command(program), environment, Files.createTempDirectory("bulkhead-ssh"));
        Thread.ofVirtual().name("ssh-tunnel").start(tunnel::serve);
        return tunnel;
    }

    private static Optional<String> program(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> List.of("ssh", "ssh.exe").stream().flatMap(name -> in(folder, name).stream()))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static Optional<Path> in(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns the socket to connect to. */
    Path socket() {
        return folder.resolve("engine.sock");
    }

    /** Returns what ssh or the docker client at its other end said last when a connection did not come about. */
    Optional<String> trouble() {
        return trouble;
    }

    private void serve() {
        while (door.isOpen()) {
            try {
                SocketChannel caller = door.accept();
                Thread.ofVirtual().name("ssh-connection").start(() -> carry(caller));
            } catch (IOException e) {
                LOG.debug("the ssh tunnel takes no more connections", e);
            }
        }
    }

    private void carry(SocketChannel caller) {
        boolean waits = true;
        try (caller) {
            waits = logins.tryAcquire(LOGIN_SECONDS, TimeUnit.SECONDS);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process ssh = builder.start();
            running.add(ssh);
            try {
                Thread words = Thread.ofVirtual().start(() -> listen(ssh));
                Thread.ofVirtual().start(() -> send(caller, ssh));
                boolean answered = answer(caller, ssh, waits);
                waits = waits && !answered;
                words.join();
            } finally {
                running.remove(ssh);
                ssh.destroy();
            }
        } catch (IOException e) {
            LOG.debug("a connection through ssh ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (waits) {
                logins.release();
            }
        }
    }

    /** Passes on what the engine says, and returns whether it said anything: then the login is over. */
    private boolean answer(SocketChannel caller, Process ssh, boolean waits) throws IOException {
        byte[] bytes = new byte[16 * 1024];
        boolean answered = false;
        try (InputStream from = ssh.getInputStream()) {
            OutputStream to = Channels.newOutputStream(caller);
            for (int many = from.read(bytes); many >= 0; many = from.read(bytes)) {
                if (!answered) {
                    answered = true;
                    trouble = Optional.empty();
                    if (waits) {
                        logins.release();
                    }
                }
                to.write(bytes, 0, many);
            }
        }
        return answered;
    }

    private static void send(SocketChannel caller, Process ssh) {
        try (OutputStream to = ssh.getOutputStream()) {
            InputStream from = Channels.newInputStream(caller);
            byte[] bytes = new byte[16 * 1024];
            for (int many = from.read(bytes); many >= 0; many = from.read(bytes)) {
                to.write(bytes, 0, many);
                to.flush();
            }
        } catch (IOException e) {
            LOG.debug("a connection through ssh takes no more", e);
            ssh.destroy();
        }
    }

    /** Keeps the last line; a greeting of the server comes before. */
    private void listen(Process ssh) {
        try (BufferedReader said = ssh.errorReader(StandardCharsets.UTF_8)) {
            Optional<String> last = said.lines().filter(line -> !line.isBlank()).reduce((before, line) -> line);
            if (last.isPresent() && ssh.waitFor() != 0) {
                trouble = last.map(String::strip);
            }
        } catch (IOException e) {
            LOG.debug("ssh's words cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        running.forEach(Process::destroy);
        Files.deleteIfExists(socket());
        Files.deleteIfExists(folder);
    }
}
