package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.line.AnswerLimits;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.PrivateSsh;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One project on two real engines elsewhere: one behind an ssh server, one behind a door that wants certificates. */
@WithEngine(EngineRelease.CURRENT)
class HostsFarAwayIT {

    private static final String WEB = "  web: {image: 'stand-in/client:1', ports: ['8080:80']}\n";
    private static final String DB = "  db: {image: 'stand-in/client:1'}\n";

    private final PrivateEngine atlas;

    @TempDir
    private Path folder = Path.of("");

    HostsFarAwayIT(PrivateEngine atlas) {
        this.atlas = atlas;
    }

    @Test
    void theyAreLookedAtTogetherAndTheOneThatRefusesIsNamed() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        TestAuthority authority = new TestAuthority("engines");
        authority.trustedIn(keys);
        TestAuthority.own(keys, authority.sign("me", Duration.ofDays(9)));
        try (PrivateEngine borea = PrivateEngine.start(EngineRelease.CURRENT);
                PrivateSsh ssh = PrivateSsh.to(atlas);
                EncryptedDoor door = new EncryptedDoor(
                        authority.server(authority.sign("127.0.0.1", Duration.ofDays(9))), socket(borea))) {
            for (PrivateEngine engine : List.of(atlas, borea)) {
                StandInImages.provide(engine, "stand-in/client:1");
            }
            atlas.compose(project("one", WEB), Map.of(), "up", "-d");
            borea.compose(project("two", DB), Map.of(), "up", "-d");
            Path all = project("all", WEB + DB);
            Files.writeString(
                    all.resolve("bulkhead.yml"),
                    "version: 1\nhosts:\n  atlas: " + ssh.address() + "\n  borea: "
                            + door.address(keys).url() + "\n");
            Map<String, String> environment = new HashMap<>(ssh.friend());
            environment.put("DOCKER_CERT_PATH", keys.toString());

            CommandLineRun show = run(environment, "show", all);
            assertThat(show.err()).isEmpty();
            assertThat(show.out()).contains("\n  db   borea\n  web  atlas\n");
            assertThat(run(environment, "reach", all, "--from", "db", "--to", "web")
                            .out())
                    .startsWith("db reaches web: they run on different hosts");
            assertThat(run(environment, "drift", all).code()).isEqualTo(ExitCodes.FINE);

            environment.put("DOCKER_CERT_PATH", strangers(keys).toString());

            CommandLineRun refused = run(environment, "show", all);
            assertThat(refused.code()).isEqualTo(ExitCodes.FINE);
            assertThat(refused.err()).contains("Host borea does not answer").doesNotContain("BEGIN");
            assertThat(refused.out()).contains("  web  atlas\n").contains("db   none of the hosts that answered");
        }
    }

    /** Keys of somebody whom the door does not know; the door itself is still known. */
    private Path strangers(Path keys) throws Exception {
        Path other = Files.createDirectories(folder.resolve("stranger"));
        Files.copy(keys.resolve("ca.pem"), other.resolve("ca.pem"));
        TestAuthority.own(other, new TestAuthority("others").sign("me", Duration.ofDays(9)));
        return other;
    }

    private Path project(String name, String services) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        Files.writeString(directory.resolve("compose.yaml"), "name: shop\nservices:\n" + services);
        return directory;
    }

    private static Path socket(PrivateEngine engine) {
        return Path.of(engine.address().substring("unix://".length()));
    }

    private CommandLineRun run(Map<String, String> environment, String command, Path project, String... more)
            throws Exception {
        List<String> words =
                new ArrayList<>(List.of(command, project.toString(), "--engine", "atlas", "--engine", "borea"));
        words.addAll(List.of(more));
        EngineAddresses addresses = new EngineAddresses(environment, folder, new DiskFileTree());
        return CommandLineRun.on(
                (url, read) -> {
                    EngineAddress address = addresses.resolve(url);
                    return Engine.of(
                            new DockerGateway(address, environment, AnswerLimits.FIRST),
                            new ComposeCliRunner(
                                    Optional.of(EnginePrograms.compose()), environment, address.environment()));
                },
                words.toArray(String[]::new));
    }
}
