package dev.bulkhead.migrate.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.status.Performance.Timings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Performance as it is measured: what answered, and of the rest why nothing is known. */
class PerformanceMeterTest {

    private static final Instant NOW = Instant.parse("2026-01-05T14:02:10Z");
    private static final EngineInfo HERE = new EngineInfo("Docker", "28.5.2", "1.51", "unix:///var/run/docker.sock");

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    PerformanceMeterTest() throws Exception {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("compose.yml"), """
                name: home
                services:
                  web: {image: nginx, ports: ["127.0.0.1:PORT:80"], networks: [front]}
                  api: {image: node, networks: [front, back]}
                  db: {image: postgres, networks: [back]}
                  alone: {image: redis, networks: [cellar]}
                networks: {front: {}, back: {}, cellar: {}}
                """.replace(
                        "PORT", Integer.toString(server.getAddress().getPort())));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private PerformanceMeter meter(EngineInfo info, String able) throws Exception {
        ObservedState state = PracticeEngine.running(
                        new ComposeLoader(new DiskFileTree())
                                .load(ComposeRequest.of(folder))
                                .topology(),
                        PracticeTimer.realTime())
                .observe();
        String id = state.containers().stream()
                .filter(c -> c.name().contains(able))
                .findFirst()
                .orElseThrow()
                .id();
        Engine engine = Engine.answeredBy(call -> {
            asked.add(String.valueOf(call.arguments().getFirst()));
            return call.arguments().getFirst().equals(id)
                    ? new ExecResult(0, "64 bytes from 172.18.0.3: seq=0 ttl=64 time=0.250 ms\n")
                    : new ExecResult(125, "");
        });
        return new PerformanceMeter(engine, info, state, "home", InstantSource.fixed(NOW));
    }

    @Test
    void aPublishedPortIsAskedOnce() throws Exception {
        Measured<Timings> pages = meter(HERE, "api").pages(folder);

        assertThat(pages.at()).isEqualTo(NOW);
        assertThat(pages.value()).hasValueSatisfying(seen -> {
            assertThat(seen.measured()).isEqualTo(1);
            assertThat(seen.mean()).isPositive().isEqualTo(seen.longest());
            assertThat(seen.slowest()).isEqualTo("port " + server.getAddress().getPort() + " of web");
        });
    }

    @Test
    void aPortThatDoesNotAnswerIsNotMeasured() throws Exception {
        server.stop(0);

        assertThat(meter(HERE, "api").pages(folder))
                .isEqualTo(Measured.unknown(NOW, "None of 1 published ports answers by HTTP from here."));
    }

    /** One that is alone has nobody to reach. */
    @Test
    void oneContainerOfEachNetworkReachesAnother() throws Exception {
        assertThat(meter(HERE, "api").network().value())
                .contains(new Timings(2, Duration.ofNanos(250_000), Duration.ofNanos(250_000), "home_back"));
    }

    /** One without the tool is asked on one of its networks. */
    @Test
    void imagesWithoutPingMeasureNothing() throws Exception {
        assertThat(meter(HERE, "alone").network())
                .isEqualTo(Measured.unknown(NOW, "No container has ping in its image, or none reaches another by it."));
        assertThat(asked).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void inPracticeNothingIsMeasured() throws Exception {
        PerformanceMeter meter = meter(new EngineInfo("Practice engine", "28.5.2", "1.51", EngineInfo.PRACTICE), "api");

        assertThat(meter.pages(folder).why()).isEqualTo("The practice engine has no host whose ports could be asked.");
        assertThat(meter.network().why()).isEqualTo("The practice engine has no packets whose way could be measured.");
        assertThat(asked).isEmpty();
    }
}
