package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.cli.output.FindingsJson;
import dev.bulkhead.cli.output.reach.MatrixJson;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.testing.SharedEngine;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.ui.reach.RulesReachOptions;
import dev.bulkhead.workspace.WorkingCopy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While an engine answers, the window judges by the same facts as commands with {@code --live}. */
class SameJudgementTest {

    private static final DiskFileTree DISK = new DiskFileTree();

    /** A machine whose engine runs without its own proxy and publishes to this machine only. */
    private static final FileTree MACHINE = new OverlayFileTree(
            DISK,
            Map.of(
                    Path.of("/etc/docker/daemon.json"),
                    "{\"userland-proxy\": false}".getBytes(StandardCharsets.UTF_8),
                    Path.of("/proc/net/route"),
                    """
                    Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT
                    eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
                    """.getBytes(StandardCharsets.UTF_8)));

    @TempDir
    private Path directory = Path.of("");

    private Path shop = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private SharedEngine shared;

    @BeforeEach
    void twoProjectsShareANetwork() throws Exception {
        shop = project("shop", """
                services:
                  traefik: {image: traefik:3.1, ports: ["80:80"], networks: [proxy]}
                  web: {image: nginx:1.29, networks: [proxy]}
                  db: {image: postgres:17, networks: [inner]}
                  ghost: {image: nginx:1.29, ports: ["8080:80"], networks: [inner], volumes: [a:/a]}
                volumes: {a: {}}
                networks:
                  proxy: {external: true}
                  inner: {}
                """);
        Files.writeString(shop.resolve("bulkhead.yml"), """
                rules:
                  - only: traefik -> web
                  - must: db -> web
                    after: 8
                  - must: db -> web
                    after: 99
                engine:
                  ip-forward: true
                """);
        shared = new SharedEngine(shop);
        shared.up(project("blog", """
                services:
                  blog: {image: wordpress:6, networks: [proxy]}
                networks:
                  proxy: {external: true}
                """));
    }

    private Path project(String name, String compose) throws Exception {
        Path folder = Files.createDirectory(directory.resolve(name));
        Files.writeString(folder.resolve("compose.yaml"), compose);
        return folder;
    }

    private LiveSurroundings around(EngineViewModel engine) throws Exception {
        LiveSurroundings around = new LiveSurroundings(engine, new EngineHost(new HostRoutes(MACHINE)));
        engine.watch(shared.engine().observer());
        WorkingCopy copy = copy();
        around.told(Optional.of(new LiveAnswers.Asked(
                copy.project(), DriftFacts.ask(shared.engine(), copy.project().request(), copy.project()))));
        return around;
    }

    private WorkingCopy copy() throws Exception {
        return new WorkingCopy(new ComposeLoader(DISK).load(ComposeRequest.of(shop)), DISK);
    }

    private String onCommandLine(String... words) throws Exception {
        return CommandLineRun.on(MACHINE, (url, project) -> shared.engine(), words)
                .out();
    }

    @Test
    void theFindingsAreThoseOfCheck() throws Exception {
        try (EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system())) {
            List<Finding> shown =
                    new Findings(around(engine), new BundledKnowledge(), InstantSource.system()).apply(copy());

            assertThat(shown)
                    .extracting(Finding::message)
                    .anySatisfy(said -> assertThat(said)
                            .startsWith("Rule 'only: traefik -> web' does not hold: foreign:blog-blog-1 reaches web"));
            assertThat(shown).extracting(Finding::rule).contains("rule-goal", "rule-unknown-subject");
            assertThat(onCommandLine("check", shop.toString(), "--live", "--format", "json"))
                    .isEqualTo(FindingsJson.of(shown) + "\n");
        }
    }

    @Test
    void whatOnlyTheEngineKnowsOfTheProjectIsAFinding() throws Exception {
        shared.memory().disconnect("proxy", "shop-web-1");
        try (EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system())) {
            List<Finding> shown =
                    new Findings(around(engine), new BundledKnowledge(), InstantSource.system()).apply(copy());

            assertThat(shown).extracting(Finding::rule).contains("cut-off");
            assertThat(onCommandLine("check", shop.toString(), "--live", "--format", "json"))
                    .isEqualTo(FindingsJson.of(shown) + "\n");
        }
    }

    @Test
    void theVerdictsAreThoseOfReach() throws Exception {
        try (EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system())) {
            WorkingCopy copy = copy();
            StringWriter shown = new StringWriter();
            MatrixJson.write(
                    Reach.compute(copy.project().topology(), new RulesReachOptions(around(engine)).apply(copy)),
                    new PrintWriter(shown, true));

            assertThat(shown.toString()).contains("foreign:blog-blog-1", "USERLAND_PROXY_OFF");
            assertThat(onCommandLine("reach", shop.toString(), "--live", "--matrix", "--format", "json"))
                    .isEqualTo(shown.toString());
        }
    }
}
