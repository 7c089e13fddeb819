package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.cli.command.EngineConnector;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose services run on two hosts, and a third that does not answer. */
class HostsCommandsTest {

    private static final List<String> OWN = List.of("web", "db", "cache", "api");
    private static final String NETWORKS = """
            networks:
              front: {ipam: {config: [{subnet: 172.30.1.0/24}]}}
              back: {internal: true, ipam: {config: [{subnet: 172.30.2.0/24}]}}
            """;
    private static final String WEB = "  web: {image: 'nginx:1.29', ports: ['8080:80'], networks: [front, back]}\n";
    private static final String DB = "  db: {image: 'postgres:17', networks: [back]}\n";
    private static final String CACHE =
            "  cache: {image: 'redis:8', ports: ['127.0.0.1:6379:6379'], networks: [front, back]}\n";
    private static final String API = "  api: {image: 'httpd:2.4', ports: ['8080:80'], networks: [front]}\n";

    @TempDir
    private Path directory = Path.of("");

    private Map<String, PracticeEngine> engines = Map.of();

    @BeforeEach
    void start() throws Exception {
        write("compose.yaml", "shop", WEB + DB + CACHE + API);
        Files.writeString(directory.resolve("bulkhead.yml"), """
                version: 1
                hosts:
                  atlas: unix:///atlas.sock
                  borea: ssh://admin@borea
                  gone: tcp://gone:2376
                """);
        engines = Map.of(
                "unix:///atlas.sock", running(write("atlas.yaml", "shop", WEB + DB)),
                "ssh://admin@borea", running(write("borea.yaml", "shop", CACHE + API)),
                "unix:///blog.sock", running(write("blog.yaml", "blog", "  blog: {image: 'ghost:5'}\n")));
    }

    private Path write(String name, String project, String services) throws Exception {
        return Files.writeString(directory.resolve(name), "name: " + project + "\nservices:\n" + services + NETWORKS);
    }

    private static PracticeEngine running(Path file) throws Exception {
        return PracticeEngine.running(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(file))
                        .topology(),
                PracticeTimer.realTime());
    }

    private CommandLineRun run(String command, String... more) throws Exception {
        EngineConnector connector = (url, project) -> {
            PracticeEngine engine = engines.get(url.orElse(""));
            if (engine == null) {
                return Engine.answeredBy(call -> {
                    if (call.closes()) {
                        return null;
                    }
                    throw new EngineException(
                            EngineException.Kind.UNREACHABLE, "No engine answers at " + url.orElse("") + "; start it.");
                });
            }
            return Engine.of(engine, new PracticeServiceRunner(engine, new ComposeLoader(new DiskFileTree())));
        };
        return CommandLineRun.on(
                connector,
                Stream.concat(
                                command.equals("import")
                                        ? Stream.of(command)
                                        : Stream.of(
                                                command,
                                                directory
                                                        .resolve("compose.yaml")
                                                        .toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private CommandLineRun both(String command, String... more) throws Exception {
        return run(
                command,
                Stream.concat(Stream.of("--engine", "atlas", "--engine", "borea"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private CommandLineRun three(String command, String... more) throws Exception {
        return both(
                command,
                Stream.concat(Stream.of("--engine", "gone"), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void showSaysWhereEachServiceRuns() throws Exception {
        CommandLineRun run = both("show", "--engine", "unix:///blog.sock");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("""
                Hosts
                  atlas              Practice engine 28.5.2, 2 services of shop
                  borea              Practice engine 28.5.2, 2 services of shop
                  unix:///blog.sock  Practice engine 28.5.2, 0 services of shop

                Runs on
                  api    borea
                  cache  borea
                  db     atlas
                  web    atlas

                Other projects
                  unix:///blog.sock  blog (1 container)
                """);
    }

    @Test
    void aHostThatDoesNotAnswerIsNamedWithWhatIsThereforeNotKnown() throws Exception {
        CommandLineRun run = run("show", "--engine", "atlas", "--engine", "gone");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "gone   does not answer, so what runs there is not known: No engine answers at tcp://gone:2376")
                .contains("cache  none of the hosts that answered; whether on gone is not known");
        JsonNode json = new ObjectMapper()
                .readTree(run("show", "--engine", "atlas", "--engine", "gone", "--format", "json")
                        .out());
        assertThat(json.at("/hosts/1/answers").asBoolean(true)).isFalse();
        assertThat(json.at("/services/3/hosts/0").asText()).isEqualTo("atlas");
        assertThat(json.at("/services/1/hosts")).isEmpty();
    }

    @Test
    void withoutAnEngineNothingIsAddedToShow() throws Exception {
        assertThat(run("show").out()).doesNotContain("Runs on");
        assertThat(new ObjectMapper()
                        .readTree(run("show", "--format", "json").out())
                        .has("hosts"))
                .isFalse();
    }

    @Test
    void nobodyAnswersIsAnEnd() throws Exception {
        CommandLineRun run = run("show", "--engine", "gone", "--engine", "tcp://lost:2376");

        assertThat(run.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err())
                .contains("None of the engines answers. gone: No engine answers at tcp://gone:2376; start it.")
                .contains("tcp://lost:2376: No engine answers");
    }

    @Test
    void aNameThatNobodyGivesIsRefused() throws Exception {
        CommandLineRun run = run("show", "--engine", "atlas", "--engine", "cedar");

        assertThat(run.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err())
                .contains("--engine cedar is no address, and no name of a host that bulkhead.yml gives; those it gives"
                        + " are atlas, borea, gone.");
        assertThat(run("show", "--engine", "atlas", "--engine", "unix:///atlas.sock")
                        .err())
                .contains("--engine unix:///atlas.sock names an engine that is named before; name each once.");
    }

    @Test
    void onePortOnTwoHostsIsNoFault() throws Exception {
        assertThat(run("check").out()).contains("[host-port-taken-twice]");
        assertThat(both("check").out()).doesNotContain("[host-port-taken-twice]");
    }

    @Test
    void aCheckThatCouldNotAskAHostSaysSo() throws Exception {
        CommandLineRun run = three("check");
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .contains("Host gone does not answer, so what runs there is not known")
                .contains("[host-silent]");
    }

    @Test
    void servicesOnDifferentHostsMeetAtPublishedPortsOnly() throws Exception {
        assertThat(both("reach", "--from", "cache", "--to", "web").out())
                .startsWith(
                        "cache reaches web: they run on different hosts, and web publishes a port as host:8080/tcp on"
                                + " its own.")
                .contains("cache runs on borea, web runs on atlas.")
                .contains("cache cannot look the name web up.");
        assertThat(both("reach", "--from", "web", "--to", "cache").out())
                .startsWith("web does not reach cache: cache publishes on the host's loopback address only.");
        assertThat(both("reach", "--from", "db", "--to", "api").out())
                .startsWith("db does not reach api: db is on internal networks only, which nothing leaves.");
        assertThat(both("reach", "--from", "web", "--to", "db").out())
                .startsWith("web reaches db: both are on network back, where all ports are open.");
        assertThat(run("reach", "--from", "cache", "--to", "db").out())
                .startsWith("cache reaches db: both are on network back");
    }

    @Test
    void whereAServiceRunsNowhereTheAnswerIsNotKnown() throws Exception {
        CommandLineRun run = run("reach", "--engine", "atlas", "--engine", "gone", "--from", "web", "--to", "cache");

        assertThat(run.out())
                .startsWith(
                        "web may or may not reach cache: it is another answer on one host than on two, and which they"
                                + " run on is not known (where do they run?")
                .contains("cache runs on none of the hosts that answered, and gone did not.");
    }

    @Test
    void theMatrixSaysTheSameAsSinglePairs() throws Exception {
        JsonNode cells = new ObjectMapper()
                .readTree(three("reach", "--matrix", "--format", "json").out())
                .path("cells");
        List<String> found = cells.valueStream()
                .filter(cell -> OWN.contains(cell.path("from").asText())
                        && OWN.contains(cell.path("to").asText()))
                .map(cell -> cell.path("from").asText() + " " + cell.path("to").asText() + " "
                        + cell.path("verdict").asText() + " "
                        + cell.path("reason").asText() + " "
                        + cell.path("names").asBoolean())
                .toList();

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "api cache reachable SHARED_NETWORK true",
                        "api db blocked OTHER_HOST false",
                        "api web reachable OVER_LAN false",
                        "cache api reachable SHARED_NETWORK true",
                        "cache db blocked OTHER_HOST false",
                        "cache web reachable OVER_LAN false",
                        "db api blocked INTERNAL_NO_EGRESS false",
                        "db cache blocked BOUND_TO_LOOPBACK false",
                        "db web reachable SHARED_NETWORK true",
                        "web api reachable OVER_LAN false",
                        "web cache blocked BOUND_TO_LOOPBACK false",
                        "web db reachable SHARED_NETWORK true");
    }

    @Test
    void driftIsSaidOfEachHostAndNothingIsMissedThatRunsElsewhere() throws Exception {
        assertThat(both("drift").out()).doesNotContain("has no container").doesNotContain("no network");

        CommandLineRun run = run("drift", "--engine", "atlas", "--engine", "gone");
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .contains("Service cache has no container on the hosts that answered; whether it has one on gone is not"
                        + " known.");
    }

    @Test
    void statusIsOfAllHostsTogether() throws Exception {
        CommandLineRun run = both("status");

        assertThat(run.out()).startsWith("Hosts\n  atlas").contains("services: 4 of 4 ready");
        assertThat(new ObjectMapper()
                        .readTree(both("status", "--format", "json").out())
                        .at("/runsOn/cache/0")
                        .asText())
                .isEqualTo("borea");
    }

    @Test
    void aSilentHostLeavesServicesUncountedAndNotMissing() throws Exception {
        CommandLineRun run = run("status", "--engine", "atlas", "--engine", "gone");

        assertThat(run.out()).contains("services: 2 of 2 ready").doesNotContain("has no container");
        assertThat(run.err()).contains("Whether api, cache run on gone is not known; they are not counted below.");
    }

    @Test
    void aServiceOnBothHostsIsSaidAndJudgedAsBoth() throws Exception {
        engines = Map.of(
                "unix:///atlas.sock", running(write("atlas.yaml", "shop", WEB + DB)),
                "ssh://admin@borea", running(write("borea.yaml", "shop", CACHE + DB)));

        assertThat(both("show").out()).contains("  db     atlas, borea (on 2 hosts)");
        assertThat(both("check").out()).contains("Service db runs on hosts atlas and borea, though the files want 1");
        assertThat(both("reach", "--from", "web", "--to", "db").out())
                .startsWith("web may or may not reach db: one of them runs on several hosts");
    }

    @Test
    void eachHostIsImportedIntoADirectoryOfItsOwn() throws Exception {
        run(
                "import",
                "--to",
                directory.resolve("found").toString(),
                "--engine",
                "unix:///atlas.sock",
                "--engine",
                "ssh://admin@borea");

        assertThat(Files.readString(directory.resolve("found/atlas.sock/compose.yaml")))
                .contains("web:")
                .doesNotContain("cache:");
        assertThat(Files.readString(directory.resolve("found/admin-borea/compose.yaml")))
                .contains("cache:");
    }
}
