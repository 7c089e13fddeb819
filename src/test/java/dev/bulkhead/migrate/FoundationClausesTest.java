package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What iteration 1 keeps as it is: options of the present network, the default route, closed doors, lists of VPNs. */
class FoundationClausesTest {

    private final Path directory;

    FoundationClausesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Review review(String compose) throws Exception {
        return PracticeProject.of(directory, compose).migration().session("1").review();
    }

    private static String after(Review review, String file) {
        return review.patch().changes().stream()
                .filter(change -> change.name().equals(file))
                .findFirst()
                .orElseThrow()
                .after()
                .orElseThrow();
    }

    private static Map<String, List<String>> joined(Review review) {
        return review.goal().edits().stream()
                .filter(TopologyEdit.Attach.class::isInstance)
                .map(TopologyEdit.Attach.class::cast)
                .collect(Collectors.groupingBy(
                        TopologyEdit.Attach::service,
                        Collectors.mapping(attach -> attach.attachment().network(), Collectors.toList())));
    }

    @Test
    void driverOptionsOfThePresentNetworkGoAlong() throws Exception {
        Review review = review("""
            name: home
            services:
              traefik:
                image: traefik:v3
                ports: ["80:80"]
              jellyfin: {image: "jellyfin/jellyfin:10", ports: ["8096:8096"]}
            networks:
              default:
                driver_opts:
                  com.docker.network.driver.mtu: "1400"
                  com.docker.network.bridge.host_binding_ipv4: 127.0.0.1
                  com.docker.network.bridge.enable_ip_masquerade: "false"
                  com.docker.network.bridge.enable_icc: "true"
            """);

        assertThat(review.goal().networks())
                .isNotEmpty()
                .extracting(Phase.WantedNetwork::spec)
                .allSatisfy(spec -> assertThat(spec.options().driverOpts())
                        .containsEntry("com.docker.network.driver.mtu", "1400")
                        .containsEntry("com.docker.network.bridge.host_binding_ipv4", "127.0.0.1")
                        .containsEntry("com.docker.network.bridge.enable_ip_masquerade", "false")
                        .containsEntry("com.docker.network.bridge.enable_icc", "true"));
        assertThat(after(review, "networks.yml")).contains("com.docker.network.driver.mtu: \"1400\"");
    }

    @Test
    void whatGoesByIpv6IsSaidToStay() throws Exception {
        Review review = review("""
            name: home
            services:
              jellyfin: {image: "jellyfin/jellyfin:10"}
            networks:
              default: {enable_ipv6: true, ipam: {config: [{subnet: "fd00:20::/64"}, {subnet: 172.30.0.0/24}]}}
            """);

        assertThat(review.notes())
                .contains("Network home_default has IPv6 and the new ones have not: what goes out or comes in by IPv6"
                        + " still does so over home_default.");
    }

    @Test
    void theDefaultRouteStaysWhereItIsWhateverTheNewNetworkIsCalled() throws Exception {
        Review review = review("""
            name: home
            services:
              traefik: {image: "traefik:v3", ports: ["127.0.0.1:80:80"], networks: [zone]}
              cloudflared: {image: cloudflare/cloudflared, networks: [zone]}
            networks: {zone: {}}
            """);

        assertThat(joined(review)).containsEntry("traefik", List.of("dmz-net"));
        assertThat(after(review, "compose.yml")).contains("gw_priority: -1");
        assertThat(review.plan().text()).contains("attach to dmz-net, default route kept where it is");
        assertThat(review.effect().outages()).isEmpty();
    }

    @Test
    void aPortOnLoopbackStaysThereAndNothingOpens() throws Exception {
        PracticeProject project = PracticeProject.of(directory, """
            name: home
            services:
              traefik: {image: "traefik:v3", ports: ["80:80"], networks: [zone]}
              grafana: {image: "grafana/grafana:12", ports: ["127.0.0.1:3000:3000"], networks: [zone]}
            networks: {zone: {}}
            """);
        MigrationSession session = project.migration().session("1");
        session.answer(Answers.proposed("1", session.questions()).withValue("apply", "recreate"));
        Review review = session.review();

        assertThat(review.effect().reach().changes()).isEmpty();
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        assertThat(project.engine()
                        .observe()
                        .containers("home", "grafana")
                        .getFirst()
                        .ports())
                .extracting(port -> port.text())
                .containsExactly("127.0.0.1:3000:3000");
    }

    @Test
    void whoNeedsTheSocketAloneJoinsOneTier() throws Exception {
        Review review = review("""
            name: home
            services:
              autoheal:
                image: willfarrell/autoheal:1
                environment: {AUTOHEAL_CONTAINER_LABEL: autoheal}
                volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
              dozzle:
                image: amir20/dozzle:v8
                volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
              sonarr: {image: "lscr.io/linuxserver/sonarr:4.0", labels: {autoheal: "true"}}
              postgres: {image: "postgres:17", labels: {autoheal: "true"}}
            """);

        assertThat(joined(review))
                .containsEntry("autoheal", List.of("mgmt-net"))
                .containsEntry("dozzle", List.of("mgmt-net"));
    }

    @Test
    void nothingOpensWhereTheRulesDenyWhatTheyDoNotName() throws Exception {
        SampleFiles.copyTree(Path.of("assets", "samples", "medianest"), directory);
        MigrationSession session = new PracticeProject(directory).migration().session("1");
        Review review = session.review();

        assertThat(review.effect().reach().groups()).isEmpty();
        assertThat(review.effect().unaccepted(Set.of())).isEmpty();
        // the vault may not reach the internet, and nothing but the load balancer may reach the firewall of the web
        // pages
        assertThat(joined(review)).doesNotContainKey("vault").containsEntry("waf", List.of("dmz-net"));
        assertThat(session.questions().getFirst().help())
                .endsWith(
                        " The operator's rules keep waf from frontend, vault from security, medianest from security.");
    }

    @Test
    void nothingOpensInAProjectWhereEachPairHasItsOwnNetwork() throws Exception {
        Review review = review("""
            name: home
            services:
              traefik: {image: "traefik:v3", ports: ["80:80"], networks: [web]}
              sonarr: {image: "lscr.io/linuxserver/sonarr:4.0", networks: [web, index]}
              prowlarr: {image: "lscr.io/linuxserver/prowlarr:1", networks: [index]}
              radarr: {image: "lscr.io/linuxserver/radarr:5", networks: [movies]}
              postgres: {image: "postgres:17", networks: [movies]}
            networks: {web: {}, index: {}, movies: {}}
            """);

        assertThat(review.plan().steps()).isEmpty();
        assertThat(review.effect().reach().changes()).isEmpty();
        assertThat(review.notes())
                .containsExactly(
                        "The project is segmented already: its 5 services stand on 3 networks, at most 2 on one."
                                + " No tier is proposed; put services into tiers in the answers to add some.");
    }

    private static final String VPN = """
        name: home
        services:
          gluetun:
            image: qmcgaw/gluetun:v3
            environment:
              FIREWALL_OUTBOUND_SUBNETS: LIST
          sonarr: {image: "lscr.io/linuxserver/sonarr:4.0"}
        """;

    @Test
    void aVpnsListInTheFileLearnsTheNewRangeAndThatOfThePresentNetwork() throws Exception {
        assertThat(after(review(VPN.replace("LIST", "192.168.1.0/24")), "compose.yml"))
                .contains("FIREWALL_OUTBOUND_SUBNETS: 172.18.0.0/16,172.20.0.0/16,192.168.1.0/24");
    }

    @Test
    void aVpnsListThatIsADefaultInTheFileIsCorrectedThere() throws Exception {
        assertThat(after(review(VPN.replace("LIST", "${LANS:-192.168.1.0/24}")), "compose.yml"))
                .contains("FIREWALL_OUTBOUND_SUBNETS: ${LANS:-172.18.0.0/16,172.20.0.0/16,192.168.1.0/24}");
    }

    @Test
    void aVpnsListInTheVariablesFileIsCorrectedThere() throws Exception {
        Files.writeString(directory.resolve(".env"), "# ours\nLANS=192.168.1.0/24\nTZ=UTC\n");
        Review review = review(VPN.replace("LIST", "${LANS}"));

        assertThat(after(review, ".env"))
                .isEqualTo("# ours\nLANS=172.18.0.0/16,172.20.0.0/16,192.168.1.0/24\nTZ=UTC\n");
        assertThat(after(review, "compose.yml")).contains("FIREWALL_OUTBOUND_SUBNETS: ${LANS}");
    }

    @Test
    void aVpnsListInBothIsCorrectedInBoth() throws Exception {
        Files.writeString(directory.resolve(".env"), "LANS=192.168.1.0/24\n");
        Review review = review(VPN.replace("LIST", "${LANS:-192.168.1.0/24}"));

        assertThat(after(review, ".env")).isEqualTo("LANS=172.18.0.0/16,172.20.0.0/16,192.168.1.0/24\n");
        assertThat(after(review, "compose.yml"))
                .contains("FIREWALL_OUTBOUND_SUBNETS: ${LANS:-172.18.0.0/16,172.20.0.0/16,192.168.1.0/24}");
    }
}
