package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectRules;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Progress;
import dev.bulkhead.reach.rules.RuleViolation;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesEvaluator;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hydra's own playbooks: four phases that restart nobody, files brought in line when asked, and the old network's end. */
class HydraPlaybooksTest {

    private static final String FOREIGN = "download-stack_default";
    private static final String DONE = "Done and verified.";
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `(docker [^`]+)` \\| (.+) \\|$");

    private final Path directory;
    private final PracticeProject project;
    private final List<RunEvent> events = new ArrayList<>();

    HydraPlaybooksTest(@TempDir Path scratch) throws Exception {
        this.directory = scratch.resolve("hydra");
        Files.createDirectories(directory);
        SampleFiles.copyTree(Path.of("assets", "samples", "hydra"), directory);
        this.project = new PracticeProject(directory);
    }

    private String apply(MigrationSession session) throws Exception {
        events.clear();
        return session.apply(events::add).sentence();
    }

    private String apply(String id) throws Exception {
        return apply(project.migration().session(id));
    }

    private Map<String, String> ids() throws Exception {
        Map<String, String> ids = new TreeMap<>();
        project.engine().observe().containers().forEach(container -> ids.put(container.name(), container.id()));
        return ids;
    }

    /** Each command with which Hydra's documentation looks at its networks has an answer among the verifications. */
    @Test
    void theVerificationAnswersWhatTheCommandsOfItsDocumentationAsk() throws Exception {
        assertThat(apply("hydra-tiers")).isEqualTo(DONE);
        List<String> passed = events.stream()
                .filter(RunEvent.Checked.class::isInstance)
                .map(event -> ((RunEvent.Checked) event).result())
                .filter(check -> check.status() == CheckStatus.PASSED)
                .map(check -> check.group() + ": " + check.subject())
                .toList();

        List<MatchResult> commands = COMMAND.matcher(Files.readString(Path.of("docs", "manual", "playbooks.md")))
                .results()
                .toList();

        assertThat(commands)
                .extracting(command -> command.group(1))
                .containsExactly(
                        "docker network ls --filter \"name=hydra-\"",
                        "docker network inspect hydra-ai-services",
                        "docker inspect --format '{{.NetworkSettings.Networks}}' hydra-litellm");
        for (MatchResult command : commands) {
            assertThat(passed).contains(command.group(2).split(", ", -1));
        }
    }

    @Test
    void nobodyIsMadeAnewUntilTheOperatorSaysSoAndThenOneByOneBehindAGate() throws Exception {
        Map<String, String> before = ids();
        assertThat(apply("hydra-tiers")).isEqualTo(DONE);
        assertThat(ids()).isEqualTo(before);
        List<Drift> waiting = project.migration()
                .report(LookCourse.SILENT)
                .differences()
                .value()
                .orElseThrow();
        assertThat(waiting).hasSize(18).allMatch(Drift::pending);

        List<Operation> operations = project.migration().filesAsTheyAre().review().plan().steps().stream()
                .map(PlanStep::operation)
                .toList();
        assertThat(ids()).isEqualTo(before);
        assertThat(operations)
                .filteredOn(Operation.RecreateServices.class::isInstance)
                .allSatisfy(operation -> assertThat(operation.services()).hasSize(1));
        assertThat(operations)
                .filteredOn(Operation.RecreateServices.class::isInstance)
                .flatExtracting(Operation::services)
                .containsExactly(
                        "neo4j",
                        "postgres",
                        "qdrant",
                        "redis",
                        "docling",
                        "hydra-tools-api",
                        "litellm",
                        "crewai",
                        "letta",
                        "open-webui",
                        "perplexica",
                        "sillytavern",
                        "alertmanager",
                        "homepage",
                        "loki",
                        "prometheus",
                        "grafana",
                        "promtail");

        project.engine().setHealthy("hydra-litellm", false);
        assertThat(apply(project.migration().filesAsTheyAre()))
                .startsWith("Rolled back: files and engine are as they were. Step 7 (litellm) failed: ")
                .contains("litellm is running, unhealthy");
        assertThat(begun()).endsWith("hydra-tools-api", "litellm").doesNotContain("crewai", "open-webui");

        project.engine().setHealthy("hydra-litellm", true);
        assertThat(apply(project.migration().filesAsTheyAre())).isEqualTo(DONE);
        assertThat(begun()).hasSize(18);
        assertThat(ids().values()).doesNotContainAnyElementsOf(before.values());
    }

    /** Returns the services whose turn to be made anew had begun, in order. */
    private List<String> begun() {
        return events.stream()
                .filter(RunEvent.StepStarted.class::isInstance)
                .map(event -> ((RunEvent.StepStarted) event).step().operation())
                .filter(Operation.RecreateServices.class::isInstance)
                .flatMap(operation -> operation.services().stream())
                .toList();
    }

    /** Somebody else's network and containers, and a container of Hydra's that was put there by hand. */
    @Test
    void theOldNetworkGoesAndSomebodyElsesStaysWithWhoeverIsOnIt() throws Exception {
        project.engine()
                .up(
                        new ComposeLoader(new DiskFileTree())
                                .load(ComposeRequest.of(directory.resolve("download-stack")))
                                .topology(),
                        List.of("sonarr"),
                        line -> {});
        project.engine().connect(FOREIGN, "homepage", EndpointSpec.PLAIN);
        List<ObservedNetwork> network = foreignNetwork();
        List<ObservedContainer> containers = foreignContainers();
        assertThat(broken()).isEqualTo("GOAL: lan reaches qdrant, and 16 more pairs");

        assertThat(apply("hydra-tiers")).isEqualTo(DONE);
        // everybody still meets everybody on the old network
        assertThat(broken("hydra-tiers")).isEqualTo("GOAL: lan reaches qdrant, and 16 more pairs");
        assertThat(apply(project.migration().filesAsTheyAre())).isEqualTo(DONE);
        assertThat(apply("hydra-retire")).isEqualTo(DONE);

        assertThat(project.engine().observe().network("hydra-network")).isEmpty();
        assertThat(networks("homepage")).containsExactly(FOREIGN, "hydra-apps");
        assertThat(networks("hydra-postgres")).containsExactly("hydra-ai-services", "hydra-databases");
        assertThat(foreignNetwork()).isEqualTo(network);
        assertThat(foreignContainers()).isEqualTo(containers);
        assertThat(project.engine().observe().networks())
                .extracting(ObservedNetwork::name)
                .filteredOn(name -> name.endsWith("-net"))
                .as("networks made for single flows")
                .isEmpty();

        // what is left is a port that was opened once to look at a dashboard, and the apps' way to it over the host
        assertThat(broken("hydra-tiers", "hydra-retire")).isEqualTo("ONLY: lan reaches qdrant, and 4 more pairs");
        close("${QDRANT_PORT:-6333}:6333");
        assertThat(broken("hydra-tiers", "hydra-retire")).isEmpty();

        MigrationSession again = project.migration().session("hydra-retire");
        assertThatThrownBy(again::review)
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith(
                        "Every network that services are on was made by an iteration, so none of them is an old one;");
    }

    private void close(String port) throws Exception {
        Path file = directory.resolve("docker-compose.yml");
        Files.writeString(file, Files.readString(file).replace(port, "127.0.0.1:" + port));
    }

    private List<String> networks(String container) throws Exception {
        return project.engine().observe().containers().stream()
                .filter(found -> found.name().equals(container))
                .flatMap(found -> found.endpoints().stream())
                .map(ObservedEndpoint::network)
                .sorted()
                .toList();
    }

    private List<ObservedNetwork> foreignNetwork() throws Exception {
        return project.engine().observe().network(FOREIGN).stream().toList();
    }

    private List<ObservedContainer> foreignContainers() throws Exception {
        return project.engine().observe().containers().stream()
                .filter(container ->
                        container.project().filter("download-stack"::equals).isPresent())
                .toList();
    }

    /** Returns which of the rules do not hold, and for whom, where so much of the path is done; ports apart. */
    private String broken(String... done) throws Exception {
        ComposeProject read = new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory));
        Rules rules = ProjectRules.read(new DiskFileTree(), read).at(new Progress(Set.of(), Set.of(done)));
        return RulesEvaluator.evaluate(rules, Reach.compute(read.topology(), rules.applyTo(ReachOptions.defaults())))
                .stream()
                .filter(broken -> broken.kind() != RuleViolation.Kind.EXPOSURE)
                .map(broken -> broken.kind() + ": "
                        + broken.message()
                                .replaceFirst(
                                        ".* does not hold: ([^:]*):.* So it is for (\\d+) more pairs.*",
                                        "$1, and $2 more pairs"))
                .collect(Collectors.joining("; "));
    }
}
