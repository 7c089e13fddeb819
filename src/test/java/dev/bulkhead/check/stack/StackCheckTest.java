package dev.bulkhead.check.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.stack.StackReader;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a project as a stack. */
class StackCheckTest {

    @TempDir
    private Path folder;

    static Stream<StackCase> cases() {
        return StackCase.all().stream();
    }

    static List<Finding> findings(Path folder, Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return findings(new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(folder)));
    }

    static List<Finding> findings(ComposeProject project) throws Exception {
        DiskFileTree tree = new DiskFileTree();
        CheckInput input = CheckInput.of(project);
        return Checks.run(input.withStack(StackReader.read(tree, project))).stream()
                .filter(finding -> finding.rule().startsWith("swarm-"))
                .toList();
    }

    private List<String> lines(String service, String rest) throws Exception {
        return findings(folder, StackCase.project(service, rest)).stream()
                .map(finding -> finding.at().map(at -> at + " ").orElse("")
                        + finding.severity().text() + ": " + finding.message())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isFoundWithItsPlaceAndWhatWouldBeRight(StackCase one) throws Exception {
        List<Finding> findings = findings(folder, one.files());

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.message()).startsWith("A stack " + one.found());
            assertThat(finding.at()).isPresent();
            assertThat(finding.fix()).isPresent();
        });
    }

    @Test
    void aProjectThatIsAStackAlreadyHasNoErrorsAndWarnings() throws Exception {
        assertThat(lines("""
                        deploy: {replicas: 2, restart_policy: {condition: any}}
                        cap_add: [NET_ADMIN]
                        ulimits: {nofile: 1000}
                        networks: {n: {aliases: [front]}}
                        """, "networks: {n: {internal: true, attachable: true}}"))
                .noneMatch(line -> line.contains("error") || line.contains(" warning"));
    }
}
