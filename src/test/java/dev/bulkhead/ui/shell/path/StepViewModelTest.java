package dev.bulkhead.ui.shell.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.iteration.ports.PortOutlook;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.model.OpenProject;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.shell.path.StepFacts.Figure;
import dev.bulkhead.ui.shell.path.StepFacts.Row;
import dev.bulkhead.workspace.TopologyDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a step as it is told, without a toolkit. */
class StepViewModelTest {

    @TempDir
    Path folder;

    private final PathViewModel path = new PathViewModel(new InlineTasks());

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private PracticeProject project;

    @SuppressWarnings("NullAway.Init")
    private StepViewModel step;

    @BeforeEach
    void open() throws Exception {
        project = PracticeProject.of(folder, """
                name: home
                services:
                  traefik:
                    image: traefik:v3
                    ports: ["80:80", "127.0.0.1:8090:8080"]
                    networks: [flat]
                  jellyfin:
                    image: jellyfin/jellyfin
                    ports: ["8096:8096"]
                    networks: [flat]
                networks:
                  flat: {}
                """);
        ProjectViewModel shown = new ProjectViewModel(
                new InlineTasks(),
                copy -> List.of(),
                new OpenProject(Files.createDirectory(folder.resolve("other"))).messages());
        shown.show(TopologyDocument.open(ComposeRequest.of(folder), new DiskFileTree()));
        path.show(project.migration());
        path.refresh(project.migration());
        step = new StepViewModel(
                shown, path, Optional.of(project.migration()), new InlineTasks(), InstantSource.fixed(NOON));
    }

    @Test
    void theStepOfThePortsAsksWhatItsRoutesAnswer() throws Exception {
        step.open(path.steps().get(1));

        PortsViewModel.Ports ports = step.ports().portsProperty().get().orElseThrow();
        assertThat(ports.trouble()).isEmpty();
        assertThat(ports.at()).isEqualTo(NOON);
        assertThat(told(ports.closing()))
                .containsExactly("8096/tcp of jellyfin: jellyfin.home.arpa, it gets its route first");
        assertThat(told(ports.staying()))
                .containsExactly("80/tcp of traefik: –, not touched", "127.0.0.1:8090/tcp of traefik: –, not touched");
        assertThat(ports.today().stream().map(PortOutlook.Port::reach))
                .containsExactly(PortOutlook.Reach.LAN, PortOutlook.Reach.LAN, PortOutlook.Reach.HOST);
        assertThat(ports.after()).hasSize(2);

        step.open(path.steps().getFirst());
        assertThat(step.ports().portsProperty().get()).isEmpty();
    }

    @Test
    void onceItIsDoneTheRoutesThatTookThePlaceOfThePortsAreAsked() throws Exception {
        project.migration().session("1").apply(event -> {});
        MigrationSession second = project.migration().session("2");
        second.accept(List.of("pending:jellyfin", "pending:traefik"));
        second.apply(event -> {});
        path.refresh(project.migration());

        step.open(path.steps().get(1));

        PortsViewModel.Ports ports = step.ports().portsProperty().get().orElseThrow();
        assertThat(ports.closing()).isEmpty();
        assertThat(ports.routes()).hasSize(1);
        PortRow route = ports.routes().getFirst();
        assertThat(route.opened()).isEqualTo("jellyfin.home.arpa");
        assertThat(route.answerProperty().get().kind()).isEqualTo(PortRow.Kind.ANSWERS);
        assertThat(route.answerProperty().get().words()).matches("answers 200 in \\d+ ms");
        assertThat(ports.silent()).isZero();
    }

    private static List<String> told(List<PortRow> rows) {
        return rows.stream()
                .map(row -> row.port().orElseThrow().onHost() + " of "
                        + row.port().orElseThrow().service() + ": " + row.opened() + ", "
                        + row.answerProperty().get().words())
                .toList();
    }

    @Test
    void noStepIsOpenUntilOneIsChosen() {
        assertThat(step.shownProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void theStepOfThePortsListsEachPortOfTheHostWithItsService() {
        step.open(path.steps().get(1));

        assertThat(step.factsProperty().get())
                .isEqualTo(new StepFacts(
                        List.of(
                                new Figure("2", "services"),
                                new Figure("1", "network"),
                                new Figure("2", "share flat"),
                                new Figure("3", "ports on the host")),
                        "Ports on the host",
                        List.of(
                                new Row("8096:8096", "jellyfin"),
                                new Row("80:80", "traefik"),
                                new Row("127.0.0.1:8090:8080", "traefik"))));
    }

    @Test
    void theStepOfTheNetworksListsWhoSharesThem() {
        step.open(path.steps().getFirst());

        assertThat(step.factsProperty().get().rows()).containsExactly(new Row("flat", "jellyfin, traefik"));
        assertThat(step.doneProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void aStepThatIsDoneHasItsReportAndItsWayBackUntilThatIsGone() throws Exception {
        step.open(path.steps().getFirst());
        project.migration().session("1").apply(event -> {});
        path.refresh(project.migration());

        StepViewModel.Done done = step.doneProperty().get().orElseThrow();
        assertThat(done.report()).startsWith("# Iteration 01: Network Foundation - COMPLETED\n");
        assertThat(step.shownProperty().get().flatMap(IterationStatus::completed))
                .isPresent();

        project.migration().rollback(Optional.of(done.run()), event -> {});
        path.refresh(project.migration());
        assertThat(step.doneProperty().get()).isEqualTo(Optional.empty());
        assertThat(step.shownProperty().get().flatMap(IterationStatus::completed))
                .isEmpty();
    }

    @Test
    void theTrailNamesStepsInThePlaybooksOwnWords() {
        assertThat(path.steps().stream()
                        .map(IterationStatus::playbook)
                        .map(PathWords::name)
                        .toList())
                .containsExactly(
                        "Foundation",
                        "Ports",
                        "TLS",
                        "Authentication",
                        "Secrets",
                        "Monitoring",
                        "Hardening",
                        "Retire legacy");
        assertThat(path.steps().stream().map(PathWords::below).limit(3).toList())
                .containsExactly("next", "after 1", "after 2");
    }
}
