package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IgnoredPortCheckTest {

    @Test
    void findsPortsThatTheKindOfNetworkHasNoneOf() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    image: nginx:1.27
                    network_mode: host
                    ports: ["8088:80"]
                  job:
                    image: busybox:1.37
                    network_mode: none
                    ports: ["8089:80"]
                  dns:
                    image: pihole/pihole:2024.07.0
                    networks: [lan]
                    ports: ["53:53"]
                networks: {lan: {driver: macvlan}}
                """).lines("ignored-port"))
                .containsExactly(
                        "warning 5:13 The ports of service web are ignored: it is on the host's network, where the program itself listens.",
                        "warning 9:13 The ports of service job are ignored: it has no network.",
                        "warning 13:13 The ports of service dns are ignored: it is on macvlan or ipvlan networks only, where it has an address of its own.");
    }

    @Test
    void isContentWhereABridgeIsAmongTheNetworks() throws Exception {
        assertThat(Linted.compose("""
                services:
                  dns: {image: "pihole/pihole:2024.07.0", networks: [lan, back], ports: ["53:53"]}
                networks: {lan: {driver: macvlan}, back: }
                """).lines("ignored-port")).isEmpty();
    }
}
