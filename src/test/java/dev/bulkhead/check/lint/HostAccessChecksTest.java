package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostAccessChecksTest {

    @Test
    void findsTheEnginesSocket() throws Exception {
        assertThat(Linted.compose("""
                services:
                  watch:
                    image: containrrr/watchtower:1.7.1
                    volumes:
                      - ./config.json:/config.json:ro
                      - /var/run/docker.sock:/var/run/docker.sock:ro
                """).lines("docker-socket"))
                .containsExactly(
                        "info 6:9 Service watch mounts the engine's socket: whoever breaks into it can command the engine and so owns the host.");
    }

    @Test
    void findsADirectoryInWhichTheSocketLies() throws Exception {
        assertThat(Linted.compose("""
                services:
                  exporter:
                    image: prom/node-exporter:v1.9.1
                    volumes: ["/:/host:ro"]
                """).lines("docker-socket"))
                .containsExactly(
                        "info 4:15 Service exporter mounts / of the host, in which the engine's socket lies: whoever breaks into it can command the engine and so owns the host.");
    }

    @Test
    void leavesOtherMountsAndSocketProxiesAlone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", volumes: ["/srv/www:/usr/share/nginx/html:ro", "run:/run"]}
                  proxy: {image: "tecnativa/docker-socket-proxy:0.3", volumes: ["/var/run/docker.sock:/var/run/docker.sock"]}
                volumes: {run: }
                """).lines("docker-socket")).isEmpty();
    }

    @Test
    void findsPrivilegedContainers() throws Exception {
        assertThat(Linted.compose("""
                services:
                  cadvisor: {image: "gcr.io/cadvisor/cadvisor:v0.52.1", privileged: true}
                """).lines("privileged"))
                .containsExactly("info 2:57 Service cadvisor is privileged: whoever breaks into it owns the host.");
    }

    @Test
    void leavesSingleCapabilitiesAlone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  vpn: {image: "qmcgaw/gluetun:v3.41", cap_add: [NET_ADMIN], privileged: false}
                """).lines("privileged")).isEmpty();
    }

    @Test
    void findsContainersOnTheHostsNetwork() throws Exception {
        assertThat(Linted.compose("""
                services:
                  fail2ban:
                    image: crazymax/fail2ban:1.1.0
                    network_mode: host
                """).lines("host-network"))
                .containsExactly(
                        "info 4:5 Service fail2ban uses the host's network: no segment keeps it from anything the host reaches.");
    }

    @Test
    void leavesContainersWithTheirOwnNetworksAlone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29"}
                  alone: {image: "busybox:1.37", network_mode: none}
                """).lines("host-network")).isEmpty();
    }
}
