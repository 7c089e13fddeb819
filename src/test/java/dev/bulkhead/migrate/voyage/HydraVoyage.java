package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.RequestsMeanwhile;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Hydra's own playbooks on a real engine: four phases without a restart, the files' turn, and the old network's end. */
abstract class HydraVoyage {

    private static final int WITH_HEALTH_CHECK = 11;
    /** How many of the requests go by published ports. */
    private static final int PUBLISHED = 2;

    private static final Map<String, String> NETWORKS = Map.of(
            "hydra-infra", "172.30.0.0/24 false",
            "hydra-ai-services", "172.30.1.0/24 false",
            "hydra-apps", "172.30.2.0/24 false",
            "hydra-databases", "172.30.3.0/24 false");

    /** As the plan of Hydra's documentation names containers and networks. */
    private static final Map<String, String> TIERS = Map.ofEntries(
            Map.entry("hydra-prometheus", "hydra-infra hydra-network"),
            Map.entry("hydra-grafana", "hydra-apps hydra-infra hydra-network"),
            Map.entry("hydra-alertmanager", "hydra-infra hydra-network"),
            Map.entry("hydra-loki", "hydra-infra hydra-network"),
            Map.entry("hydra-promtail", "hydra-infra hydra-network"),
            Map.entry("hydra-postgres", "hydra-ai-services hydra-databases hydra-network"),
            Map.entry("hydra-qdrant", "hydra-databases hydra-network"),
            Map.entry("hydra-neo4j", "hydra-databases hydra-network"),
            Map.entry("hydra-redis", "hydra-databases hydra-network"),
            Map.entry("hydra-litellm", "hydra-ai-services hydra-apps hydra-network"),
            Map.entry("hydra-letta", "hydra-ai-services hydra-network"),
            Map.entry("hydra-tools-api", "hydra-ai-services hydra-network"),
            Map.entry("hydra-crewai", "hydra-ai-services hydra-network"),
            Map.entry("hydra-docling", "hydra-ai-services hydra-network"),
            Map.entry("open-webui", "hydra-apps hydra-network"),
            Map.entry("sillytavern", "hydra-apps hydra-network"),
            Map.entry("perplexica", "hydra-apps hydra-network"),
            Map.entry("homepage", "download-stack_default hydra-apps hydra-network"),
            Map.entry("download-stack-sonarr-1", "download-stack_default"));

    private static final String FOREIGN = "download-stack_default";
    private static final String MOVES = "Its default route moves there, which interrupts it for a moment.";

    @Test
    void fourPhasesRestartNothingAndTheOldNetworkGoesAndComesBack(PrivateEngine engine) throws Exception {
        VoyageProject project = new VoyageProject(SampleStack.prepare(engine, "hydra"));
        project.start(WITH_HEALTH_CHECK);
        beside(engine, project);
        String foreign = foreign(engine);
        String before = project.inspected().everything();
        SortedMap<String, String> files = project.files();
        Map<String, String> started = started(project);
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);

            // an older engine moves the default route to a network whose name comes first, and its ports with it
            boolean keeps = engine.release() == EngineRelease.CURRENT;
            assertThat(migration.session("hydra-tiers").review().plan().text().contains(MOVES))
                    .isEqualTo(!keeps);
            List<RequestsMeanwhile> requests = requests(engine);
            assertThat(migration.session("hydra-tiers").apply(event -> {}).sentence())
                    .isEqualTo("Done and verified.");
            List<RequestsMeanwhile.Count> counts = new ArrayList<>();
            for (RequestsMeanwhile some : requests) {
                counts.add(some.end());
            }
            System.err.println("Requests while Hydra moved on " + engine.release() + ": " + counts);
            assertThat(counts).allMatch(count -> count.asked() > 20);
            assertThat(counts.subList(keeps ? 0 : PUBLISHED, counts.size())).allMatch(count -> count.failed() == 0);

            assertThat(started(project)).as("ids and start times").isEqualTo(started);
            assertThat(project.inspected().networks()).containsAllEntriesOf(NETWORKS);
            assertThat(project.inspected().assignments()).isEqualTo(new TreeMap<>(TIERS));
            List<Drift> waiting =
                    migration.report(LookCourse.SILENT).differences().value().orElseThrow();
            assertThat(waiting).filteredOn(Drift::pending).hasSize(18);
            assertThat(waiting)
                    .filteredOn(drift -> !drift.pending())
                    .as("beside what waits")
                    .singleElement()
                    .isInstanceOf(Drift.MembershipExtra.class);

            // the next docker compose up would make all of them anew at once: Bulkhead does it one by one, when asked
            List<String> anew = new ArrayList<>();
            assertThat(migration
                            .filesAsTheyAre()
                            .apply(event -> {
                                if (event instanceof RunEvent.StepFinished(PlanStep step, var _, var _)
                                        && step.operation() instanceof Operation.RecreateServices recreated) {
                                    anew.add(String.join(" and ", recreated.services()));
                                }
                            })
                            .sentence())
                    .isEqualTo("Done and verified.");
            assertThat(anew).hasSize(18).containsSubsequence("postgres", "litellm", "open-webui");
            assertThat(project.inspected().assignments()).isEqualTo(new TreeMap<>(TIERS));
            assertThat(foreign(engine)).isEqualTo(foreign);
            project.expectComposeContent();
            assertThat(migration.session("hydra-retire").apply(event -> {}).sentence())
                    .isEqualTo("Done and verified.");
            assertThat(project.inspected().networks()).doesNotContainKey("hydra-network");
            assertThat(project.inspected().assignments())
                    .containsEntry("homepage", "download-stack_default hydra-apps")
                    .containsEntry("hydra-postgres", "hydra-ai-services hydra-databases")
                    .allSatisfy((container, networks) -> assertThat(networks).doesNotContain("hydra-network"));

            String first = migration.restorePoints().getLast().id();
            List<String> alone = new ArrayList<>();
            assertThat(migration
                            .rollback(Optional.of(first), event -> {
                                if (event instanceof RunEvent.LogLine(var _, String text)
                                        && (text.contains("--no-deps") || text.contains("unhealthy"))) {
                                    alone.add(text);
                                }
                            })
                            .sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            // Compose notes dependencies in the labels of what it starts together with them
            assertThat(alone).as("started without what they depend on").noneMatch(line -> line.contains("--no-deps"));
            assertThat(project.files()).isEqualTo(files);
            assertThat(project.inspected().everything()).isEqualTo(before);
            assertThat(foreign(engine)).isEqualTo(foreign);
        }
    }

    /** Somebody else's stack, on whose network one of Hydra's containers was put by hand. */
    private static void beside(PrivateEngine engine, VoyageProject project) throws IOException {
        StandInImages.provide(engine, "lscr.io/linuxserver/sonarr:latest");
        engine.compose(
                project.stack().directory().resolve("download-stack"),
                project.stack().environment(),
                "up",
                "-d",
                "--quiet-pull",
                "sonarr");
        engine.docker("network", "connect", FOREIGN, "homepage");
    }

    /** Returns which network it is, and which container of its own when it was started. */
    private static String foreign(PrivateEngine engine) throws IOException {
        return engine.docker("network", "inspect", "-f", "{{.Id}}", FOREIGN)
                + engine.docker("inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "download-stack-sonarr-1");
    }

    /** From the host and the LAN over published ports, and from container to container as each of the four tiers asks another. */
    private static List<RequestsMeanwhile> requests(PrivateEngine engine) throws IOException {
        String models = address(engine, "hydra-litellm") + " 4000";
        return List.of(
                RequestsMeanwhile.start(
                        engine.enteringNetwork(),
                        List.of("127.0.0.1 9090", "127.0.0.1 3003", "127.0.0.1 7474", "127.0.0.1 4000")),
                RequestsMeanwhile.start(
                        engine.enteringWorld(),
                        List.of("198.18.0.1 3003", "198.18.0.1 3001", "198.18.0.1 8000", "198.18.0.1 3000")),
                RequestsMeanwhile.start(engine.enteringNetworkOf("open-webui"), List.of(models)),
                RequestsMeanwhile.start(
                        engine.enteringNetworkOf("hydra-letta"),
                        List.of(models, address(engine, "hydra-postgres") + " 5432")),
                RequestsMeanwhile.start(
                        engine.enteringNetworkOf("hydra-grafana"),
                        List.of(address(engine, "hydra-prometheus") + " 9090")));
    }

    private static String address(PrivateEngine engine, String container) throws IOException {
        return engine.docker(
                        "inspect", "-f", "{{(index .NetworkSettings.Networks \"hydra-network\").IPAddress}}", container)
                .strip();
    }

    /** Returns container to its id and when it was started last. */
    private static Map<String, String> started(VoyageProject project) throws IOException {
        SortedMap<String, String> started = new TreeMap<>();
        for (Map.Entry<String, String> container : project.inspected().ids().entrySet()) {
            started.put(
                    container.getKey(),
                    container.getValue() + project.inspected().startedAt(container.getKey()));
        }
        return started;
    }
}
