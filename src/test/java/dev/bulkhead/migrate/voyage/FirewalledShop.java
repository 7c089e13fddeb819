package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The firewall of iteration 7 on a real engine, with real packets: what must be blocked is, what must flow flows. */
abstract class FirewalledShop {

    private static final String COMPOSE = """
            name: walled
            services:
              web:
                image: nginx:1.29
                container_name: web
                ports: ["8000:80"]
                networks: [front, back]
              page:
                image: nginx:1.29
                container_name: page
                ports: ["9000:80"]
                networks: [front]
              store:
                image: postgres:17
                container_name: store
                networks: [inner, back]
            networks:
              front: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
              back: {ipam: {config: [{subnet: 172.30.2.0/24}]}}
              inner: {ipam: {config: [{subnet: 172.30.3.0/24}]}}
            """;

    private static final String RULES = """
            version: 1
            rules:
              - must-not: store -> internet
              - must-not: store -> lan
              - must: web -> store:80
            exposure:
              allow-published: [9000/tcp]
            """;

    private final PrivateEngine engine;

    FirewalledShop(PrivateEngine engine) {
        this.engine = engine;
    }

    private int fromWorld(int port) throws Exception {
        return engine.inWorld("busybox", "nc", "-w", "2", "198.18.0.1", Integer.toString(port), "-e", "true")
                .exitCode();
    }

    private boolean reaches(String container, String host, int port) throws Exception {
        return engine.docker(
                        "exec",
                        container,
                        "sh",
                        "-c",
                        "nc -w 2 " + host + " " + port + " </dev/null >/dev/null 2>&1; echo ended $?")
                .strip()
                .equals("ended 0");
    }

    private String filter() throws Exception {
        return engine.inNetwork("iptables-save", "-t", "filter")
                .output()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("\\[\\d+:\\d+]", ""))
                .collect(Collectors.joining("\n"));
    }

    private static String script(List<Handout> handouts, String title) {
        return handouts.stream()
                .filter(handout -> handout.title().startsWith(title))
                .map(handout -> String.join("\n", handout.lines()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatMustBeBlockedIsBlockedWhatMustFlowFlowsAndNothingIsLeftBehind() throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("walled"), "shop");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Files.writeString(directory.resolve("bulkhead.yml"), RULES);
        StandInImages.provide(engine, "nginx:1.29", "postgres:17");
        SampleStack stack = new SampleStack(engine, directory, Map.of());
        VoyageProject project = new VoyageProject(stack);
        project.start(0);
        try (DockerGateway gateway = project.gateway()) {
            List<Handout> handouts =
                    project.migration(gateway).session("7").review().goal().handouts();
            String before = filter();
            assertThat(reaches("store", "198.18.0.2", 80)).isTrue();
            assertThat(fromWorld(8000)).isZero();

            assertThat(engine.inNetwork("sh", "-e", "-c", script(handouts, "Firewall"))
                            .exitCode())
                    .isZero();

            assertThat(reaches("store", "198.18.0.2", 80)).isFalse();
            assertThat(reaches("web", "198.18.0.2", 80)).isTrue();
            assertThat(reaches("web", "store", 80)).isTrue();
            assertThat(fromWorld(8000)).isNotZero();
            assertThat(fromWorld(9000)).isZero();
            String once = filter();
            assertThat(engine.inNetwork("sh", "-e", "-c", script(handouts, "Firewall"))
                            .exitCode())
                    .isZero();
            assertThat(filter()).isEqualTo(once);

            assertThat(engine.inNetwork("sh", "-e", "-c", script(handouts, "What takes it away"))
                            .exitCode())
                    .isZero();

            assertThat(filter()).isEqualTo(before);
            assertThat(reaches("store", "198.18.0.2", 80)).isTrue();
        } finally {
            stack.compose("down", "--remove-orphans", "-v");
        }
    }
}
