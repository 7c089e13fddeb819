package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.Subnet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MediaNest's own playbooks: seven networks, everybody into a tier with a fixed address, and the way back. */
class MediaNestPlaybooksTest {

    private final Path directory;
    private final PracticeProject project;

    MediaNestPlaybooksTest(@TempDir Path scratch) throws Exception {
        this.directory = scratch.resolve("medianest");
        Files.createDirectories(directory);
        SampleFiles.copyTree(Path.of("assets", "samples", "medianest"), directory);
        this.project = new PracticeProject(directory);
    }

    private RunOutcome apply(String id) throws Exception {
        return project.migration().session(id).apply(event -> {});
    }

    @Test
    void theFoundationTouchesNobody() throws Exception {
        List<ObservedContainer> before = project.engine().observe().containers();

        assertThat(apply("medianest-foundation").sentence()).isEqualTo("Done and verified.");

        assertThat(project.engine().observe().containers()).isEqualTo(before);
        assertThat(ranges())
                .containsAllEntriesOf(Map.of(
                        "medianest-management", "10.0.1.0/24 internal",
                        "medianest-application", "10.0.2.0/24 internal",
                        "medianest-database", "10.0.3.0/24 internal",
                        "medianest-storage", "10.0.4.0/24 internal",
                        "medianest-monitoring", "10.0.5.0/24 internal",
                        "medianest-egress", "10.0.6.0/24 icc false",
                        "medianest-admin", "10.0.7.0/24"));
    }

    private SortedMap<String, String> ranges() throws Exception {
        return project.engine().observe().networks().stream()
                .collect(Collectors.toMap(
                        ObservedNetwork::name,
                        network -> network.subnets().stream()
                                        .map(Subnet::subnet)
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.joining(" "))
                                + (network.options().internal() ? " internal" : "")
                                + Optional.ofNullable(network.options()
                                                .driverOpts()
                                                .get("com.docker.network.bridge.enable_icc"))
                                        .map(icc -> " icc " + icc)
                                        .orElse(""),
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Test
    void everybodyHasAnAddressOfItsTierAndNothingBreaksOnTheWay() throws Exception {
        apply("medianest-foundation");
        MigrationSession session = project.migration().session("medianest-applications");
        Review review = session.review();

        assertThat(review.effect().unaccepted(Set.of())).isEmpty();
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        assertThat(places())
                .containsAllEntriesOf(Map.of(
                        "haproxy", "medianest-public 172.26.0.10",
                        "waf", "medianest-internal 172.25.0.11, medianest-public 172.26.0.11",
                        "nginx", "medianest-application 10.0.2.12, medianest-internal 172.25.0.12",
                        "medianest",
                                "medianest-application 10.0.2.20, medianest-database 10.0.3.20, medianest-egress 10.0.6.20,"
                                        + " medianest-storage 10.0.4.20",
                        "postgres", "medianest-database 10.0.3.31",
                        "minio", "medianest-storage 10.0.4.32",
                        "alertmanager", "medianest-egress 10.0.6.44, medianest-monitoring 10.0.5.44"));
    }

    /** Where a network was lost on which nobody was, the engine gets it back before somebody joins. */
    @Test
    void aNetworkThatNobodyWasOnAndThatIsGoneIsMadeAgain() throws Exception {
        apply("medianest-foundation");
        project.engine().removeNetwork("medianest-egress");

        Review review = project.migration().session("medianest-applications").review();

        assertThat(review.plan().steps())
                .extracting(PlanStep::operation)
                .filteredOn(Operation.CreateNetwork.class::isInstance)
                .singleElement()
                .satisfies(made -> assertThat(((Operation.CreateNetwork) made)
                                .network()
                                .options()
                                .driverOpts())
                        .containsEntry("com.docker.network.bridge.enable_icc", "false"));
        assertThat(apply("medianest-applications").sentence()).isEqualTo("Done and verified.");
    }

    private SortedMap<String, String> places() throws Exception {
        SortedMap<String, String> places = new TreeMap<>();
        for (ObservedContainer container : project.engine().observe().containers()) {
            places.put(
                    container.service().orElseThrow(),
                    container.endpoints().stream()
                            .map(MediaNestPlaybooksTest::place)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return places;
    }

    private static String place(ObservedEndpoint endpoint) {
        return endpoint.network() + " " + endpoint.ipv4().orElse("").replaceFirst("/.*", "");
    }

    @Test
    void allFourPhasesLeadThereAndBack() throws Exception {
        Map<Path, String> files = texts();

        for (String id : List.of("medianest-foundation", "medianest-applications")) {
            assertThat(apply(id).sentence()).as(id).isEqualTo("Done and verified.");
        }
        // who joined as it ran is not yet what the files say; before containers are made anew, that is deployed
        assertThat(project.migration().filesAsTheyAre().apply(event -> {}).sentence())
                .isEqualTo("Done and verified.");
        for (String id : List.of("medianest-advanced", "medianest-optimisation")) {
            assertThat(apply(id).sentence()).as(id).isEqualTo("Done and verified.");
        }
        String first = project.migration().restorePoints().getLast().id();
        assertThat(project.migration().rollback(Optional.of(first), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");

        assertThat(texts()).isEqualTo(files);
    }

    private Map<Path, String> texts() throws Exception {
        Map<Path, String> texts = new TreeMap<>();
        for (String name :
                List.of("compose.yaml", "compose.override.yaml", "bulkhead.yml", "config/nginx/default.conf")) {
            texts.put(Path.of(name), Files.readString(directory.resolve(name)));
        }
        return texts;
    }
}
