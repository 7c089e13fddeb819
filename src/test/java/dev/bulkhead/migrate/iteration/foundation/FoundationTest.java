package dev.bulkhead.migrate.iteration.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.ScriptedIteration;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundationTest {

    private static final ObservedState EMPTY = new ObservedState(List.of(), List.of());

    private static ScriptedIteration foundation() throws Exception {
        return new ScriptedIteration(new PlaybookReader().readBuiltIn().getFirst(), FoundationProposers.all());
    }

    private static Topology sample(String name) throws Exception {
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(SampleFiles.original(name)))
                .topology();
    }

    private static IterationInput input(String sample, ObservedState observed, List<UsedRange> routes)
            throws Exception {
        return new IterationInput(sample(sample), new CatalogueReader().readBundled(), observed, routes);
    }

    private static Map<String, List<String>> proposed(String sample) throws Exception {
        return rows(sample).stream()
                .collect(Collectors.toMap(TierProposal::service, TierProposal::tierIds, (a, b) -> a, TreeMap::new));
    }

    private static List<TierProposal> rows(String sample) throws Exception {
        for (Question question : foundation().questions(input(sample, EMPTY, List.of()))) {
            if (question instanceof Question.Tiers table) {
                return table.rows();
            }
        }
        throw new AssertionError("there is no question about tiers");
    }

    private static Goal goal(IterationInput input) throws Exception {
        return foundation().goal(input, Answers.proposed("1", foundation().questions(input)));
    }

    private static Map<String, String> ranges(Goal goal) {
        Map<String, String> ranges = new TreeMap<>();
        for (Phase.WantedNetwork network : goal.networks()) {
            NetworkSpec spec = network.spec();
            ranges.put(
                    spec.name(),
                    spec.subnets().getFirst().subnet().orElseThrow()
                            + (spec.options().internal() ? " internal" : ""));
        }
        return ranges;
    }

    @Test
    void mediaServerStandsWhereItsOwnersPutIt() throws Exception {
        assertThat(proposed(SampleFiles.MEDIASERVER))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("traefik", List.of("dmz", "frontend", "backend", "security")),
                        Map.entry("cloudflared", List.of("dmz")),
                        Map.entry("jellyfin", List.of("frontend")),
                        Map.entry("jellyseerr", List.of("frontend", "backend")),
                        Map.entry("web-ui", List.of("frontend")),
                        Map.entry("sonarr", List.of("backend", "download")),
                        Map.entry("radarr", List.of("backend", "download")),
                        Map.entry("prowlarr", List.of("backend", "download")),
                        Map.entry("bazarr", List.of("backend")),
                        Map.entry("gluetun", List.of("download")),
                        Map.entry("autoheal", List.of("mgmt")),
                        Map.entry("prometheus", List.of("mgmt", "frontend", "backend", "download")),
                        Map.entry("grafana", List.of("mgmt", "frontend")),
                        Map.entry("cadvisor", List.of("mgmt")),
                        Map.entry("node-exporter", List.of("mgmt")),
                        Map.entry("alertmanager", List.of("mgmt")),
                        Map.entry("dozzle", List.of("mgmt")),
                        Map.entry("qbittorrent", List.of()),
                        Map.entry("fail2ban", List.of())));
    }

    @Test
    void hydraKeepsItsDatabasesToThoseWhoseFilesNameThem() throws Exception {
        assertThat(proposed(SampleFiles.HYDRA))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("alertmanager", List.of("mgmt")),
                        Map.entry("crewai", List.of("backend", "data")),
                        Map.entry("docling", List.of("backend")),
                        Map.entry("grafana", List.of("mgmt", "frontend")),
                        Map.entry("homepage", List.of("frontend")),
                        Map.entry("hydra-tools-api", List.of("backend", "data")),
                        Map.entry("letta", List.of("backend", "data")),
                        Map.entry("litellm", List.of("backend", "data")),
                        Map.entry("loki", List.of("mgmt")),
                        Map.entry("neo4j", List.of("data")),
                        Map.entry("open-webui", List.of("frontend", "backend")),
                        Map.entry("perplexica", List.of("frontend", "backend")),
                        Map.entry("postgres", List.of("data")),
                        Map.entry("prometheus", List.of("mgmt", "frontend", "backend", "data")),
                        Map.entry("promtail", List.of("mgmt")),
                        Map.entry("qdrant", List.of("data")),
                        Map.entry("redis", List.of("data")),
                        Map.entry("sillytavern", List.of("frontend", "backend"))));
    }

    @Test
    void medianestPassesEveryRequestThroughItsTiersInTurn() throws Exception {
        Map<String, List<String>> proposed = proposed(SampleFiles.MEDIANEST);

        assertThat(proposed)
                .containsEntry("haproxy", List.of("dmz"))
                .containsEntry("waf", List.of("dmz", "frontend"))
                .containsEntry("nginx", List.of("frontend"))
                .containsEntry("medianest", List.of("frontend", "data", "security"))
                .containsEntry("postgres", List.of("data"))
                .containsEntry("vault", List.of("security"));
    }

    @Test
    void everyProposalSaysWhyAndEveryAbsenceToo() throws Exception {
        assertThat(rows(SampleFiles.MEDIASERVER))
                .filteredOn(
                        row -> List.of("jellyseerr", "autoheal", "qbittorrent").contains(row.service()))
                .extracting(row -> row.service() + ": "
                        + row.tiers().stream()
                                .map(tier -> tier.tier() + " - " + tier.reason())
                                .collect(Collectors.joining(" | "))
                        + row.unattachable().orElse(""))
                .containsExactly(
                        "autoheal: mgmt - Autoheal looks after other containers.",
                        "jellyseerr: frontend - Jellyseerr is what people open."
                                + " | backend - It calls sonarr on port 8989.",
                        "qbittorrent: It is where gluetun is, whose network it shares.");
    }

    @Test
    void mediaServersNetworksGetTheSeedsRanges() throws Exception {
        assertThat(ranges(goal(input(SampleFiles.MEDIASERVER, EMPTY, List.of()))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "dmz-net", "172.20.0.0/24",
                        "frontend-net", "172.20.1.0/24 internal",
                        "backend-net", "172.20.2.0/24 internal",
                        "download-net", "172.20.3.0/24",
                        "mgmt-net", "172.20.4.0/24 internal",
                        "security-net", "172.20.5.0/24"));
    }

    /** The tier of the new service comes before one that is there, whose range would be the next. */
    @Test
    void aNewServiceOfASegmentedProjectGetsANetworkBesideThoseThatAreThere(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), """
                name: shop
                services:
                  traefik: {image: "traefik:v3.5", ports: ["443:443"], networks: [default, dmz-net]}
                  db: {image: "postgres:17", networks: [default, data-net]}
                  api: {image: "example/api:1", depends_on: [db]}
                networks:
                  dmz-net: {name: dmz-net, ipam: {config: [{subnet: 172.20.0.0/24}]}}
                  data-net: {name: data-net, internal: true, ipam: {config: [{subnet: 172.20.1.0/24}]}}
                """);
        Topology topology = new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(folder))
                .topology();

        Goal goal = goal(new IterationInput(topology, new CatalogueReader().readBundled(), EMPTY, List.of()));

        assertThat(ranges(goal)).isEqualTo(Map.of("backend-net", "172.20.2.0/24 internal"));
        assertThat(goal.notes()).noneMatch(note -> note.contains("stay on the present network"));
    }

    @Test
    void rangesMoveOutOfTheWayOfLanAndVpn() throws Exception {
        List<UsedRange> routes = List.of(UsedRange.hostRoute("wg0", Cidr.of("172.20.0.0/14")));

        assertThat(ranges(goal(input(SampleFiles.MEDIASERVER, EMPTY, routes))))
                .containsEntry("dmz-net", "172.24.0.0/24")
                .containsEntry("security-net", "172.24.5.0/24");
    }

    @Test
    void aTakenBaseIsRefusedWithWhoUsesItAndWhatWouldDo() throws Exception {
        List<UsedRange> routes = List.of(UsedRange.hostRoute("wg0", Cidr.of("172.20.0.0/16")));
        IterationInput input = input(SampleFiles.MEDIASERVER, EMPTY, routes);
        Answers answers =
                Answers.proposed("1", foundation().questions(input)).withValue("subnet-base", "172.20.0.0/16");

        assertThatThrownBy(() -> foundation().goal(input, answers))
                .isInstanceOf(AnswersException.class)
                .hasMessage("The range 172.20.0.0/16 has no room for 6 networks: the host's route through wg0 uses"
                        + " 172.20.0.0/16. Choose another subnet-base, for instance 172.21.0.0/16.");
    }

    @Test
    void aNetworkNameThatAnotherProjectUsesGetsTheProjectInFront() throws Exception {
        ObservedNetwork foreign =
                new ObservedNetwork("n1", "dmz-net", NetworkOptions.defaults(), List.of(Subnet.of("10.9.0.0/24")));

        Goal goal = goal(input(SampleFiles.MEDIASERVER, new ObservedState(List.of(foreign), List.of()), List.of()));

        assertThat(ranges(goal)).containsKey("mediaserver-dmz-net").doesNotContainKey("dmz-net");
    }

    @Test
    void theVpnsFirewallLearnsTheNewRangeAndNothingElseChangesInTheFiles() throws Exception {
        Goal goal = goal(input(SampleFiles.MEDIASERVER, EMPTY, List.of()));

        assertThat(goal.edits())
                .filteredOn(edit -> !(edit instanceof TopologyEdit.Attach))
                .filteredOn(edit -> !(edit instanceof TopologyEdit.AddNetwork))
                .containsExactly(new TopologyEdit.SetEnvironment(
                        "gluetun", "FIREWALL_OUTBOUND_SUBNETS", "172.18.0.0/16,172.20.0.0/16,192.168.1.0/24"));
    }

    @Test
    void flowsAreFoundInRoutesVariablesDependenciesAndTheCatalogue() throws Exception {
        Goal goal = goal(input(SampleFiles.MEDIASERVER, EMPTY, List.of()));

        assertThat(goal.mustHold())
                .extracting(flow -> flow.rule() + " # " + flow.why())
                .contains(
                        "traefik -> jellyfin:8096 # A route of traefik leads to it.",
                        "traefik -> gluetun:8080 # A route of traefik leads to it.",
                        "web-ui -> jellyfin:8096 # Named in its HOMEPAGE_VAR_JELLYFIN_URL.",
                        "sonarr -> gluetun:8080 # Usual between the two: adds downloads.",
                        "cloudflared -> internet # It needs the internet: the tunnel itself.");
    }

    @Test
    void everyMustFlowOfTheOwnersRulesBetweenServicesIsProposed() throws Exception {
        List<String> proposed = goal(input(SampleFiles.MEDIASERVER, EMPTY, List.of())).mustHold().stream()
                .map(MustFlow::rule)
                .toList();
        String rules =
                Files.readString(SampleFiles.original(SampleFiles.MEDIASERVER).resolve("bulkhead.yml"));
        List<String> owners = rules.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("- must: "))
                .map(line -> line.substring("- must: ".length()))
                .toList();

        assertThat(owners).isNotEmpty();
        assertThat(proposed).containsAll(owners);
    }

    @Test
    void namesTheFlowsThatOnlyThePresentNetworkCarries() throws Exception {
        assertThat(goal(input(SampleFiles.MEDIASERVER, EMPTY, List.of())).notes())
                .first()
                .isEqualTo("These flows stay on the present network alone, until it is retired:"
                        + " traefik -> alertmanager:9093, traefik -> cadvisor:8080, traefik -> dozzle:8080,"
                        + " traefik -> gluetun:8080, radarr -> jellyfin:8096, sonarr -> jellyfin:8096.");
    }

    @Test
    void aNetworkOfItsOwnThatComposeWouldRefuseIsSaid() throws Exception {
        ObservedNetwork left = new ObservedNetwork(
                "n1",
                "dmz-net",
                new NetworkOptions(
                        Optional.of("bridge"),
                        false,
                        false,
                        false,
                        false,
                        Map.of(),
                        Map.of("dev.bulkhead.project", "mediaserver", "dev.bulkhead.tier", "dmz")),
                List.of(Subnet.of("172.20.0.0/24")));
        IterationInput input = input(SampleFiles.MEDIASERVER, new ObservedState(List.of(left), List.of()), List.of());

        assertThatThrownBy(() -> goal(input))
                .isInstanceOf(AnswersException.class)
                .hasMessage(
                        "Network dmz-net is there already and was not created for Docker Compose, which would refuse it."
                                + " Remove it with docker network rm dmz-net, or answer external to networks.");
    }
}
