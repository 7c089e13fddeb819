package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.GatewayContractTest;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.engine.stream.LogQuery;
import dev.bulkhead.testing.PrivateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What real engines do, beyond what the practice engine plays. */
abstract class DockerContract extends GatewayContractTest {

    private final PrivateEngine process;

    DockerContract(PrivateEngine process) throws IOException {
        super(DockerUnderTest.on(process));
        this.process = process;
    }

    private Engine writing(String script) throws EngineException {
        engine().containers()
                .createContainer(new NewContainer(
                        "writer",
                        "stand-in/client:1",
                        List.of("sh", "-c", script),
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        EndpointSpec.PLAIN));
        engine().containers().start("writer");
        return engine();
    }

    private static List<String> texts(List<LogLine> lines) {
        return lines.stream()
                .map(line -> (line.error() ? "err " : "out ") + line.text())
                .sorted()
                .toList();
    }

    @Test
    void whatAHealthCheckSaidLastIsTold() throws Exception {
        Path file = folder().resolve("compose.yaml");
        Files.writeString(
                file, Files.readString(file).replace("nc -w 2 127.0.0.1 80 -e true", "echo not today; exit 3"));
        up("web", "apart");

        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(engine().observer().lastHealthLook("web"))
                        .contains(new HealthLook(3, "not today\n")));
        assertThat(engine().observer().lastHealthLook(container("apart").name()))
                .isEmpty();
    }

    @Test
    void whatIsMadeAnewKeepsItsVolumesWithoutName() throws Exception {
        Path file = folder().resolve("compose.yaml");
        Files.writeString(
                file, Files.readString(file).replace("networks: [front]", "networks: [front]\n    volumes: [/kept]"));
        up("client");
        exec("echo here >/kept/note");
        upAnew("client");

        assertThat(exec("cat /kept/note").output()).isEqualToIgnoringNewLines("here");
    }

    private ExecResult exec(String line) throws EngineException {
        return engine().exec().exec(container("client").name(), List.of("sh", "-c", line), LIMIT);
    }

    @Test
    void aLogIsReadToItsEnd() throws Exception {
        List<LogLine> lines = new CopyOnWriteArrayList<>();
        EngineStream stream = writing("echo one; echo two >&2; echo three; sleep 60")
                .observer()
                .logs("writer", LogQuery.following(10), lines::add);
        Awaitility.await().atMost(LIMIT).until(() -> lines.size() == 3);
        stream.close();
        assertThat(texts(lines)).containsExactly("err two", "out one", "out three");
        assertThat(stream.failure()).isEmpty();

        List<LogLine> all = new CopyOnWriteArrayList<>();
        EngineStream once = engine().observer().logs("writer", LogQuery.ALL, all::add);
        assertThat(once.await(LIMIT)).isTrue();
        assertThat(texts(all)).isEqualTo(texts(lines));

        List<LogLine> last = new CopyOnWriteArrayList<>();
        LogQuery tail = new LogQuery(OptionalInt.of(1), Optional.of(Instant.EPOCH), false);
        assertThat(engine().observer().logs("writer", tail, last::add).await(LIMIT))
                .isTrue();
        assertThat(last).hasSize(1);

        List<LogLine> later = new CopyOnWriteArrayList<>();
        Instant end = all.stream()
                .flatMap(line -> line.at().stream())
                .max(Instant::compareTo)
                .orElseThrow();
        LogQuery since = new LogQuery(OptionalInt.empty(), Optional.of(end.plusNanos(1)), false);
        assertThat(engine().observer().logs("writer", since, later::add).await(LIMIT))
                .isTrue();
        assertThat(later).isEmpty();
    }

    @Test
    void theLogOfAContainerThatIsNotThereIsRefused() {
        assertThat(refusal(() -> engine().observer().logs("nobody", LogQuery.ALL, line -> {})))
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aProgramThatIsSilentBeforeItEndsTellsItsExitCode() throws Exception {
        writing("sleep 60");

        assertThat(engine().exec()
                        .exec("writer", List.of("sh", "-c", "exec >&- 2>&-; sleep 1; exit 3"), Duration.ofSeconds(20)))
                .isEqualTo(new ExecResult(3, ""));
    }

    @Test
    void anImageThatIsTaggedIsTold() throws Exception {
        List<EngineEvent> events = new CopyOnWriteArrayList<>();
        try (var _ = engine().observer().watch(events::add)) {
            Awaitility.await().atMost(LIMIT).until(() -> !events.isEmpty());

            process.docker("tag", "stand-in/client:1", "stand-in/other:2");
            process.docker("rmi", "stand-in/other:2");

            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> events.contains(new EngineEvent.ImageChanged("stand-in/other:2")));
        }
    }

    @Test
    void anImageThatCannotBePulledIsNamed() throws Exception {
        assertThat(refusal(() -> engine().containers().pull("127.0.0.1:9/no/such", line -> {})))
                .isIn(Kind.REFUSED, Kind.UNREACHABLE, Kind.NOT_FOUND);
        assertThat(engine().observer().image("127.0.0.1:9/no/such")).isEmpty();
    }

    @Test
    void theFirstCallAfterARestartOfTheEngineIsCarriedOut() throws Exception {
        engine().observer().observe();
        process.cutPower();
        process.restart();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !process.docker("version").isBlank());

        engine().networks().createNetwork(plain("after", "172.30.9.0/24"));

        assertThat(engine().observer().observe().network("after")).isPresent();
    }

    /** Connections that were busy before the restart are all stale afterwards, those for long calls too. */
    @Test
    void noCallMeetsAConnectionFromBeforeARestartOfTheEngine() throws Exception {
        List<LogLine> lines = new CopyOnWriteArrayList<>();
        Engine engine = writing("while :; do echo tick; sleep 1; done");
        engine.containers().restart("writer", Duration.ofSeconds(1));
        engine.observer().observe();
        process.cutPower();
        process.restart();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !process.docker("version").isBlank());

        engine.observer().observe();
        engine.containers().start("writer");
        engine.containers().restart("writer", Duration.ofSeconds(1));
        EngineStream log = engine.observer().logs("writer", LogQuery.following(1), lines::add);
        Awaitility.await().atMost(LIMIT).until(() -> !lines.isEmpty());
        assertThat(log.failure()).isEmpty();
        log.close();
        engine.containers().stop("writer", Duration.ofSeconds(1));
    }
}
