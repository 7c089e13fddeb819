package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VpnSubnetsCheckTest {

    @Test
    void findsANetworkThatTheFirewallIsNotToldOf() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gluetun:
                    image: qmcgaw/gluetun:v3.41
                    networks: [alpha, beta]
                    environment:
                      FIREWALL_OUTBOUND_SUBNETS: 192.168.1.0/24
                  sonarr: {image: "lscr.io/linuxserver/sonarr:4.0.15", networks: [beta]}
                networks:
                  alpha: {ipam: {config: [{subnet: 172.20.0.0/24}]}}
                  beta: {ipam: {config: [{subnet: 172.20.1.0/24}]}}
                """).lines("vpn-subnets"))
                .containsExactly(
                        "warning 6:7 The firewall of gluetun does not let it answer on network beta: FIREWALL_OUTBOUND_SUBNETS does not cover 172.20.1.0/24, and the network is not that of its default route.");
    }

    @Test
    void isContentWithARangeThatCoversIt() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gluetun:
                    image: qmcgaw/gluetun:v3.41
                    networks: [alpha, beta]
                    environment:
                      FIREWALL_OUTBOUND_SUBNETS: 192.168.1.0/24,172.20.0.0/16
                  sonarr: {image: "lscr.io/linuxserver/sonarr:4.0.15", networks: [beta]}
                networks:
                  alpha: {ipam: {config: [{subnet: 172.20.0.0/24}]}}
                  beta: {ipam: {config: [{subnet: 172.20.1.0/24}]}}
                """).lines("vpn-subnets")).isEmpty();
    }

    @Test
    void knowsThatTheNetworkOfTheDefaultRouteIsOpen() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gluetun: {image: "qmcgaw/gluetun:v3.41", networks: [one]}
                  sonarr: {image: "lscr.io/linuxserver/sonarr:4.0.15", networks: [one]}
                networks:
                  one: {ipam: {config: [{subnet: 172.20.0.0/24}]}}
                """).lines("vpn-subnets")).isEmpty();
    }

    @Test
    void pointsToTheMembershipWhereNothingIsStated() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gluetun:
                    image: qmcgaw/gluetun:v3.41
                    networks: [alpha, beta]
                  sonarr: {image: "lscr.io/linuxserver/sonarr:4.0.15", networks: [beta]}
                networks:
                  alpha: {ipam: {config: [{subnet: 172.20.0.0/24}]}}
                  beta: {ipam: {config: [{subnet: 172.20.1.0/24}]}}
                """).lines("vpn-subnets"))
                .containsExactly(
                        "warning 4:23 The firewall of gluetun does not let it answer on network beta: FIREWALL_OUTBOUND_SUBNETS does not cover 172.20.1.0/24, and the network is not that of its default route.");
    }
}
