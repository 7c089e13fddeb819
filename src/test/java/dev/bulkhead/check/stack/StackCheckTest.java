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

    @Test
    void whatSeveralServicesTakeFromOnePlaceIsOneFinding() throws Exception {
        assertThat(findings(folder, Map.of("compose.yaml", """
                                x-common: &common
                                  image: bb:1
                                  network_mode: none
                                services:
                                  a: *common
                                  b: *common
                                """)))
                .filteredOn(finding -> finding.rule().equals("swarm-dropped"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.at().orElseThrow().line()).isEqualTo(3);
                    assertThat(finding.message())
                            .isEqualTo(
                                    "A stack drops network_mode of the service a: the service, which is to have no network,"
                                            + " joins the stack's default network, and so for b; it opens host -> a, b; a -> internet,"
                                            + " lan, host and 1 more; b -> internet, lan, host and 1 more.");
                });
    }

    @Test
    void anImageIsToldFromATextThatIsNone() throws Exception {
        assertThat(lines("image: registry.example.test:5000/team/app_x:v1@sha256:" + "0123456789abcdef".repeat(4), ""))
                .noneMatch(line -> line.contains("image"));
        assertThat(lines("image: Team/App", "")).anyMatch(line -> line.contains("refuses image of the service web"));
    }

    @Test
    void anOverlayWhoseAddressesTheTasksExceedIsTold() throws Exception {
        assertThat(lines("""
                        deploy: {replicas: 13}
                        networks: [n]
                        """, "networks: {n: {ipam: {config: [{subnet: 10.9.0.0/28}]}}}"))
                .anyMatch(line -> line.contains("13 tasks join it, and its /28 has addresses for 12 on one host"));
        assertThat(lines("""
                        deploy: {replicas: 12}
                        networks: [n]
                        """, "networks: {n: {ipam: {config: [{subnet: 10.9.0.0/28}]}}}"))
                .noneMatch(line -> line.contains("tasks join it"));
        assertThat(lines("deploy: {replicas: 253}", ""))
                .anyMatch(line -> line.contains("253 tasks join it, and its /24 has addresses for 252"));
    }

    @Test
    void theHeadersOfAnOverlayAreAddedToAStatedSizeOfPackets() throws Exception {
        assertThat(lines("networks: [n]", "networks: {n: {driver_opts: {com.docker.network.driver.mtu: \"1480\"}}}"))
                .anyMatch(line -> line.contains(" warning: ")
                        && line.contains("its packets of 1480 bytes travel in packets of 1530"));
        assertThat(lines("networks: [n]", "networks: {n: {driver_opts: {com.docker.network.driver.mtu: \"1400\"}}}"))
                .anyMatch(line -> line.contains("its packets of 1400 bytes travel in packets of 1450"));
    }

    @Test
    void whatServicesReserveIsSummedUpAndWhatCannotBeKnownIsSaid() throws Exception {
        assertThat(lines("""
                        deploy: {replicas: 3, resources: {reservations: {memory: 512M, cpus: '0.25'}}}
                        """, """
                          db: {image: 'bb:1', deploy: {resources: {reservations: {memory: 2G}}}}
                          free: {image: 'bb:1', deploy: {resources: {reservations: {memory: '0'}}}}
                          off: {image: 'bb:1', deploy: {replicas: 0, resources: {reservations: {memory: 9G}}}}
                        """))
                .filteredOn(line -> line.contains("reservations"))
                .singleElement()
                .asString()
                .startsWith("compose.yaml:5:")
                .contains(" info: A stack changes deploy.resources.reservations of the service db: ")
                .contains(
                        "db, web together reserve 3584 MiB of memory and 0.75 processors, and what the hosts have is not");
        assertThat(lines("deploy: {mode: global, resources: {reservations: {memory: 1G}}}", """
                          db: {image: 'bb:1', deploy: {resources: {reservations: {cpus: '1'}}}}
                        """))
                .anyMatch(line ->
                        line.contains("db, web together reserve 1 processor and more, since of web the sum cannot"));
        assertThat(lines("deploy: {mode: global, resources: {reservations: {memory: 1G}}}", ""))
                .anyMatch(line -> line.contains("web reserves what cannot be summed up from the files, and what"));
        assertThat(lines("mem_reservation: 64m", ""))
                .anyMatch(line -> line.contains("web reserves 64 MiB of memory, and what"));
        assertThat(lines("deploy: {resources: {limits: {memory: 1G}}}", ""))
                .noneMatch(line -> line.contains("reserve"));
    }
}
