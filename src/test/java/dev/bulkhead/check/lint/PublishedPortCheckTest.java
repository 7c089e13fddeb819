package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.setting.FirewallBackend;
import org.junit.jupiter.api.Test;

class PublishedPortCheckTest {

    @Test
    void tellsWhoReachesEachPort() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", ports: ["8080:80", "127.0.0.1:8081:81", "192.168.1.5:8082:82"]}
                """).lines("published-port"))
                .containsExactly(
                        "info 2:38 Port 8080:80 of service web is open to every machine that can route to this host, past host firewalls such as ufw: only rules in the chain DOCKER-USER see it.",
                        "info 2:70 Port 192.168.1.5:8082:82 of service web is open to every machine that reaches 192.168.1.5, past host firewalls such as ufw: only rules in the chain DOCKER-USER see it.");
    }

    @Test
    void tellsThatAPublicHostIsOpenToTheInternet() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", ports: ["8080:80", "127.0.0.1:8081:81", "192.168.1.5:8082:82"]}
                """).rules("exposure: {public: true}").lines("published-port"))
                .containsExactly(
                        "info 2:38 Port 8080:80 of service web is open to the internet and every machine that can route to this host, past host firewalls such as ufw: only rules in the chain DOCKER-USER see it.",
                        "info 2:70 Port 192.168.1.5:8082:82 of service web is open to the internet and every machine that reaches 192.168.1.5, past host firewalls such as ufw: only rules in the chain DOCKER-USER see it.");
    }

    @Test
    void knowsThatNftablesHasNoChainForTheOperator() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", ports: ["8080:80", "127.0.0.1:8081:81", "192.168.1.5:8082:82"]}
                """)
                        .around(reach -> reach.withFirewall(FirewallBackend.NFTABLES))
                        .lines("published-port"))
                .containsExactly(
                        "info 2:38 Port 8080:80 of service web is open to every machine that can route to this host, past host firewalls such as ufw: this engine uses nftables, where only a table of your own with a higher priority sees it.",
                        "info 2:70 Port 192.168.1.5:8082:82 of service web is open to every machine that reaches 192.168.1.5, past host firewalls such as ufw: this engine uses nftables, where only a table of your own with a higher priority sees it.");
    }

    @Test
    void leavesTheJudgementToTheListOfAllowedPorts() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", ports: ["8080:80", "127.0.0.1:8081:81", "192.168.1.5:8082:82"]}
                """)
                        .rules("exposure: {allow-published: [8080/tcp]}")
                        .lines("published-port"))
                .isEmpty();
    }

    @Test
    void leavesPortsAloneThatAreNotPublished() throws Exception {
        assertThat(Linted.compose("""
                services:
                  inside: {image: "nginx:1.29", networks: [back], ports: ["8080:80"]}
                  machine: {image: "nginx:1.29", networks: [lan], ports: ["8081:80"]}
                  routed: {image: "nginx:1.29", networks: [routed], ports: ["8082:80"]}
                networks:
                  back: {internal: true}
                  lan: {driver: macvlan}
                  routed: {driver_opts: {com.docker.network.bridge.gateway_mode_ipv4: routed}}
                """).lines("published-port")).isEmpty();
    }

    @Test
    void aHostPortThatTheEngineCannotReadIsOneSentenceAndOpensNothing() throws Exception {
        Linted linted = Linted.compose("""
                services:
                  web: {image: "nginx:1.29", ports: [{target: 80, published: "${P:-5601 x}"}]}
                """);

        assertThat(linted.lines("published-port")).isEmpty();
        assertThat(linted.lines("engine-refuses"))
                .singleElement()
                .asString()
                .contains("publishes '5601 x', which is neither a port nor a range of ports");
    }

    @Test
    void pagesThatAskNobodyAreAWarningAlsoWhereAnotherPortAsks() throws Exception {
        assertThat(Linted.compose("""
                services:
                  frigate: {image: "ghcr.io/blakeblackshear/frigate:0.14.1", ports: ["8971:8971", "5000:5000"]}
                  red: {image: "nodered/node-red:4.0", ports: ["1880:1880"]}
                  nas: {image: "nextcloud:30", ports: ["8080:80"]}
                """).lines("published-port"))
                .extracting(line -> line.substring(0, line.indexOf(" of service")))
                .containsExactlyInAnyOrder(
                        "info 2:70 Port 8971:8971",
                        "warning 2:83 Port 5000:5000",
                        "warning 3:48 Port 1880:1880",
                        "info 4:40 Port 8080:80");
    }
}
