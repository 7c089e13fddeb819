package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.line.AnswerLimits;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.PrivateSsh;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import dev.bulkhead.topology.NetworkOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An engine behind a real ssh server, as the docker client reaches it. */
@WithEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineBehindSshIT {

    private PrivateEngine engine;
    private PrivateSsh ssh;

    @TempDir
    private Path folder;

    @BeforeAll
    void start(PrivateEngine started) throws IOException {
        engine = started;
        ssh = PrivateSsh.to(engine);
        StandInImages.provide(engine, "stand-in/client:1");
    }

    @AfterAll
    void stop() throws IOException {
        ssh.close();
    }

    private Engine reached(String url, Map<String, String> environment) throws EngineException {
        EngineAddress address = new EngineAddresses(environment, folder, new DiskFileTree()).resolve(Optional.of(url));
        return over(address, environment);
    }

    private static Engine over(EngineAddress address, Map<String, String> environment) {
        return Engine.of(
                new DockerGateway(address, environment, AnswerLimits.FIRST),
                new ComposeCliRunner(Optional.of(EnginePrograms.compose()), environment, address.environment()));
    }

    private String refusal(String url, Map<String, String> environment) throws EngineException {
        try (Engine there = reached(url, environment)) {
            EngineException failure = catchThrowableOfType(
                    EngineException.class, () -> there.observer().info());
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            return failure.sentence().replace(url, "THERE");
        }
    }

    @Test
    void everythingGoesThroughTheDockerClientAtTheOtherEnd() throws Exception {
        try (Engine there = reached(ssh.address(), ssh.friend())) {
            List<EngineEvent> events = new CopyOnWriteArrayList<>();
            try (var _ = there.observer().watch(events::add)) {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !events.isEmpty());

                there.networks().createNetwork(new NetworkSpec("far", NetworkOptions.defaults(), List.of()));
                engine.docker(
                        "network",
                        "connect",
                        "far",
                        engine.docker("create", "stand-in/client:1").strip());

                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> events.stream()
                                .anyMatch(event -> event instanceof EngineEvent.NetworkChanged changed
                                        && changed.network().name().equals("far")));
            }
            assertThat(engine.docker("network", "ls")).contains(" far ");
            assertThat(there.observer().info().address()).isEqualTo(ssh.address());
            assertThat(there.observer().info().onThisMachine()).isFalse();
            assertThat(there.observer().observe().network("far")).isPresent();
        }
    }

    @Test
    void composeTakesTheSameWay() throws Exception {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("compose.yml"), """
                name: far-away
                services:
                  one: {image: "stand-in/client:1", network_mode: none}
                """);
        try (Engine there = reached(ssh.address(), ssh.friend())) {
            there.services().up(ComposeRequest.of(project), List.of(), EngineServices.Dependencies.TOO, line -> {});

            assertThat(there.observer().observe().containers("far-away", "one")).hasSize(1);
            assertThat(engine.docker("ps", "--all")).contains("far-away-one-1");
        }
    }

    @Test
    void theSocketAtTheOtherEndMayBeNamed() throws Exception {
        String socket = engine.address().replaceFirst("unix://", "");
        try (Engine there = reached(ssh.address() + socket, ssh.friend())) {
            assertThat(there.observer().info().version()).isNotEmpty();
        }

        assertThat(refusal(ssh.address() + "/no/such.sock", ssh.friend()))
                .startsWith("No engine answers at THERE (the address given): ssh says: ")
                .contains("/no/such.sock")
                .endsWith("and that docker is installed there.");
    }

    @Test
    void aContextWithSshIsReached() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        String id = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("nas".getBytes(StandardCharsets.UTF_8)));
        Path meta =
                Files.createDirectories(home.resolve(".docker/contexts/meta").resolve(id));
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\":\"nas\",\"Metadata\":{},\"Endpoints\":{\"docker\":{\"Host\":\"" + ssh.address() + "\"}}}");
        EngineAddress address = new EngineAddresses(Map.of("DOCKER_CONTEXT", "nas"), home, new DiskFileTree())
                .resolve(Optional.empty());

        assertThat(address).isEqualTo(new EngineAddress(ssh.address(), Optional.empty(), "docker context nas"));
        try (Engine there = over(address, ssh.friend())) {
            assertThat(there.observer().observe().networks()).isNotEmpty();
        }
    }

    @Test
    void whoMayNotLogInIsToldWhatSshSays() throws Exception {
        String remedy =
                "; see that ssh logs in there without asking, with a key that its agent holds and a host that it knows,"
                        + " and that docker is installed there.";

        assertThat(refusal(ssh.address(), ssh.stranger()))
                .isEqualTo("No engine answers at THERE (the address given): ssh says: root@127.0.0.1: Permission denied"
                        + " (publickey)" + remedy);
        assertThat(refusal(ssh.address(), ssh.newcomer()))
                .isEqualTo("No engine answers at THERE (the address given): ssh says: Host key verification failed"
                        + remedy);
        assertThat(refusal("ssh://root@127.0.0.1:9", ssh.friend()))
                .contains("ssh says: ssh: connect to host 127.0.0.1 port 9: Connection refused" + remedy);
    }

    @Test
    void withoutAnSshNothingIsTried() throws Exception {
        assertThat(refusal(ssh.address(), Map.of("PATH", folder.toString())))
                .isEqualTo(
                        "No engine answers at THERE (the address given): there is no program ssh in PATH; install OpenSSH's"
                                + " client; start it, or name another with --engine or DOCKER_HOST.");
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        Engine there = reached(ssh.address(), ssh.friend());
        there.observer().observe();
        assertThat(tunnels()).isNotEmpty();

        there.close();

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> children().isEmpty());
        assertThat(tunnels()).isEmpty();
    }

    private static List<Path> tunnels() throws IOException {
        try (var found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return found.filter(path -> path.getFileName().toString().startsWith("bulkhead-ssh")
                            && Files.exists(path.resolve("engine.sock")))
                    .toList();
        }
    }

    /** Programs of this process that speak to the server. */
    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("dial-stdio"))
                .toList();
    }
}
