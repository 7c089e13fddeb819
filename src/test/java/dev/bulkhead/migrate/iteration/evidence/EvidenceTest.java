package dev.bulkhead.migrate.iteration.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.scrape.Scrapes;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.ContainerSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static UnaryOperator<ContainerSpec> image(String image) {
        return c -> ContainerSpec.ofImage(image);
    }

    private static UnaryOperator<ContainerSpec> environment(Map<String, String> variables) {
        return c -> c.withEnvironment(variables);
    }

    private static UnaryOperator<ContainerSpec> labels(Map<String, String> labels) {
        return c -> c.withLabels(labels);
    }

    private static List<String> flows(Stack stack) throws Exception {
        return Evidence.of(stack.topology(), new CatalogueReader().readBundled(), SettingsFiles.NONE).flows().stream()
                .map(flow -> flow.rule() + " " + flow.source() + " " + flow.why())
                .toList();
    }

    @Test
    void anAddressInAVariableIsAFlowAndItsPasswordStaysOut() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("api", "n")
                .service("store", "n")
                .container("api", environment(Map.of("STORE_URL", "postgresql://me:s3cret@store:5433/db")));

        assertThat(flows(stack)).containsExactly("api -> store:5433 SETTING Named in its STORE_URL.");
    }

    @Test
    void aSchemesUsualPortIsTakenWhereNoneIsWritten() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("api", "n")
                .service("store", "n")
                .container("api", environment(Map.of("A", "redis://store/0", "B", "https://elsewhere.example/")));

        assertThat(flows(stack)).containsExactly("api -> store:6379 SETTING Named in its A.");
    }

    @Test
    void aVariableThatNamesAHostIsAFlowToThePortBesideIt() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("api", "n")
                .service("store", "n")
                .container("api", environment(Map.of("DB_HOST", "store", "DB_PORT", "7000")));

        assertThat(flows(stack)).containsExactly("api -> store:7000 SETTING Named in its DB_HOST.");
    }

    @Test
    void hostsInHealthChecksAreFlows() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("api", "n")
                .service("cache", "n")
                .service("store", "n")
                .service("web", "n");
        SettingsFiles checks = new SettingsFiles(
                ProxyFiles.NONE,
                Scrapes.NONE,
                new TreeMap<>(Map.of(
                        "api", "CMD-SHELL pg_isready -h store -p 5433 && nc -z -w 2 cache 6379",
                        "web", "CMD curl -f http://localhost:80 http://api:8080/ready",
                        "store", "CMD pg_isready -h localhost")),
                Set.of(),
                List.of(),
                Optional.empty());

        assertThat(Evidence.of(stack.topology(), new CatalogueReader().readBundled(), checks)
                        .flows())
                .extracting(flow -> flow.rule() + " " + flow.why())
                .containsExactly(
                        "api -> store:5433 Named in its health check.",
                        "api -> cache:6379 Named in its health check.",
                        "web -> api:8080 Named in its health check.");
    }

    @Test
    void aHostThatSharesANetworkIsReachedAtItsOwner() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("api", "n")
                .service("vpn", "n")
                .mode("torrent", "service:vpn")
                .container("api", environment(Map.of("TORRENT_URL", "http://torrent:8080")));

        assertThat(flows(stack)).containsExactly("api -> vpn:8080 SETTING Named in its TORRENT_URL.");
    }

    @Test
    void aServiceOnTheHostsNetworkIsNotCalledByName() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("api", "n")
                .mode("agent", "host")
                .container("api", environment(Map.of("AGENT_URL", "http://agent:9000")));

        assertThat(flows(stack)).isEmpty();
    }

    @Test
    void traefiksRoutesComeFromLabels() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("edge", "n")
                .container("edge", image("traefik:v3"))
                .service("shop", "n")
                .container(
                        "shop",
                        labels(Map.of(
                                "traefik.http.routers.shop.rule", "Host(`shop.lan`)",
                                "traefik.http.services.shop.loadbalancer.server.port", "4000")))
                .service("hidden", "n")
                .container(
                        "hidden",
                        labels(Map.of("traefik.enable", "false", "traefik.http.routers.hidden.rule", "Host(`h.lan`)")));

        assertThat(flows(stack)).containsExactly("edge -> shop:4000 ROUTE A route of edge leads to it.");
    }

    @Test
    void nginxProxysRoutesComeFromVariables() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("edge", "n")
                .container("edge", image("nginxproxy/nginx-proxy"))
                .service("shop", "n")
                .container("shop", environment(Map.of("VIRTUAL_HOST", "shop.lan", "VIRTUAL_PORT", "4000")));

        assertThat(flows(stack)).containsExactly("edge -> shop:4000 ROUTE A route of edge leads to it.");
    }

    @Test
    void whatTheFilesSayOfAPairCountsMoreThanWhatIsUsual() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("seerr", "n")
                .container("seerr", image("fallenbagel/jellyseerr"))
                .container("seerr", environment(Map.of("SONARR_URL", "http://sonarr:9999")))
                .service("sonarr", "n")
                .container("sonarr", image("linuxserver/sonarr"));

        assertThat(flows(stack)).containsExactly("seerr -> sonarr:9999 SETTING Named in its SONARR_URL.");
    }

    @Test
    void aManagerWatchesThoseWhoCarryTheLabelItNames() throws Exception {
        Stack stack = new Stack()
                .network("n")
                .service("healer", "n")
                .container("healer", image("willfarrell/autoheal"))
                .container("healer", environment(Map.of("AUTOHEAL_CONTAINER_LABEL", "autoheal")))
                .service("vpn", "n")
                .container("vpn", labels(Map.of("autoheal", "true")))
                .service("app", "n");

        assertThat(Evidence.of(stack.topology(), new CatalogueReader().readBundled(), SettingsFiles.NONE)
                        .watched())
                .containsExactly(new Watched("healer", "vpn", "autoheal"));
    }

    @Test
    void theCatalogueTellsWhoNeedsTheInternetAndWhatFor() throws Exception {
        Stack stack =
                new Stack().network("n").service("subtitles", "n").container("subtitles", image("linuxserver/bazarr"));

        assertThat(Evidence.of(stack.topology(), new CatalogueReader().readBundled(), SettingsFiles.NONE)
                        .internet())
                .extracting(flow -> flow.rule() + " " + flow.why())
                .containsExactly("subtitles -> internet It needs the internet: subtitles.");
    }

    @Test
    void imagesOfOtherRegistriesAreKnownByTheirName() throws Exception {
        Stack stack = new Stack().network("n").service("db", "n").container("db", image("registry.lan/postgres:16"));

        assertThat(Evidence.of(stack.topology(), new CatalogueReader().readBundled(), SettingsFiles.NONE)
                        .profile("db")
                        .flatMap(ServiceProfile::mainPort))
                .isEqualTo(Optional.of(5432));
    }
}
