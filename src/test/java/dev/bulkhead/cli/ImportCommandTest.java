package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.EngineConnector;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.load.Oracle;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.StartsProcesses;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private static ComposeProject read(Path path) throws Exception {
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(path))
                .requireSound();
    }

    /** An engine on which a project runs, whatever the command works on. */
    private static EngineConnector running(Topology topology) throws Exception {
        PracticeEngine engine = PracticeEngine.running(topology, PracticeTimer.realTime());
        return (url, project) ->
                Engine.of(engine, new PracticeServiceRunner(engine, new ComposeLoader(new DiskFileTree())));
    }

    private CommandLineRun importOf(Topology running, String... more) throws Exception {
        String[] words = new String[more.length + 3];
        words[0] = "import";
        words[1] = "--to";
        words[2] = directory.resolve("found").toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return CommandLineRun.on(running(running), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleFiles.MEDIASERVER, SampleFiles.HYDRA, SampleFiles.MEDIANEST})
    void findsTheNetworksMembershipsAndPortsOfASampleAgain(String sample) throws Exception {
        Topology wanted = read(SampleFiles.original(sample)).topology();

        CommandLineRun run = importOf(wanted);

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).startsWith("wrote " + directory.resolve("found/compose.yaml"));
        Topology found = read(directory.resolve("found")).topology();
        assertThat(found.project()).isEqualTo(wanted.project());
        List<String> active = wanted.services().values().stream()
                .filter(service -> service.profiles().isEmpty())
                .map(Service::key)
                .toList();
        assertThat(found.services().keySet()).containsExactlyElementsOf(active);
        for (String key : active) {
            Service was = wanted.service(key).orElseThrow();
            Service now = found.service(key).orElseThrow();
            assertThat(now.networkMode()).as(key).isEqualTo(was.networkMode());
            assertThat(now.attachments().stream().map(a -> a.network()))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(
                            was.attachments().stream().map(a -> a.network()).toList());
            assertThat(now.container().image())
                    .as(key)
                    .isEqualTo(was.container().image());
            // Ports of a container without a gateway are not bound, so that an engine does not know them.
            boolean gateway = was.attachments().stream()
                    .anyMatch(a -> !wanted.network(a.network()).orElseThrow().internal());
            if (was.networkMode() instanceof NetworkMode.Networks && gateway) {
                // An engine does not know in which mode a port was published.
                assertThat(now.ports().stream().map(PortMapping::text))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(
                                was.ports().stream().map(PortMapping::text).toList());
            }
        }
    }

    @StartsProcesses
    @Test
    void isAcceptedByCompose() throws Exception {
        importOf(read(SampleFiles.original(SampleFiles.MEDIASERVER)).topology());
        Path home = Files.createDirectories(Path.of("target", "oracle-home").toAbsolutePath());
        Optional<Oracle> oracle = Oracle.find(home);
        Assumptions.assumeTrue(oracle.isPresent(), "DOCKER COMPOSE IS NOT HERE");

        assertThat(oracle.get()
                        .config(directory.resolve("found"), List.of(), Map.of())
                        .accepted())
                .isTrue();
    }

    private Path shop() throws Exception {
        Path project = Files.createDirectory(directory.resolve("shop"));
        Files.writeString(project.resolve("compose.yaml"), """
            services:
              web:
                image: nginx
                command: ["serve", "--password", "planted-flag"]
                environment: {TOKEN: planted-token, PLAIN: plain-value}
                labels: {proxy.basicauth.users: "me:planted-hash", role: edge}
            """);
        return project;
    }

    @Test
    void putsSecretsIntoAFileThatOnlyItsOwnerReads() throws Exception {
        CommandLineRun run = importOf(read(shop()).topology());

        assertThat(run.out()).doesNotContain("planted");
        assertThat(Files.readString(directory.resolve("found/compose.yaml")))
                .doesNotContain("planted")
                .contains("role: edge", "PLAIN: plain-value", "TOKEN: \"${WEB_TOKEN}\"");
        Path secrets = directory.resolve("found/.env");
        assertThat(secrets).hasContent("""
            # Values that compose.yaml names. Keep this file to yourself.
            WEB_TOKEN=planted-token
            WEB_COMMAND_2=planted-flag
            WEB_LABELS_PROXY_BASICAUTH_USERS=me:planted-hash
            """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
    }

    @Test
    void writesNoSecretWhereNoneIsWantedAndNamesWhatIsMissing() throws Exception {
        importOf(read(shop()).topology(), "--secrets", "nowhere");

        assertThat(directory.resolve("found")).isDirectoryNotContaining("glob:**.env");
        assertThat(Files.readString(directory.resolve("found/compose.yaml")))
                .doesNotContain("planted")
                .contains(
                        "give these variables, for instance in .env: "
                                + "WEB_TOKEN, WEB_COMMAND_2, WEB_LABELS_PROXY_BASICAUTH_USERS.",
                        "TOKEN: \"${WEB_TOKEN:?is a secret, see compose.yaml}\"");
    }

    @Test
    void givesEachServiceAFileOfItsSecretsWhereThatIsWanted() throws Exception {
        importOf(read(shop()).topology(), "--secrets", "files");

        assertThat(directory.resolve("found/secrets/web.env"))
                .hasContent("# Secrets of service web.\nTOKEN=planted-token\n");
        assertThat(Files.readString(directory.resolve("found/compose.yaml")))
                .doesNotContain("planted")
                .contains("env_file:\n      - \"./secrets/web.env\"");
    }

    @Test
    void keepsAFileWithSecretsInClearFromOthers() throws Exception {
        importOf(read(shop()).topology(), "--secrets", "inline");

        Path file = directory.resolve("found/compose.yaml");
        assertThat(Files.readString(file)).contains("planted-token", "planted-flag", "planted-hash");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void putsTheWholeEnvironmentIntoTheFileWhereThatIsWanted() throws Exception {
        importOf(read(shop()).topology(), "--environment", "env");

        assertThat(Files.readString(directory.resolve("found/compose.yaml")))
                .contains("PLAIN: \"${WEB_PLAIN}\"")
                .doesNotContain("plain-value");
    }

    @Test
    void neverReplacesAFile() throws Exception {
        Topology topology = read(SampleFiles.original(SampleFiles.HYDRA)).topology();
        Path file = directory.resolve("found/compose.yaml");
        Files.createDirectory(directory.resolve("found"));
        Files.writeString(file, "mine");

        assertThat(importOf(topology))
                .isEqualTo(new CommandLineRun(
                        2, "", "bulkhead: " + file + " is there already; choose another directory.\n"));
        assertThat(file).hasContent("mine");
    }

    @Test
    void saysWhenThereIsNothingToImport() throws Exception {
        assertThat(CommandLineRun.of(
                        "import",
                        "--engine",
                        "practice",
                        "--to",
                        directory.resolve("x").toString()))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "bulkhead: The engine has no containers, so there is nothing to import; start them first.\n"));
        Topology topology = read(SampleFiles.original(SampleFiles.HYDRA)).topology();
        assertThat(importOf(topology, "--project-name", "other").err())
                .isEqualTo("bulkhead: The engine has no containers of a project other; check the name.\n");
    }
}
