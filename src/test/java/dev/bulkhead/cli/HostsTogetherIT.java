package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One project on two real engines, a new and an old one, of which one loses its power. */
@WithEngine(EngineRelease.CURRENT)
class HostsTogetherIT {

    private static final String NETWORKS = """
            networks:
              front: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
              back: {internal: true, ipam: {config: [{subnet: 172.30.2.0/24}]}}
            """;
    private static final String WEB =
            "  web: {image: 'stand-in/client:1', ports: ['8080:80'], networks: [front, back]}\n";
    private static final String DB = "  db: {image: 'stand-in/client:1', networks: [back]}\n";
    private static final String CACHE = "  cache: {image: 'stand-in/client:1', networks: [front, back]}\n";

    private final PrivateEngine atlas;

    @TempDir
    private Path folder = Path.of("");

    HostsTogetherIT(PrivateEngine atlas) {
        this.atlas = atlas;
    }

    private Path project(String name, String services) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        Files.writeString(directory.resolve("compose.yaml"), "name: shop\nservices:\n" + services + NETWORKS);
        return directory;
    }

    private CommandLineRun run(String command, String... more) throws Exception {
        List<String> words = new ArrayList<>(
                List.of(command, folder.resolve("all").toString(), "--engine", "atlas", "--engine", "borea"));
        words.addAll(List.of(more));
        return CommandLineRun.on(
                (url, read) -> {
                    EngineAddress address = EngineAddress.of(url.orElseThrow());
                    return Engine.of(
                            new DockerGateway(address),
                            new ComposeCliRunner(
                                    Optional.of(EnginePrograms.compose()), System.getenv(), address.environment()));
                },
                words.toArray(String[]::new));
    }

    @Test
    void oneOfTwoHostsGoesAndComesBack() throws Exception {
        try (PrivateEngine borea = PrivateEngine.start(EngineRelease.DEBIAN_12)) {
            StandInImages.provide(atlas, "stand-in/client:1");
            StandInImages.provide(borea, "stand-in/client:1");
            Path all = project("all", WEB + DB + CACHE);
            Files.writeString(
                    all.resolve("bulkhead.yml"),
                    "version: 1\nhosts:\n  atlas: " + atlas.address() + "\n  borea: " + borea.address() + "\n");
            atlas.compose(project("one", WEB + DB), Map.of(), "up", "-d");
            borea.compose(project("two", CACHE), Map.of(), "up", "-d");

            assertThat(run("show").out())
                    .contains("atlas  Docker ", "borea  Docker 20.10")
                    .contains("\n  cache  borea\n  db     atlas\n  web    atlas\n");
            CommandLineRun reach = run("reach", "--from", "cache", "--to", "web");
            assertThat(reach.out()).startsWith("cache reaches web: they run on different hosts");
            assertThat(reach.err()).contains("The engines are of different versions");
            assertThat(run("reach", "--from", "cache", "--to", "db").out()).startsWith("cache does not reach db");
            assertThat(run("drift").out()).doesNotContain("has no container").doesNotContain("has no network");

            borea.cutPower();

            CommandLineRun show = run("show");
            assertThat(show.code()).isEqualTo(ExitCodes.FINE);
            assertThat(show.err()).contains("Host borea does not answer, so what runs there is not known");
            assertThat(show.out()).contains("cache  none of the hosts that answered; whether on borea is not known");
            assertThat(run("reach", "--from", "web", "--to", "cache").out())
                    .startsWith("web may or may not reach cache");
            assertThat(run("check").out()).contains("[host-silent]");

            borea.restart();

            assertThat(run("show").out()).contains("\n  cache  borea\n").doesNotContain("does not answer");
            assertThat(run("drift").out()).contains("borea: Container shop-cache-1 of service cache");
        }
    }
}
