package dev.bulkhead.migrate.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorsTest {

    private static final EngineInfo HERE = new EngineInfo("Docker", "28.5.2", "1.51", "unix:///var/run/docker.sock");
    private static final EngineInfo AWAY = new EngineInfo("Docker", "28.5.2", "1.51", "tcp://nas:2376");

    @TempDir
    Path folder;

    private ObservedState state = new ObservedState(java.util.List.of(), java.util.List.of());

    @BeforeEach
    void run() throws Exception {
        Files.writeString(folder.resolve("compose.yml"), """
                name: home
                services:
                  web:
                    image: nginx
                    ports: ["8080:80", "53:53/udp"]
                  admin:
                    image: nginx
                    ports: ["127.0.0.1:9000:9000"]
                  vpn:
                    image: qmcgaw/gluetun
                    ports: ["8112:8112"]
                  torrent:
                    image: deluge
                    network_mode: service:vpn
                  db:
                    image: postgres
                """);
        state = PracticeEngine.running(
                        new ComposeLoader(new DiskFileTree())
                                .load(ComposeRequest.of(folder))
                                .topology(),
                        PracticeTimer.realTime())
                .observe();
    }

    @Test
    void publishedTcpPortsAreAskedOnThisMachine() {
        Doors doors = Doors.of(HERE, state, "home", (service, port) -> true);

        assertThat(doors.doors())
                .containsExactlyInAnyOrder(
                        new Door("web", "127.0.0.1", 8080),
                        new Door("admin", "127.0.0.1", 9000),
                        new Door("vpn", "127.0.0.1", 8112));
        assertThat(doors.unasked())
                .containsOnlyKeys("db", "torrent")
                .containsEntry("torrent", "it shares the network of another container, which publishes its ports");
    }

    @Test
    void ofAnEngineElsewhereItsHostIsAskedAndLoopbackIsOutOfReach() {
        assertThat(Doors.of(AWAY, state, "home", (service, port) -> true).doors())
                .containsExactlyInAnyOrder(new Door("web", "nas", 8080), new Door("vpn", "nas", 8112));
    }

    @Test
    void aPortThatIsMeantToGoIsNotMissed() {
        assertThat(Doors.of(HERE, state, "home", (service, port) -> !service.equals("web"))
                        .doors())
                .extracting(Door::service)
                .containsExactlyInAnyOrder("admin", "vpn");
    }

    @Test
    void thePracticeEngineHasNoHostToAsk() {
        EngineInfo practice = new EngineInfo("Practice engine", "28.5.2", "1.51", "practice");

        Doors doors = Doors.of(practice, state, "home", (service, port) -> true);

        assertThat(doors.doors()).isEmpty();
        assertThat(doors.unasked()).containsEntry("web", "this engine has no host whose ports could be asked");
    }
}
