package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.SmallStack;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who has the networks of iteration 1 afterwards, on a real engine. */
abstract class FoundationNetworks {

    private static final List<String> NEW =
            List.of("backend-net", "dmz-net", "frontend-net", "mgmt-net", "security-net");

    private final PrivateEngine engine;

    FoundationNetworks(PrivateEngine engine) {
        this.engine = engine;
    }

    private static SortedMap<String, String> networks(DockerGateway gateway) throws Exception {
        SortedMap<String, String> found = new TreeMap<>();
        for (ObservedNetwork network : gateway.observe().networks()) {
            if (NEW.contains(network.name())) {
                found.put(network.name(), network.id());
            }
        }
        return found;
    }

    private static SortedMap<String, String> described(DockerGateway gateway) throws Exception {
        SortedMap<String, String> found = new TreeMap<>();
        for (ObservedNetwork network : gateway.observe().networks()) {
            if (NEW.contains(network.name())) {
                found.put(network.name(), network.options() + " " + network.subnets());
            }
        }
        return found;
    }

    @Test
    void composeTakesOverTheNetworksThatWereCreatedBeforehandAndRemovesThemInTheEnd() throws Exception {
        SampleStack stack = SmallStack.prepare(engine, "kept");
        VoyageProject project = new VoyageProject(stack);
        project.start(SmallStack.HEALTHY);
        try (DockerGateway gateway = project.gateway()) {
            MigrationSession session = project.migration(gateway).session("foundation");
            assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            SortedMap<String, String> created = networks(gateway);

            stack.compose("up", "-d", "--force-recreate");

            assertThat(created).containsOnlyKeys(NEW);
            assertThat(networks(gateway)).isEqualTo(created);
            stack.compose("down");
            assertThat(networks(gateway)).isEmpty();
        } finally {
            stack.compose("down", "--remove-orphans");
        }
    }

    @Test
    void theScriptCreatesTheNetworksOfSomebodyElseAnewAsTheyWere() throws Exception {
        SampleStack stack = SmallStack.prepare(engine, "handed");
        VoyageProject project = new VoyageProject(stack);
        project.start(SmallStack.HEALTHY);
        try (DockerGateway gateway = project.gateway()) {
            MigrationSession session = project.migration(gateway).session("foundation");
            session.answer(session.answers().withValue("networks", "external"));
            assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            SortedMap<String, String> created = described(gateway);
            assertThat(created).containsOnlyKeys(NEW);
            stack.compose("down");
            assertThat(described(gateway)).isEqualTo(created);
            for (String network : NEW) {
                engine.docker("network", "rm", network);
            }

            script(stack);

            assertThat(described(gateway)).isEqualTo(created);
            SortedMap<String, String> ids = networks(gateway);
            script(stack);
            assertThat(networks(gateway)).isEqualTo(ids);
            stack.compose("up", "-d");
        } finally {
            stack.compose("down", "--remove-orphans");
            for (String network : networksLeft()) {
                engine.docker("network", "rm", network);
            }
        }
    }

    private List<String> networksLeft() throws Exception {
        return engine.docker("network", "ls", "--format", "{{.Name}}")
                .lines()
                .filter(NEW::contains)
                .toList();
    }

    private void script(SampleStack stack) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(
                stack.directory().resolve("create-networks.sh").toString());
        shell.environment().put("DOCKER_HOST", engine.address());
        shell.environment()
                .merge("PATH", EnginePrograms.home().resolve("bin").toString(), (old, docker) -> docker + ":" + old);
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
