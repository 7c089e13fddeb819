package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.docker.line.AnswerLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator reads where something else listens than an engine that is well. */
class AskingEngineTest {

    private static final AnswerLimits LONG = new AnswerLimits(Duration.ofMinutes(2), Duration.ofMinutes(2));
    private static final AnswerLimits SILENCE = new AnswerLimits(Duration.ofMillis(300), Duration.ofMinutes(2));
    /** The head may take its time on a busy machine, the whole is over at once. */
    private static final AnswerLimits WHOLE = new AnswerLimits(Duration.ofMinutes(2), Duration.ofMillis(700));

    private final CountDownLatch never = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @AfterEach
    void release() {
        never.countDown();
    }

    private record Told(Kind kind, String sentence) {}

    private Told told(FakeEngine engine, AnswerLimits limits) throws IOException {
        EngineAddress address = engine.address();
        try (engine;
                DockerGateway gateway = new DockerGateway(address, Map.of(), limits)) {
            EngineException failure = catchThrowableOfType(EngineException.class, gateway::info);
            return new Told(failure.kind(), failure.sentence().replace(address.url(), "HERE"));
        }
    }

    private Told onPort(FakeEngine.Answer answer) throws IOException {
        return told(FakeEngine.onPort(answer), LONG);
    }

    private static Told noEngine(String why) {
        return new Told(
                Kind.UNREACHABLE,
                "What answers at HERE (the address given) is no container engine: " + why
                        + "; name the engine's own address with --engine or DOCKER_HOST.");
    }

    @Test
    void anEngineHasFifteenSecondsToSayAnythingAndSixtyToSayItAll() {
        assertThat(AnswerLimits.FIRST).isEqualTo(new AnswerLimits(Duration.ofSeconds(15), Duration.ofSeconds(60)));
    }

    @Test
    void anEngineThatAcceptsAndNeverAnswersIsGivenUp() throws Exception {
        FakeEngine.Answer silent = (path, to) -> never.await();
        Told given = new Told(
                Kind.TIMEOUT,
                "The engine cannot be asked for its version: the engine at HERE (the address given) gave no answer for"
                        + " 300 ms; restart it, or name another with --engine or DOCKER_HOST.");

        assertThat(told(FakeEngine.onSocket(folder.resolve("s"), silent), SILENCE))
                .isEqualTo(given);
        assertThat(told(FakeEngine.onPort(silent), SILENCE)).isEqualTo(given);
    }

    @Test
    void anAnswerThatTricklesIsGivenUp() throws Exception {
        FakeEngine.Answer trickling = (path, to) -> {
            to.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"
                    .getBytes(StandardCharsets.UTF_8));
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                to.write(' ');
            }
        };
        Told given = new Told(
                Kind.TIMEOUT,
                "The engine cannot be asked for its version: the engine at HERE (the address given) did not come to the end of"
                        + " its answer within 700 ms; restart it, or name another with --engine or DOCKER_HOST.");

        assertThat(told(FakeEngine.onSocket(folder.resolve("s"), trickling), WHOLE))
                .isEqualTo(given);
        assertThat(told(FakeEngine.onPort(trickling), WHOLE)).isEqualTo(given);
    }

    @Test
    void anEngineThatFallsSilentLaterIsGivenUpToo() throws Exception {
        AnswerLimits limits = new AnswerLimits(Duration.ofMinutes(1), Duration.ofSeconds(3));
        FakeEngine fake = FakeEngine.onSocket(folder.resolve("s"), (path, to) -> {
            if (path.endsWith("/networks")) {
                never.await();
            }
            to.write(FakeEngine.http(
                    "200 OK", "application/json", path.endsWith("/version") ? FakeEngine.VERSION : "{}"));
        });
        try (fake;
                DockerGateway gateway = new DockerGateway(fake.address(), Map.of(), limits)) {
            EngineException failure = catchThrowableOfType(EngineException.class, gateway::observe);

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure.sentence())
                    .startsWith("The engine's state cannot be read: the engine at unix://")
                    .contains("gave no answer for 3 s");
        }
    }

    @Test
    void aWebSiteIsNoEngine() throws Exception {
        String page = "<!DOCTYPE html><html><style>b{color:red}</style><body>Welcome to nginx!</body></html>";

        assertThat(onPort(FakeEngine.always("200 OK", "text/html", page)))
                .isEqualTo(noEngine("its answer is not what an engine says"));
        assertThat(onPort(FakeEngine.always("404 Not Found", "text/html", page)))
                .isEqualTo(noEngine("it answers HTTP 404"));
        assertThat(onPort(FakeEngine.always("500 Internal Server Error", "text/html", page)))
                .isEqualTo(noEngine("it answers HTTP 500"));
    }

    @Test
    void aRedirectIsNoEngineAndIsNotFollowed() throws Exception {
        for (String status : List.of("301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect")) {
            FakeEngine elsewhere =
                    FakeEngine.onPort(FakeEngine.always("200 OK", "application/json", FakeEngine.VERSION));
            try (elsewhere) {
                String location = elsewhere.address().url().replace("tcp:", "http:") + "/version";
                FakeEngine.Answer leads = (path, to) ->
                        to.write(("HTTP/1.1 " + status + "\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                Told told = noEngine(
                        "it sends on to another address (HTTP " + status.substring(0, 3) + "), which was not followed");

                assertThat(onPort(leads)).as(status).isEqualTo(told);
                assertThat(told(FakeEngine.onSocket(folder.resolve("r"), leads), LONG))
                        .as(status)
                        .isEqualTo(told);
                assertThat(elsewhere.asked()).as(status).isEmpty();
            }
            Files.deleteIfExists(folder.resolve("r"));
        }
    }

    @Test
    void jsonThatNoEngineSaysIsNoEngine() throws Exception {
        for (String strange : List.of("[]", "\"ok\"", "{\"Version\":{}}", "", "{", "17", "{\"ApiVersion\":\"1.51\"")) {
            assertThat(onPort(FakeEngine.always("200 OK", "application/json", strange)))
                    .as(strange)
                    .isEqualTo(noEngine("its answer is not what an engine says"));
        }
        for (String strange : List.of("{}", "null", "{\"ApiVersion\":\"one\"}", "{\"Version\":\"3.1\"}")) {
            assertThat(onPort(FakeEngine.always("200 OK", "application/json", strange)))
                    .as(strange)
                    .isEqualTo(noEngine("it does not say which API it speaks"));
        }
    }

    @Test
    void aConnectionThatIsClosedBeforeTheAnswerIsSaidSo() throws Exception {
        Told closed = new Told(
                Kind.UNREACHABLE,
                "What answers at HERE (the address given) closed the connection before its answer was complete; look whether the"
                        + " engine is there, or name another with --engine or DOCKER_HOST.");

        assertThat(onPort((path, to) -> to.close())).isEqualTo(closed);
        assertThat(onPort((path, to) -> {
                    to.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.UTF_8));
                    to.close();
                }))
                .isEqualTo(closed);
        assertThat(onPort((path, to) -> {
                    to.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
                    to.close();
                }))
                .isEqualTo(closed);
    }

    @Test
    void anEnginesOwnWordsAreToldAlsoWhenItIsUnwell() throws Exception {
        assertThat(onPort(FakeEngine.always(
                        "500 Internal Server Error", "application/json", "{\"message\":\"disk is full\"}")))
                .isEqualTo(new Told(Kind.REFUSED, "The engine cannot be asked for its version: disk is full."));
        assertThat(onPort(FakeEngine.always(
                        "400 Bad Request", "text/plain", "Client sent an HTTP request to an HTTPS server.\n")))
                .isEqualTo(new Told(
                        Kind.UNREACHABLE,
                        "The engine at HERE (the address given) wants an encrypted connection; set DOCKER_TLS_VERIFY=1 and"
                                + " DOCKER_CERT_PATH to the folder of its certificates."));
    }

    @Test
    void anAnswerThatIsStrangeOnlyLaterIsOneSentence() throws Exception {
        for (String strange : List.of("<html>gone</html>", "[{}]", "{}", "[{\"Id\":7,\"IPAM\":\"x\"}]")) {
            FakeEngine fake = FakeEngine.onPort((path, to) -> to.write(FakeEngine.http(
                    "200 OK",
                    "application/json",
                    path.endsWith("/version") ? FakeEngine.VERSION : path.endsWith("/info") ? "{}" : strange)));
            try (fake;
                    DockerGateway gateway = new DockerGateway(fake.address(), Map.of(), LONG)) {
                EngineException failure = catchThrowableOfType(EngineException.class, gateway::observe);

                assertThat(failure.sentence())
                        .as(strange)
                        .matches("The engine's (state|containers) cannot be read: "
                                + fake.address().url()
                                + " answered something that no engine says; look what listens there\\.");
            }
        }
    }

    @Test
    void aMachineThatNobodyKnowsIsNamedWithoutWordsOfLibraries() {
        try (DockerGateway gateway = new DockerGateway(EngineAddress.of("tcp://no-such-machine.invalid:2375"))) {
            assertThat(catchThrowableOfType(EngineException.class, gateway::info))
                    .hasMessage(
                            "No engine answers at tcp://no-such-machine.invalid:2375 (the address given): nobody knows a"
                                    + " machine of that name; start it, or name another with --engine or DOCKER_HOST.");
        }
    }

    private static EngineInfo info(String version, String info) throws Exception {
        FakeEngine fake = FakeEngine.onPort((path, to) ->
                to.write(FakeEngine.http("200 OK", "application/json", path.endsWith("/version") ? version : info)));
        try (fake;
                DockerGateway gateway = new DockerGateway(fake.address(), Map.of(), LONG)) {
            return gateway.info();
        }
    }

    @Test
    void driversAndThePartInASwarmAreRead() throws Exception {
        assertThat(info(FakeEngine.VERSION, "{}").networking()).isEqualTo(EngineInfo.Networking.UNTOLD);
        assertThat(info(
                                FakeEngine.VERSION,
                                "{\"Plugins\":{\"Network\":[\"bridge\",\"weave:latest\"]},\"Swarm\":{\"LocalNodeState\":\"inactive\"}}")
                        .networking())
                .isEqualTo(new EngineInfo.Networking(
                        Optional.empty(), Set.of("bridge", "weave:latest"), EngineInfo.Swarm.NONE));
        assertThat(swarm("{\"LocalNodeState\":\"active\",\"ControlAvailable\":true}"))
                .isEqualTo(EngineInfo.Swarm.MANAGER);
        assertThat(swarm("{\"LocalNodeState\":\"active\",\"ControlAvailable\":false}"))
                .isEqualTo(EngineInfo.Swarm.WORKER);
        assertThat(swarm("{\"LocalNodeState\":\"locked\"}")).isEqualTo(EngineInfo.Swarm.NONE);
    }

    private static EngineInfo.Swarm swarm(String told) throws Exception {
        return info(FakeEngine.VERSION, "{\"Swarm\":" + told + "}").networking().swarm();
    }

    /** As those engines say it (docker/cli and containers/podman, tests of their API). */
    @Test
    void desktopEnginesWithoutRootAndPodmanAreRecognised() throws Exception {
        assertThat(info(FakeEngine.VERSION, "{\"OperatingSystem\":\"Docker Desktop\",\"OSType\":\"linux\"}")
                        .product())
                .isEqualTo(EngineInfo.Product.DESKTOP);
        assertThat(info(FakeEngine.VERSION, "{\"OperatingSystem\":\"Debian GNU/Linux 12\"}")
                        .product())
                .isEqualTo(EngineInfo.Product.DOCKER);
        assertThat(info(FakeEngine.VERSION, "{\"SecurityOptions\":[\"name=seccomp\",\"name=rootless\"]}")
                        .users())
                .isEqualTo(ContainerUsers.ROOTLESS);

        EngineInfo podman = info(
                "{\"Components\":[{\"Name\":\"Podman Engine\",\"Version\":\"4.3.1\"}],\"Version\":\"4.3.1\","
                        + "\"ApiVersion\":\"1.41\",\"MinAPIVersion\":\"1.24\"}",
                "{\"SecurityOptions\":[\"name=rootless\"]}");
        assertThat(podman.product()).isEqualTo(EngineInfo.Product.PODMAN);
        assertThat(podman.particulars()).hasSize(2);
    }
}
