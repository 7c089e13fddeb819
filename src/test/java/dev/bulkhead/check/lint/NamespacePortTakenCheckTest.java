package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespacePortTakenCheckTest {

    private static final String ID = "namespace-port-taken";

    @Test
    void findsTwoProgramsThatWantOnePortOfATunnel() throws Exception {
        assertThat(Linted.compose("""
                services:
                  tunnel:
                    image: qmcgaw/gluetun:v3.40
                    ports: ["9000:8080", "9001:8080"]
                  news: {image: "lscr.io/linuxserver/sabnzbd:4.5.1", network_mode: "service:tunnel"}
                  peers: {image: "qbittorrentofficial/qbittorrent-nox:5.1.2-1", network_mode: "service:tunnel"}
                """).lines(ID))
                .containsExactly(
                        "warning 6:65 Services news and peers both listen on port 8080 in the network of tunnel, where only one of them can, unless their own settings say otherwise.");
    }

    @Test
    void followsAVariableThatMovesAProgram() throws Exception {
        String text = """
                services:
                  tunnel: {image: "qmcgaw/gluetun:v3.40"}
                  news: {image: "lscr.io/linuxserver/sabnzbd:4.5.1", network_mode: "service:tunnel"}
                  peers:
                    image: lscr.io/linuxserver/qbittorrent:5.1.2
                    network_mode: service:tunnel
                    environment: {WEBUI_PORT: "PORT", TORRENTING_PORT: "6881"}
                """;
        assertThat(Linted.compose(text.replace("\"PORT\"", "\"8090\"")).lines(ID))
                .isEmpty();
        assertThat(Linted.compose(text.replace("\"PORT\"", "\"8080\"")).lines(ID))
                .hasSize(1);
    }

    @Test
    void leavesAProgramAloneWhoseCommandMovesIt() throws Exception {
        String text = """
                services:
                  tunnel: {image: "tailscale/tailscale:v1.70"}
                  one: {image: "postgres:17", network_mode: "service:tunnel"}
                  two: {image: "postgres:17", network_mode: "service:tunnel", command: COMMAND}
                """;
        assertThat(Linted.compose(text.replace("COMMAND", "[\"-p\", \"5433\"]")).lines(ID))
                .isEmpty();
        assertThat(Linted.compose(text.replace("COMMAND", "[\"-c\", \"fsync=off\"]"))
                        .lines(ID))
                .hasSize(1);
    }

    @Test
    void takesAPublishedPortThatNobodyUsesForAMovedProgram() throws Exception {
        assertThat(Linted.compose("""
                services:
                  tunnel:
                    image: qmcgaw/gluetun:v3.40
                    ports: ["8989:8989", "8990:8990"]
                  series: {image: "lscr.io/linuxserver/sonarr:4.0.15", network_mode: "service:tunnel"}
                  more: {image: "lscr.io/linuxserver/sonarr:4.0.15", network_mode: "service:tunnel"}
                """).lines(ID)).isEmpty();
    }

    @Test
    void looksAtTheHostsNetworkAndAtContainersOfOthers() throws Exception {
        assertThat(Linted.compose("""
                services:
                  one: {image: "lscr.io/linuxserver/sonarr:4.0.15", network_mode: host}
                  two: {image: "lscr.io/linuxserver/sonarr:4.0.15", network_mode: host}
                  three: {image: "lscr.io/linuxserver/radarr:5.26.2", network_mode: "container:elsewhere"}
                  four: {image: "lscr.io/linuxserver/radarr:5.26.2", network_mode: "container:elsewhere"}
                """).lines(ID))
                .containsExactly(
                        "warning 3:53 Services one and two both listen on port 8989 in the host's network, where only one of them can, unless their own settings say otherwise.",
                        "warning 4:55 Services four and three both listen on port 7878 in the network of container elsewhere, where only one of them can, unless their own settings say otherwise.");
    }

    @Test
    void tellsOfAHostPortThatAServiceOnTheHostsNetworkListensOn() throws Exception {
        assertThat(Linted.compose("""
                services:
                  home: {image: "ghcr.io/home-assistant/home-assistant:2025.7", network_mode: host}
                  web: {image: "nginx:1.29", ports: ["8123:80", "8124:80"]}
                """).lines(ID))
                .containsExactly(
                        "info 3:38 Service web publishes 8123:80, but home, which is on the host's network, listens on that port of the host, unless its own settings say otherwise.");
    }

    @Test
    void leavesAloneWhoNeverRunsTogetherOrHasANetworkOfItsOwn() throws Exception {
        assertThat(Linted.compose("""
                services:
                  tunnel: {image: "qmcgaw/gluetun:v3.40"}
                  a: {image: "lscr.io/linuxserver/sonarr:4.0.15", network_mode: "service:tunnel", profiles: [one]}
                  b: {image: "lscr.io/linuxserver/sonarr:4.0.15"}
                  c: {image: "lscr.io/linuxserver/sonarr:4.0.15", network_mode: none}
                """).lines(ID)).isEmpty();
    }
}
