package dev.bulkhead.migrate.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.review.Review;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the engine is reached through a service that a change interrupts. */
class EngineWayTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Review recreatesTheProxy;

    @BeforeEach
    void plan() throws Exception {
        String compose = """
                name: home
                services:
                  socket:
                    image: tecnativa/docker-socket-proxy
                    ports: ["2370-2379:2370-2379", "2222:22"]
                  web:
                    image: nginx
                    ports: ["8080:80"]
                """;
        PracticeProject project = PracticeProject.of(folder, compose);
        Files.writeString(
                folder.resolve("compose.yml"),
                compose.replace("docker-socket-proxy\n", "docker-socket-proxy\n    environment: {POST: 1}\n"));
        recreatesTheProxy = project.migration().filesAsTheyAre().review();
    }

    @Test
    void aPortOfTheServiceThatIsRecreatedIsTheWay() {
        assertThat(through("tcp://nas:2375")).contains("socket");
        assertThat(through("tcp://[fd00::1]:2376")).contains("socket");
        assertThat(through("tcp://nas")).contains("socket");
        assertThat(through("ssh://me@nas:2222")).contains("socket");
    }

    @Test
    void aSocketOfThisMachineAndPortsOfOthersAreNot() {
        assertThat(through("unix:///run/docker.sock")).isEmpty();
        assertThat(through("practice")).isEmpty();
        assertThat(through("ssh://me@nas")).isEmpty();
        assertThat(through("tcp://nas:8080")).isEmpty();
    }

    private Optional<String> through(String address) {
        return EngineWay.through(address, recreatesTheProxy.plan(), recreatesTheProxy.before());
    }
}
