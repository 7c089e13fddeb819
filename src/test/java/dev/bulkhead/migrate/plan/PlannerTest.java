package dev.bulkhead.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.ScriptedIteration;
import dev.bulkhead.migrate.iteration.foundation.FoundationProposers;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.testing.ManualTimer;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private final ManualTimer timer = new ManualTimer();
    private final Playbook playbook;
    private Topology topology;
    private final PracticeEngine engine;

    PlannerTest() throws Exception {
        playbook = new PlaybookReader().readBuiltIn().getFirst();
        topology = new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(SampleFiles.original(SampleFiles.MEDIASERVER)))
                .topology();
        engine = PracticeEngine.running(topology, timer);
    }

    private Plan plan(UnaryOperator<Answers> answers, List<TextChange> changes) throws Exception {
        ScriptedIteration foundation = new ScriptedIteration(playbook, FoundationProposers.all());
        IterationInput input =
                new IterationInput(topology, new CatalogueReader().readBundled(), engine.observe(), List.of());
        Answers given = answers.apply(Answers.proposed("1", foundation.questions(input)));
        Goal goal = foundation.goal(input, given);
        Topology after = afterFirstPhase(goal);
        return planned(goal, after, changes);
    }

    private Topology afterFirstPhase(Goal goal) throws Exception {
        Topology after = topology;
        for (ProjectEdit edit : goal.phases().getFirst().edit().edits()) {
            assertThat(edit).isInstanceOf(TopologyEdit.class);
            after = ((TopologyEdit) edit).apply(after);
        }
        return after;
    }

    private Plan planned(Goal goal, Topology after, List<TextChange> changes) throws Exception {
        return Planner.plan(new PlanInput(
                playbook.id(),
                playbook.title(),
                goal,
                topology,
                List.of(new PlanInput.PhaseFiles(after, changes)),
                engine.observe()));
    }

    private static TextChange created(String name) {
        return new TextChange(Path.of("/project", name), name, Optional.empty(), Optional.of("networks:\n"));
    }

    private static TextChange changed(String name) {
        return new TextChange(Path.of("/project", name), name, Optional.of("a\n"), Optional.of("b\n"));
    }

    @Test
    void networksComeFirstThenFilesThenServicesInTheirTurns() throws Exception {
        Plan plan = plan(
                answers -> answers.withValue("apply", "recreate"),
                List.of(created("networks.yml"), changed("docker-compose.yml")));

        assertThat(plan.text()).isEqualTo("""
                Plan: Network Foundation for mediaserver
                 1  dmz-net: create network 172.20.0.0/24
                    why: External-facing ingress layer; the engine has no network of this name.
                    risk none, no interruption; undo: remove network dmz-net
                 2  frontend-net: create network 172.20.1.0/24, internal
                    why: User-facing application services; the engine has no network of this name.
                    risk none, no interruption; undo: remove network frontend-net
                 3  backend-net: create network 172.20.2.0/24, internal
                    why: Business logic and automation services; the engine has no network of this name.
                    risk none, no interruption; undo: remove network backend-net
                 4  download-net: create network 172.20.3.0/24
                    why: VPN-routed download services; the engine has no network of this name.
                    risk none, no interruption; undo: remove network download-net
                 5  mgmt-net: create network 172.20.4.0/24, internal
                    why: Infrastructure and monitoring services; the engine has no network of this name.
                    risk none, no interruption; undo: remove network mgmt-net
                 6  security-net: create network 172.20.5.0/24
                    why: Security and authentication services; the engine has no network of this name.
                    risk none, no interruption; undo: remove network security-net
                 7  2 files: write networks.yml, docker-compose.yml
                    why: 2 files (1 new) state what services have from here on.
                    risk none, no interruption; undo: write the old bytes of networks.yml, docker-compose.yml
                 8  traefik: recreate from the files, wait until healthy
                    why: joins dmz-net, frontend-net, backend-net, security-net. Stopped first: only one can be called traefik (container_name).
                    after 1-3, 6-7; risk low, away for about 2 s; undo: recreate traefik from the old files
                 9  cloudflared: recreate from the files, wait until healthy
                    why: joins dmz-net. Stopped first: only one can be called cloudflared (container_name).
                    after 1, 7-8; risk low, away for about 2 s; undo: recreate cloudflared from the old files
                10  gluetun, qbittorrent: recreate from the files, wait until healthy
                    why: they join download-net; FIREWALL_OUTBOUND_SUBNETS of gluetun changes; qbittorrent shares the network of gluetun.
                    after 4, 7, 9; risk medium, away for about 20 s; undo: recreate gluetun, qbittorrent from the old files
                11  bazarr: recreate from the files, wait until healthy
                    why: joins backend-net. Stopped first: only one can be called bazarr (container_name).
                    after 3, 7, 9; risk low, away for about 2 s; undo: recreate bazarr from the old files
                12  prowlarr: recreate from the files, wait until healthy
                    why: joins backend-net, download-net. Stopped first: only one can be called prowlarr (container_name).
                    after 3-4, 7, 9; risk low, away for about 2 s; undo: recreate prowlarr from the old files
                13  radarr: recreate from the files, wait until healthy
                    why: joins backend-net, download-net. Stopped first: only one can be called radarr (container_name).
                    after 3-4, 7, 9; risk low, away for about 2 s; undo: recreate radarr from the old files
                14  sonarr: recreate from the files, wait until healthy
                    why: joins backend-net, download-net. Stopped first: only one can be called sonarr (container_name).
                    after 3-4, 7, 9; risk low, away for about 2 s; undo: recreate sonarr from the old files
                15  jellyfin: recreate from the files, wait until healthy
                    why: joins frontend-net. Stopped first: only one can be called jellyfin (container_name).
                    after 2, 7, 9; risk low, away for about 2 s; undo: recreate jellyfin from the old files
                16  web-ui: recreate from the files, wait until healthy
                    why: joins frontend-net. Stopped first: only one can be called web-ui (container_name).
                    after 2, 7, 9; risk low, away for about 2 s; undo: recreate web-ui from the old files
                17  jellyseerr: recreate from the files, wait until healthy
                    why: joins frontend-net, backend-net. Stopped first: only one can be called jellyseerr (container_name).
                    after 2-3, 7, 9, 15; risk low, away for about 2 s; undo: recreate jellyseerr from the old files
                18  alertmanager: recreate from the files, wait until healthy
                    why: joins mgmt-net. Stopped first: only one can be called alertmanager (container_name).
                    after 5, 7, 9; risk low, away for about 2 s; undo: recreate alertmanager from the old files
                19  autoheal: recreate from the files, wait until healthy
                    why: joins mgmt-net. Stopped first: only one can be called autoheal (container_name).
                    after 5, 7, 9; risk low, away for about 2 s; undo: recreate autoheal from the old files
                20  cadvisor: recreate from the files, wait until healthy
                    why: joins mgmt-net. Stopped first: only one can be called cadvisor (container_name).
                    after 5, 7, 9; risk low, away for about 2 s; undo: recreate cadvisor from the old files
                21  dozzle: recreate from the files, wait until healthy
                    why: joins mgmt-net. Stopped first: only one can be called dozzle (container_name).
                    after 5, 7, 9; risk low, away for about 2 s; undo: recreate dozzle from the old files
                22  node-exporter: recreate from the files, wait until healthy
                    why: joins mgmt-net. Stopped first: only one can be called node-exporter (container_name).
                    after 5, 7, 9; risk low, away for about 2 s; undo: recreate node-exporter from the old files
                23  prometheus: recreate from the files, wait until healthy
                    why: joins mgmt-net, frontend-net, backend-net, download-net. Stopped first: only one can be called prometheus (container_name).
                    after 2-5, 7, 9; risk low, away for about 2 s; undo: recreate prometheus from the old files
                24  grafana: recreate from the files, wait until healthy
                    why: joins mgmt-net, frontend-net. Stopped first: only one can be called grafana (container_name).
                    after 2, 5, 7, 9, 23; risk low, away for about 2 s; undo: recreate grafana from the old files
                25  19 services: wait until all run and are healthy
                    why: Nothing may be left behind.
                    after 8-24; risk none, no interruption; undo: nothing to undo
                """);
    }

    @Test
    void liveAttachRestartsOnlyWhoseSettingsChangeAndWhoSharesItsNetwork() throws Exception {
        Plan plan = plan(answers -> answers.withValue("apply", "live"), List.of());

        assertThat(plan.steps())
                .extracting(step -> step.operation().subject() + ": "
                        + step.operation().action() + ", " + step.interruption().toMillis() + " ms")
                .filteredOn(line -> !line.contains("create network"))
                .containsExactly(
                        "traefik: attach to dmz-net, 300 ms",
                        "traefik: attach to frontend-net, 0 ms",
                        "traefik: attach to backend-net, 0 ms",
                        "traefik: attach to security-net, 0 ms",
                        "cloudflared: attach to dmz-net, 300 ms",
                        "gluetun, qbittorrent: recreate from the files, wait until healthy, 20000 ms",
                        "bazarr: attach to backend-net, 0 ms",
                        "prowlarr: attach to backend-net, 0 ms",
                        "prowlarr: attach to download-net, 300 ms",
                        "radarr: attach to backend-net, 0 ms",
                        "radarr: attach to download-net, 300 ms",
                        "sonarr: attach to backend-net, 0 ms",
                        "sonarr: attach to download-net, 300 ms",
                        "jellyfin: attach to frontend-net, 0 ms",
                        "web-ui: attach to frontend-net, 0 ms",
                        "jellyseerr: attach to frontend-net, 0 ms",
                        "jellyseerr: attach to backend-net, 0 ms",
                        "alertmanager: attach to mgmt-net, 0 ms",
                        "autoheal: attach to mgmt-net, 0 ms",
                        "cadvisor: attach to mgmt-net, 0 ms",
                        "dozzle: attach to mgmt-net, 0 ms",
                        "node-exporter: attach to mgmt-net, 0 ms",
                        "prometheus: attach to mgmt-net, 0 ms",
                        "prometheus: attach to frontend-net, 0 ms",
                        "prometheus: attach to backend-net, 0 ms",
                        "prometheus: attach to download-net, 300 ms",
                        "grafana: attach to mgmt-net, 0 ms",
                        "grafana: attach to frontend-net, 0 ms",
                        "19 services: wait until all run and are healthy, 0 ms");
    }

    @Test
    void aContainerAttachedLiveAnswersToTheNamesThatComposeWouldGiveIt() throws Exception {
        Plan plan = plan(answers -> answers.withValue("apply", "live"), List.of());

        assertThat(plan.steps())
                .extracting(PlanStep::operation)
                .filteredOn(operation -> operation instanceof Operation.Connect connect
                        && connect.member().service().equals("web-ui"))
                .extracting(
                        operation -> ((Operation.Connect) operation).endpoint().aliases())
                .containsExactly(List.of("web-ui"));
    }

    @Test
    void whatIsThereAlreadyIsNotPlannedAgain() throws Exception {
        NetworkOptions ours = new NetworkOptions(
                Optional.of("bridge"),
                false,
                false,
                false,
                false,
                Map.of(),
                Map.of(
                        "dev.bulkhead.project",
                        "mediaserver",
                        "com.docker.compose.project",
                        "mediaserver",
                        "com.docker.compose.network",
                        "dmz-net"));
        engine.createNetwork(new NetworkSpec("dmz-net", ours, List.of(Subnet.of("172.20.0.0/24"))));

        Plan plan = plan(UnaryOperator.identity(), List.of());

        assertThat(plan.steps())
                .filteredOn(step -> step.operation() instanceof Operation.CreateNetwork)
                .extracting(step -> step.operation().subject())
                .containsExactly("frontend-net", "backend-net", "download-net", "mgmt-net", "security-net");
    }

    @Test
    void aProjectThatIsAsWantedNeedsNothing() throws Exception {
        ScriptedIteration foundation = new ScriptedIteration(playbook, FoundationProposers.all());
        IterationInput input =
                new IterationInput(topology, new CatalogueReader().readBundled(), engine.observe(), List.of());
        Goal goal = foundation.goal(input, Answers.proposed("1", foundation.questions(input)));
        for (Phase.WantedNetwork network : goal.networks()) {
            engine.createNetwork(network.spec());
        }
        topology = afterFirstPhase(goal);
        engine.up(topology, List.copyOf(topology.services().keySet()), line -> {});

        assertThat(plan(UnaryOperator.identity(), List.of()).text()).isEqualTo("""
                Plan: Network Foundation for mediaserver
                Nothing to do: files and engine are as wanted.
                """);
    }

    @Test
    void aNetworkOfTheSameNameWithAnotherRangeIsLeftToTheOperator() throws Exception {
        ObservedNetwork old =
                new ObservedNetwork("n1", "dmz-net", NetworkOptions.defaults(), List.of(Subnet.of("10.1.0.0/24")));
        Phase phase = Phase.adding(
                "Networks",
                new ProjectEdit.Series("nothing", List.of()),
                List.of(new Phase.WantedNetwork(
                        "dmz-net",
                        new NetworkSpec("dmz-net", NetworkOptions.defaults(), List.of(Subnet.of("172.20.0.0/24"))),
                        "ingress")),
                Phase.Joining.RECREATE);
        Goal goal = new Goal(List.of(phase), new TreeMap<>(), List.of(), MayGo.NOTHING, new TreeMap<>(), List.of());

        assertThatThrownBy(() -> Planner.plan(new PlanInput(
                        playbook.id(),
                        playbook.title(),
                        goal,
                        topology,
                        List.of(new PlanInput.PhaseFiles(topology, List.of())),
                        new ObservedState(List.of(old), List.of()))))
                .isInstanceOf(PlanException.class)
                .hasMessage("The engine has a network dmz-net already, with 10.1.0.0/24 instead of 172.20.0.0/24;"
                        + " remove or rename it first.");
    }

    @Test
    void servicesWithoutAContainerAreStarted() throws Exception {
        engine.remove(topology, List.of("fail2ban"), line -> {});

        Plan plan = plan(UnaryOperator.identity(), List.of());

        assertThat(plan.steps())
                .filteredOn(step -> step.operation().services().equals(List.of("fail2ban")))
                .extracting(PlanStep::cause)
                .containsExactly("fail2ban has no container yet.");
    }
}
