package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespaceRestartCheckTest {

    @Test
    void findsADependentThatDoesNotRestartWithTheOwner() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gluetun: {image: "qmcgaw/gluetun:v3.41", container_name: vpn}
                  torrent:
                    image: qbittorrentofficial/qbittorrent-nox:5.1.2-1
                    network_mode: service:gluetun
                    depends_on:
                      gluetun: {condition: service_healthy}
                """).lines("namespace-restart"))
                .containsExactly(
                        "info 7:7 Service torrent shares the network of gluetun, but does not restart with it: after gluetun restarts or is made anew, torrent has no network.");
    }

    @Test
    void findsANamespaceThatIsNamedByItsContainer() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gluetun: {image: "qmcgaw/gluetun:v3.41", container_name: vpn}
                  torrent:
                    image: qbittorrentofficial/qbittorrent-nox:5.1.2-1
                    network_mode: container:vpn
                    depends_on:
                      gluetun: {condition: service_healthy}
                """).lines("namespace-restart"))
                .containsExactly(
                        "info 5:5 Service torrent shares the network of container vpn by its name, so Compose does not know that it has to follow gluetun.");
    }

    @Test
    void isContentWithARestart() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gluetun: {image: "qmcgaw/gluetun:v3.41", container_name: vpn}
                  torrent:
                    image: qbittorrentofficial/qbittorrent-nox:5.1.2-1
                    network_mode: service:gluetun
                    depends_on:
                      gluetun: {condition: service_healthy, restart: true}
                """).lines("namespace-restart")).isEmpty();
    }

    @Test
    void knowsThatComposeAddsTheDependencyItself() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gluetun: {image: "qmcgaw/gluetun:v3.41"}
                  torrent: {image: "qbittorrentofficial/qbittorrent-nox:5.1.2-1", network_mode: "service:gluetun"}
                """).lines("namespace-restart")).isEmpty();
    }
}
