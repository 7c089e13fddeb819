package dev.bulkhead.engine.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starting and stopping one container means for the others. */
class LifecyclePlanTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PracticeEngine engine;

    @SuppressWarnings("NullAway.Init")
    private Topology files;

    @BeforeEach
    void run() throws Exception {
        engine = (PracticeEngine)
                PracticeProject.of(folder, """
                name: home
                services:
                  vpn:
                    image: gluetun
                    container_name: vpn
                  torrent:
                    image: qbittorrent
                    container_name: torrent
                    network_mode: service:vpn
                    depends_on: [vpn]
                  db:
                    image: postgres
                    container_name: db
                  api:
                    image: api
                    container_name: api
                    depends_on:
                      db: {condition: service_started, restart: true}
                  web:
                    image: nginx
                    container_name: web
                    depends_on: [db]
                """).migration().engine().observer();
        files = new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(folder))
                .topology();
    }

    @Test
    void aContainerThatNobodyNeedsGoesAlone() throws Exception {
        assertThat(told(LifecycleAction.STOP, "web")).containsExactly("STOP web");
        assertThat(told(LifecycleAction.RESTART, "web")).containsExactly("RESTART web");
    }

    @Test
    void aGuestIsStoppedBeforeTheOwnerOfItsNetwork() throws Exception {
        assertThat(told(LifecycleAction.STOP, "vpn"))
                .containsExactly("STOP torrent", "STOP vpn", "torrent uses its network and is stopped first.");
    }

    @Test
    void aGuestIsRestartedAfterTheOwnerOfItsNetwork() throws Exception {
        assertThat(told(LifecycleAction.RESTART, "vpn"))
                .containsExactly(
                        "RESTART vpn",
                        "RESTART torrent",
                        "torrent uses its network and is restarted after it; otherwise the network would be gone for"
                                + " good.");
    }

    @Test
    void theOwnerOfItsNetworkIsStartedBeforeAGuest() throws Exception {
        plan(LifecycleAction.STOP, "vpn").carryOut(engine);
        assertThat(running()).containsExactly("api", "db", "web");

        assertThat(told(LifecycleAction.START, "torrent"))
                .containsExactly("START vpn", "START torrent", "It uses the network of vpn, which is started first.");
        plan(LifecycleAction.START, "torrent").carryOut(engine);
        assertThat(running()).containsExactly("api", "db", "torrent", "vpn", "web");
    }

    @Test
    void aGuestThatRunsInANetworkThatIsGoneIsRestartedWithTheOwner() throws Exception {
        engine.stop("vpn", Duration.ofSeconds(1));
        assertThat(told(LifecycleAction.START, "vpn"))
                .containsExactly(
                        "START vpn",
                        "RESTART torrent",
                        "torrent uses its network and is restarted after it; otherwise the network would be gone for"
                                + " good.");
    }

    @Test
    void whoDependsOnItIsNamedAndRestartedWhereTheFilesSaySo() throws Exception {
        assertThat(told(LifecycleAction.RESTART, "db"))
                .containsExactly(
                        "RESTART db",
                        "RESTART api",
                        "api is restarted as well: depends_on says restart: true.",
                        "web depends on it and has to do without until it is back.");
        assertThat(told(LifecycleAction.STOP, "db"))
                .containsExactly("STOP db", "api, web depend on it and have to do without as long as it is stopped.");
    }

    private List<String> told(LifecycleAction action, String container) throws Exception {
        LifecyclePlan plan = plan(action, container);
        return java.util.stream.Stream.concat(
                        plan.steps().stream()
                                .map(step ->
                                        step.action() + " " + step.container().name()),
                        plan.consequences().stream())
                .toList();
    }

    private LifecyclePlan plan(LifecycleAction action, String container) throws Exception {
        return LifecyclePlan.of(
                files,
                engine.observe(),
                engine.observe().containers().stream()
                        .filter(candidate -> candidate.name().equals(container))
                        .findFirst()
                        .orElseThrow(),
                action);
    }

    private List<String> running() throws Exception {
        return engine.observe().containers().stream()
                .filter(container -> container.status().state() == RunState.RUNNING)
                .map(ObservedContainer::name)
                .sorted()
                .toList();
    }
}
