package dev.bulkhead.check.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.lint.Linted;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reverse proxy whose routes nobody sees. */
class ProxyAloneCheckTest {

    private static final String RULE = "proxy-alone";

    private static String stack(String proxy, String page) {
        return """
            services:
              npm: {image: "jc21/nginx-proxy-manager:2", ports: ["80:80", "443:443"], %s}
              npm-db: {image: "mariadb:12", networks: [front]}
              jellyfin: {image: "jellyfin/jellyfin:10", %s}
              sonarr: {image: "linuxserver/sonarr:4", networks: [media]}
            networks: {front: , media: }
            """.formatted(proxy, page);
    }

    @Test
    void thatMeetsNobodyButItsDatabaseIsTold() throws Exception {
        Linted linted = Linted.compose(stack("networks: [front]", "networks: [media]"));

        assertThat(linted.lines(RULE))
                .containsExactly(
                        "warning 2:3 Reverse proxy npm shares no network with any service that it could send requests to;"
                                + " nobody reaches the pages of jellyfin, sonarr, which publish no port.");
        assertThat(linted.findings(RULE))
                .extracting(Finding::fix)
                .containsExactly(Optional.of("Let npm and jellyfin, sonarr join one network."));
    }

    @Test
    void thatMeetsOneIsAsItsOperatorMeansIt() throws Exception {
        assertThat(Linted.compose(stack("networks: [front]", "networks: [media, front]"))
                        .lines(RULE))
                .isEmpty();
    }

    @Test
    void onTheHostsNetworkItReachesEveryBridge() throws Exception {
        assertThat(Linted.compose(stack("networks: [front]", "network_mode: host"))
                        .lines(RULE))
                .isEmpty();
        assertThat(Linted.compose(stack("network_mode: host", "networks: [media]")
                                .replace("ports: [\"80:80\", \"443:443\"], ", ""))
                        .lines(RULE))
                .isEmpty();
    }

    @Test
    void pagesWithAPortAreReachedByTheHostsAddress() throws Exception {
        assertThat(Linted.compose("""
                services:
                  npm: {image: "jc21/nginx-proxy-manager:2", networks: [front]}
                  jellyfin: {image: "jellyfin/jellyfin:10", networks: [media], ports: ["8096:8096"]}
                networks: {front: , media: }
                """).lines(RULE)).isEmpty();
    }

    @Test
    void onAnExternalNetworkItMayMeetOthers() throws Exception {
        assertThat(Linted.compose(stack("networks: [front]", "networks: [media]")
                                .replace("front: ,", "front: {external: true},"))
                        .lines(RULE))
                .isEmpty();
    }

    @Test
    void oneWhoseRoutesAreSeenIsJudgedByThem() throws Exception {
        assertThat(Linted.compose(stack("networks: [front]", "networks: [media]")
                                .replace("jc21/nginx-proxy-manager:2", "traefik:v3.5"))
                        .lines(RULE))
                .isEmpty();
    }
}
