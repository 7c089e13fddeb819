package dev.bulkhead.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonProvider;

class BundledCatalogueTest {

    private static Catalogue catalogue = Catalogue.empty();

    @BeforeAll
    static void readOnce() throws CatalogueException {
        catalogue = new CatalogueReader().readBundled();
    }

    @Test
    void knowsAtLeastAHundredImages() {
        assertThat(catalogue.entries()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "lscr.io/linuxserver/sonarr:latest, sonarr",
        "ghcr.io/hotio/sonarr, sonarr",
        "traefik:v3.5, traefik",
        "docker.io/library/postgres:16@sha256:abc, postgres",
        "mirror.lan:5000/prom/prometheus:v3, prometheus",
        "quay.io/prometheus/node-exporter:v1.9.1, node-exporter",
        "nextcloud, nextcloud",
        "redis/redis-stack-server:latest, redis",
    })
    void findsAnImageHoweverItIsWritten(String image, String id) {
        assertThat(catalogue.byImage(image).map(CatalogueEntry::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"hydra/crewai:local", "medianest/app:1.4.0", "busybox", "traefik-something", "'${IMAGE}'"})
    void knowsNothingOfOtherImages(String image) {
        assertThat(catalogue.byImage(image)).isEmpty();
    }

    @Test
    void takesThePublishersWayWithSecretsOverTheEntrys() {
        assertThat(catalogue.byImage("mariadb:11").flatMap(e -> e.secrets().fileVariable("MYSQL_PASSWORD")))
                .contains("MYSQL_PASSWORD_FILE");
        assertThat(catalogue
                        .byImage("lscr.io/linuxserver/mariadb:latest")
                        .flatMap(e -> e.secrets().fileVariable("MYSQL_PASSWORD")))
                .contains("FILE__MYSQL_PASSWORD");
    }

    @Test
    void claimsNoSecretFilesForImagesOfOtherPublishers() {
        assertThat(catalogue.byImage("ghcr.io/hotio/sonarr").map(CatalogueEntry::secrets))
                .contains(SecretVariables.NONE);
    }

    /** The assignments that the media server's own migration arrived at. */
    @ParameterizedTest
    @CsvSource({
        "traefik, DMZ FRONTEND BACKEND SECURITY",
        "cloudflared, DMZ",
        "jellyfin, FRONTEND",
        "jellyseerr, FRONTEND BACKEND",
        "homepage, FRONTEND",
        "sonarr, BACKEND DOWNLOAD",
        "radarr, BACKEND DOWNLOAD",
        "prowlarr, BACKEND DOWNLOAD",
        "bazarr, BACKEND",
        "gluetun, DOWNLOAD",
        "autoheal, MGMT DOWNLOAD",
        "prometheus, MGMT FRONTEND BACKEND DOWNLOAD",
        "grafana, MGMT FRONTEND",
        "cadvisor, MGMT",
        "node-exporter, MGMT",
        "alertmanager, MGMT",
        "dozzle, MGMT",
    })
    void placesTheMediaServersImages(String id, String tiers) {
        Placement placement = catalogue.byId(id).orElseThrow().placement();
        List<ImageTier> stated =
                Arrays.stream(tiers.split(" ")).map(ImageTier::valueOf).toList();
        assertThat(placement.tier()).isEqualTo(stated.getFirst());
        assertThat(placement.also()).isEqualTo(stated.subList(1, stated.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "jellyseerr, sonarr, 8989",
        "sonarr, prowlarr, 9696",
        "sonarr, qbittorrent, 8080",
        "bazarr, radarr, 7878",
        "prometheus, node-exporter, 9100",
        "prometheus, traefik, 8080",
        "grafana, prometheus, 9090",
        "cloudflared, traefik, 80",
        "litellm, postgres, 5432",
    })
    void knowsTheUsualFlows(String from, String to, int port) {
        assertThat(catalogue.byId(from).orElseThrow().traffic().talksTo())
                .filteredOn(flow -> flow.target().equals(to))
                .extracting(Integration::port)
                .containsExactly(port);
    }

    @ParameterizedTest
    @CsvSource({"bazarr, subtitles", "prowlarr, indexers", "gluetun, the VPN tunnel"})
    void saysWhatTheInternetIsNeededFor(String id, String what) {
        assertThat(catalogue.byId(id).orElseThrow().traffic().internet()).contains(what);
    }

    @Test
    void hasAnIconForEveryEntry() {
        Set<String> literals = iconLiterals();
        assertThat(catalogue.entries())
                .extracting(entry -> entry.appearance().ikonliLiteral())
                .allSatisfy(literal -> assertThat(literals).contains(literal));
    }

    private static Set<String> iconLiterals() {
        Set<String> literals = new HashSet<>();
        for (IkonProvider<?> provider : java.util.ServiceLoader.load(IkonProvider.class)) {
            for (Object icon : provider.getIkon().getEnumConstants()) {
                literals.add(((Ikon) icon).getDescription());
            }
        }
        return literals;
    }
}
