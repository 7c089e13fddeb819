package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.workspace.SaveResult;
import dev.bulkhead.workspace.TopologyDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret of a project shows up in nothing that a command prints, and in nothing it keeps but what a way back needs. */
class SecretsStayHereTest {

    @TempDir
    private Path directory = Path.of("");

    private Path plantedProject() throws Exception {
        Path project = SampleFiles.copy(SampleFiles.MEDIASERVER, directory);
        TopologyDocument document = TopologyDocument.open(ComposeRequest.of(project), new DiskFileTree());
        document.apply(new TopologyEdit.SetEnvironment("sonarr", "API_TOKEN", "planted-token"));
        document.apply(new TopologyEdit.SetEnvironment("radarr", "PLAIN", "planted-value"));
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
        return project;
    }

    @Test
    void neitherThoseOfBuildArgumentsHealthChecksCommandsAndOptions() throws Exception {
        Path shop = Files.createDirectories(directory.resolve("shop"));
        Path file = shop.resolve("compose.yml");
        Files.writeString(file, """
                name: shop
                services:
                  web:
                    image: shop/web:1
                    build: {context: ., args: {NPM_TOKEN: planted-token, MIRROR: "https://me:planted-word@mirror/x"}}
                  db:
                    image: mariadb:12
                    healthcheck: {test: mysqladmin ping -pplanted-root}
                  cache:
                    image: redis:8
                    entrypoint: ["sh", "-c", "exec redis-server --requirepass 'planted-pass'"]
                  dump:
                    image: postgres:17
                    command: PGPASSWORD=planted-dump pg_dump postgresql://me:planted-url@db/shop
                    volumes: [share:/x]
                    logging: {driver: splunk, options: {splunk-token: planted-splunk}}
                volumes:
                  share:
                    driver_opts: {type: cifs, o: "addr=nas,username=me,password=planted-share", device: //nas/x}
                configs:
                  app: {content: "password: planted-config"}
                """);
        Path other = Files.createDirectories(directory.resolve("other"));
        Files.writeString(other.resolve("compose.yml"), Files.readString(file).replace("planted", "planted-too"));
        String path = shop.toString();
        List<List<String>> commands = List.of(
                List.of("show", path),
                List.of("show", path, "--format", "json"),
                List.of("check", path),
                List.of("check", path, "--format", "json"),
                List.of("reach", path, "--matrix"),
                List.of("reach", path, "--diff", other.toString()),
                List.of(
                        "edit",
                        path,
                        "--publish",
                        "web=8080:80",
                        "--publish",
                        "db=3306:3306",
                        "--publish",
                        "dump=9999:9999",
                        "--publish",
                        "cache=9998:9998"),
                List.of("plan", path, "--iteration", "1", "--engine", "practice"),
                List.of("status", path, "--engine", "practice", "--format", "markdown"),
                List.of("export", path, "--to", directory.resolve("out").toString()));

        for (List<String> command : commands) {
            CommandLineRun run = CommandLineRun.of(command.toArray(String[]::new));
            assertThat(run.code()).as(command + run.err()).isLessThan(ExitCodes.BAD_INPUT);
            assertThat(run.out() + run.err()).as(command.toString()).doesNotContain("planted");
        }
        assertThat(holding("planted", directory.resolve("out"))).isEmpty();
    }

    @Test
    void neitherInWhatIsPrintedNorInJournalsAndReports() throws Exception {
        String project = plantedProject().toString();
        List<List<String>> commands = List.of(
                List.of("show", project, "--format", "json"),
                List.of("check", project),
                List.of("plan", project, "--iteration", "1", "--engine", "practice"),
                List.of("plan", project, "--iteration", "1", "--engine", "practice", "--format", "json"),
                List.of("apply", project, "--iteration", "1", "--engine", "practice", "--yes"),
                List.of("status", project, "--engine", "practice", "--format", "json"),
                List.of("drift", project, "--engine", "practice"),
                List.of("export", project, "--to", directory.resolve("out").toString()));

        for (List<String> command : commands) {
            CommandLineRun run = CommandLineRun.of(command.toArray(String[]::new));
            assertThat(run.code()).as(command + run.err()).isLessThan(ExitCodes.BAD_INPUT);
            assertThat(run.out() + run.err()).as(command.toString()).doesNotContain("planted");
        }
        assertThat(holding("planted", directory.resolve("out"))).isEmpty();
        // What a run needs to go on or back after a crash is the text of the operator's own files.
        assertThat(holding("planted", Path.of(project, ".bulkhead")).stream()
                        .filter(file -> !file.contains("restore-points") && !file.endsWith("plan.json")))
                .isEmpty();
    }

    @Test
    void norWhenANewValueIsMade() throws Exception {
        Path project = directory.resolve("shop");
        Files.createDirectories(project.resolve("secrets"));
        Files.writeString(project.resolve("secrets/session_key"), "changeme");
        Files.writeString(project.resolve("compose.yml"), """
                name: shop
                services: {web: {image: "caddy:2", secrets: [session_key]}}
                secrets: {session_key: {file: ./secrets/session_key}}
                """);

        CommandLineRun run = CommandLineRun.of(
                "apply", project.toString(), "--iteration", "rotate", "--engine", "practice", "--yes");

        String made = Files.readString(project.resolve("secrets/session_key"));
        assertThat(run.err())
                .contains("A new value stands in secrets/session_key; who has to enter it elsewhere reads it there.");
        assertThat(made).isNotEqualTo("changeme");
        assertThat(run.out() + run.err()).doesNotContain(made);
        assertThat(holding(made, project)).containsExactly("secrets/session_key");
    }

    @Test
    void norThoseOfTheEnvFileBesideAChangedLine() throws Exception {
        Path project = Files.createDirectories(directory.resolve("media"));
        Files.writeString(project.resolve(".env"), "UNUSED_PASSWORD=planted-unused\nNET=media_proxy\n");
        Files.writeString(project.resolve("compose.yml"), """
                name: media
                services:
                  traefik: {image: "traefik:v3.1", networks: [proxy]}
                  web: {image: "nginx:1.27", networks: [proxy], labels: {traefik.docker.network: "${NET}"}}
                networks: {proxy: }
                """);

        CommandLineRun run = CommandLineRun.of("edit", project.toString(), "--rename-network", "proxy=edge");

        assertThat(run.out()).contains("+NET=media_edge", "UNUSED_PASSWORD=***").doesNotContain("planted");
    }

    @Test
    void norWhenTheEngineRepeatsAValueOfTheEnvFileThatNoServiceUses() throws Exception {
        Path project = SampleFiles.copy(SampleFiles.MEDIASERVER, directory);
        Path variables = project.resolve(".env");
        Files.writeString(variables, Files.readString(variables) + "\nREGISTRY_TOKEN=planted-token\n");
        PracticeEngine engine = runningAs(project);
        engine.faults().failNext(PracticeCall.CREATE_NETWORK, "dmz-net", "denied: planted-token has expired.");

        CommandLineRun run = CommandLineRun.on(
                (url, read) ->
                        Engine.of(engine, new PracticeServiceRunner(engine, new ComposeLoader(new DiskFileTree()))),
                "apply",
                project.toString(),
                "--iteration",
                "1",
                "--yes");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.ROLLED_BACK);
        assertThat(run.err()).contains("denied: *** has expired.");
        assertThat(run.out() + run.err()).doesNotContain("planted");
        assertThat(holding("planted", project.resolve(".bulkhead"))).allMatch(file -> file.contains("restore-points"));
    }

    private static PracticeEngine runningAs(Path project) throws Exception {
        return PracticeEngine.running(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(project))
                        .topology(),
                PracticeTimer.realTime());
    }

    private static List<String> holding(String word, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(word, file))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean holds(String word, Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
