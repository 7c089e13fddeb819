package dev.bulkhead.migrate.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.Main;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A service behind a proxy is exchanged on a real engine by the program itself, which asks the proxy's port meanwhile, as
 * users do: in the network of the engine's host.
 */
abstract class StartFirstOnEngine {

    /** The proxy asks for the app by its name with every request, so that it sees whichever containers have that name. */
    private static final String COMPOSE = """
            name: shop
            services:
              proxy:
                image: shop/proxy:1
                entrypoint: [nc, -ll, -p, "8000", -e, nc, app, "80"]
                stop_signal: SIGKILL
                ports: ["8000:8000"]
              app:
                image: shop/app:1
                environment: {COLOUR: blue}
                healthcheck: {test: [CMD, "true"], interval: 1s}
                deploy: {update_config: {order: start-first}}
            """;

    @Test
    void theOldContainerServesUntilTheNewOneIsHealthy(PrivateEngine engine) throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("shop"), "shop");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        StandInImages.provide(engine, "shop/proxy:1", "shop/app:1");
        VoyageProject project = new VoyageProject(new SampleStack(engine, directory, Map.of()));
        project.start(1);
        String before = id(engine);
        String everything = project.inspected().everything();
        Files.writeString(directory.resolve("compose.yml"), COMPOSE.replace("blue", "green"));
        long began = System.currentTimeMillis();

        Commands.Output applied = bulkhead(engine, directory, "apply", "--yes");

        assertThat(applied.exitCode()).as(applied.output()).isEqualTo(ExitCodes.FINE);
        assertThat(engine.docker("inspect", "--format", "{{.Config.Env}}", "shop-app-1"))
                .contains("COLOUR=green");
        assertThat(engine.docker("ps", "--format", "{{.Names}}").lines())
                .containsExactlyInAnyOrder("shop-proxy-1", "shop-app-1");
        assertThat(lives(engine, began))
                .containsSubsequence(
                        "start " + id(engine),
                        "health_status: healthy " + id(engine),
                        "kill " + before,
                        "die " + before);
        assertThat(report(directory))
                .as("the report")
                .containsPattern("\\*\\*Downtime:\\*\\* .* of 1 services interrupted.*, seen from outside")
                .containsPattern("\\| proxy \\| 8000 \\| \\d{2,} \\| \\d+ \\|")
                .contains("- Not asked: app, since no TCP port of it stays published that could be asked from here.");
        assertThat(engine.docker("exec", "shop-proxy-1", "wget", "-q", "-O", "-", "http://shop-app-1/"))
                .as("the name of its container leads to the new one")
                .isEqualTo(id(engine).substring(0, 12) + " answers");
        project.expectComposeContent();

        Commands.Output back = bulkhead(engine, directory, "rollback", "--yes");

        assertThat(back.exitCode()).as(back.output()).isEqualTo(ExitCodes.FINE);
        assertThat(project.inspected().everything())
                .as("all that inspect tells")
                .isEqualTo(everything);
        assertThat(report(directory)).contains("### Seen from Outside on the Way Back");
    }

    private static String id(PrivateEngine engine) throws IOException {
        return engine.docker("inspect", "--format", "{{.Id}}", "shop-app-1").strip();
    }

    /**
     * What the engine told of containers since a moment, in order. Until when is said to the millisecond: the client cuts a
     * duration such as "0s" down to the whole second, and so loses what has just happened.
     */
    private static List<String> lives(PrivateEngine engine, long since) throws IOException {
        return engine.docker(
                        "events",
                        "--since",
                        seconds(since),
                        "--until",
                        seconds(System.currentTimeMillis()),
                        "--filter",
                        "type=container",
                        "--format",
                        "{{.Action}} {{.Actor.ID}}")
                .lines()
                .toList();
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
    }

    private static Commands.Output bulkhead(PrivateEngine engine, Path directory, String command, String... options)
            throws IOException {
        List<String> words = new ArrayList<>(engine.enteringNetwork());
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                directory.toString(),
                "--engine",
                engine.address()));
        words.addAll(List.of(options));
        Map<String, String> environment = new HashMap<>();
        environment.put("BULKHEAD_COMPOSE", EnginePrograms.compose().toString());
        return Commands.run(environment, directory, words);
    }

    /** The report of the last run. */
    private static String report(Path directory) throws IOException {
        try (Stream<Path> runs = Files.list(directory.resolve(".bulkhead/runs"))) {
            return Files.readString(
                    runs.max(Comparator.naturalOrder()).orElseThrow().resolve("report.md"));
        }
    }
}
