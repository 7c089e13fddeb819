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
                        "error 6:65 Services news and peers both listen on port 8080 in the network of tunnel, where only one of them can, unless their own settings say otherwise.");
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
                        "error 3:53 Services one and two both listen on port 8989 in the host's network, where only one of them can, unless their own settings say otherwise.",
                        "error 4:55 Services four and three both listen on port 7878 in the network of container elsewhere, where only one of them can, unless their own settings say otherwise.");
    }

    @Test
    void tellsOfAHostPortThatAServiceOnTheHostsNetworkListensOn() throws Exception {
        assertThat(Linted.compose("""
                services:
                  home: {image: "ghcr.io/home-assistant/home-assistant:2025.7", network_mode: host}
                  web: {image: "nginx:1.29", ports: ["8123:80", "8124:80"]}
                """).lines(ID))
                .containsExactly(
                        "error 3:38 Service web publishes 8123:80, but home, which is on the host's network, listens on that port of the host, unless its own settings say otherwise: the one that comes second does not start.");
    }

    @Test
    void isLessSureWhereSettingsMayHaveMovedTheProgramOfTheHostsNetwork() throws Exception {
        String text = """
                services:
                  home: {image: "ghcr.io/home-assistant/home-assistant:2025.7", network_mode: host%s}
                  web: {image: "nginx:1.29", ports: ["8123:80"]}
                """;
        String unless =
                " Service web publishes 8123:80, but home, which is on the host's network, listens on that port of the"
                        + " host, unless its own settings say otherwise: the one that comes second does not start.";

        assertThat(Linted.compose(text.formatted(", volumes: [./home:/config]")).lines(ID))
                .containsExactly("warning 3:38" + unless);
        assertThat(Linted.compose(text.formatted(", command: [--port, \"8124\"]"))
                        .lines(ID))
                .isEmpty();
        assertThat(Linted.compose(text.formatted("").replace("ghcr.io/home-assistant/home-assistant", "my/hass"))
                        .lines(ID))
                .isEmpty();
    }

    @Test
    void aPortThatAnImageMayUseBesidesIsSaidToBeSo() throws Exception {
        assertThat(Linted.compose("""
                services:
                  edge: {image: "jc21/nginx-proxy-manager:2.12", network_mode: host}
                  web: {image: "nginx:1.29", ports: ["80:80"]}
                """).lines(ID))
                .containsExactly(
                        "info 3:38 Service web publishes 80:80, but edge, which is on the host's network, may listen on that port of the host; then the one that comes second does not start.");
    }

    @Test
    void aVariableOfAnUnknownImageMayBeAboutSomebodyElse() throws Exception {
        assertThat(Linted.compose("""
                services:
                  panel: {image: "my/panel:1", network_mode: host, environment: {MQTT_SERVER_PORT: "1883"}}
                  broker: {image: "eclipse-mosquitto:2", ports: ["1883:1883"]}
                """).lines(ID)).singleElement().asString().startsWith("info ");
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
