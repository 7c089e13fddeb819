package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.PrivatePodman;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Podman behind the socket that it offers to clients of Docker. */
@WithEngine
class PodmanIT {

    private PrivatePodman podman;
    private Engine engine;

    @TempDir
    private Path folder;

    /** The engine of the class is not used: it is what has these tests told where no engine can run. */
    @BeforeEach
    void start(PrivateEngine unused) throws IOException {
        podman = PrivatePodman.start();
        podman.image("docker.io/library/busybox:1.36");
        EngineAddress address = EngineAddress.of(podman.address());
        engine = Engine.of(
                new DockerGateway(address),
                new ComposeCliRunner(Optional.of(EnginePrograms.compose()), System.getenv(), address.environment()));
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
        podman.close();
    }

    @Test
    void aProjectIsBroughtUpAndKnownForWhatItIs() throws Exception {
        Files.writeString(folder.resolve("compose.yml"), """
                name: pod
                services:
                  web: {image: "busybox:1.36", command: ["/bin/sleep", "9999"], networks: [front]}
                  db:
                    image: busybox:1.36
                    command: ["/bin/sleep", "9999"]
                    networks: {front: {aliases: [store]}, back: {}}
                  guest: {image: "busybox:1.36", command: ["/bin/sleep", "9999"], network_mode: "service:web"}
                networks:
                  front:
                  back: {internal: true}
                """);
        ComposeRequest request = ComposeRequest.of(folder);
        ComposeProject project = new ComposeLoader(new DiskFileTree()).load(request);

        engine.services().up(request, List.of(), EngineServices.Dependencies.TOO, line -> {});

        EngineInfo info = engine.observer().info();
        assertThat(info.product()).isEqualTo(EngineInfo.Product.PODMAN);
        assertThat(info.pools().pools().getFirst().base()).hasToString("10.89.0.0/16");
        assertThat(info.particulars()).anyMatch(sentence -> sentence.startsWith("The engine is Podman"));
        assertThat(engine.observer().observe().containers())
                .extracting(ObservedContainer::name)
                .containsExactly("pod-db-1", "pod-guest-1", "pod-web-1");
        assertThat(Drift.between(
                        project.topology(), engine.observer().observe(), DriftFacts.ask(engine, request, project)))
                .extracting(Drift::sentence)
                .isEmpty();
    }
}
