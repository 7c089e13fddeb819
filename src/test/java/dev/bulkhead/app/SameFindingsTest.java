package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.cli.output.FindingsJson;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.workspace.WorkingCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window and the command {@code check} tell the same of a project. */
class SameFindingsTest {

    private static final DiskFileTree DISK = new DiskFileTree();

    @TempDir
    private Path directory = Path.of("");

    private static List<Finding> inWindow(Path project) throws Exception {
        try (EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system())) {
            Findings findings = new Findings(
                    new LiveSurroundings(engine, new EngineHost(new HostRoutes(DISK))),
                    new BundledKnowledge(),
                    InstantSource.system());
            return findings.apply(new WorkingCopy(new ComposeLoader(DISK).load(ComposeRequest.of(project)), DISK));
        }
    }

    private static String onCommandLine(Path project) throws Exception {
        return CommandLineRun.of("check", project.toString(), "--format", "json")
                .out();
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }

    @Test
    void ofTheMediaServer() throws Exception {
        Path project = SampleFiles.original(SampleFiles.MEDIASERVER);
        List<Finding> shown = inWindow(project);

        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(onCommandLine(project)).isEqualTo(FindingsJson.of(shown) + "\n");
    }

    @Test
    void ofAProjectWithABrokenRulesFile() throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), "rules: [{must: web}]\n");
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web:
                    image: nginx${SUFFIX}
                    networks: [a, b, nowhere]
                networks:
                  a:
                    ipam: {config: [{subnet: 172.20.0.0/24}]}
                  b:
                    ipam: {config: [{subnet: 172.20.0.0/16}]}
                """);
        List<Finding> shown = inWindow(directory);

        assertThat(rules(shown)).contains("rules-file", "reading", "subnet-overlap", "undefined-network");
        assertThat(onCommandLine(directory)).isEqualTo(FindingsJson.of(shown) + "\n");
    }

    @Test
    void ofAHostThatItsOperatorCallsPublic() throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), """
                exposure: {public: true}
                rules: [{must-not: internet -> web}]
                """);
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web:
                    image: nginx:1.29
                    ports: ["8080:80"]
                """);
        List<Finding> shown = inWindow(directory);

        assertThat(rules(shown)).contains("rule-must-not");
        assertThat(onCommandLine(directory)).isEqualTo(FindingsJson.of(shown) + "\n");
    }

    @Test
    void ofAProjectWhoseOperatorAcceptsAFinding() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web:
                    image: nginx
                    networks: [a, b]
                networks:
                  a:
                    ipam: {config: [{subnet: 172.20.0.0/24}]}
                  b:
                    ipam: {config: [{subnet: 172.20.0.0/16}]}
                """);
        List<Finding> all = inWindow(directory);
        CommandLineRun.of(
                "accept", directory.toString(), "--all", "--because", "moves", "--until", "9999-12-31", "--write");
        List<Finding> shown = inWindow(directory);

        assertThat(rules(all)).contains("subnet-overlap").doesNotContain("accepted");
        assertThat(rules(shown)).contains("accepted").doesNotContain("subnet-overlap");
        assertThat(onCommandLine(directory))
                .startsWith(FindingsJson.of(shown)
                        .substring(0, FindingsJson.of(shown).lastIndexOf("\"accepted\"")));
    }
}
