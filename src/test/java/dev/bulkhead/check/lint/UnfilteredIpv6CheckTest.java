package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnfilteredIpv6CheckTest {

    private static final String TWO = """
            services:
              db: {image: "postgres:17", networks: [hidden]}
              web: {image: "nginx:1.29", networks: [front, lan]}
            networks:
              hidden: {internal: true, enable_ipv6: true}
              front: {enable_ipv6: true}
              lan: {driver: macvlan, enable_ipv6: true}
            """;

    @Test
    void findsThemWithAnEngineBefore25() throws Exception {
        assertThat(Linted.compose(TWO)
                        .around(reach -> reach.withEngineMajor(24))
                        .lines("unfiltered-ipv6"))
                .containsExactly(
                        "warning 5:3 Network hidden has IPv6, which the engine (version 24) does not filter: neither internal nor enable_icc nor a network of its own keeps anything apart over IPv6.",
                        "warning 6:3 Network front has IPv6, which the engine (version 24) does not filter: neither internal nor enable_icc nor a network of its own keeps anything apart over IPv6.");
    }

    /** From 25 on members of an internal network have no default route, so that no answer gets out of it. */
    @Test
    void findsNetworksThatLeadOutWithAnEngineBefore27() throws Exception {
        assertThat(Linted.compose(TWO)
                        .around(reach -> reach.withEngineMajor(26))
                        .lines("unfiltered-ipv6"))
                .isEmpty();
        assertThat(Linted.compose(TWO.replace("internal: true, ", ""))
                        .around(reach -> reach.withEngineMajor(26))
                        .lines("unfiltered-ipv6"))
                .hasSize(2);
    }

    @Test
    void isContentWithEngine27() throws Exception {
        assertThat(Linted.compose(TWO)
                        .around(reach -> reach.withEngineMajor(27))
                        .lines("unfiltered-ipv6"))
                .isEmpty();
    }

    @Test
    void isContentWithOneNetworkThatPromisesNothing() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", networks: [front]}
                networks:
                  front: {enable_ipv6: true}
                """)
                        .around(reach -> reach.withEngineMajor(20))
                        .lines("unfiltered-ipv6"))
                .isEmpty();
    }

    @Test
    void findsOneThatForbidsTrafficBetweenItsMembers() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", networks: [front]}
                networks:
                  front: {enable_ipv6: true, driver_opts: {com.docker.network.bridge.enable_icc: "false"}}
                """)
                        .around(reach -> reach.withEngineMajor(20))
                        .lines("unfiltered-ipv6"))
                .hasSize(1);
    }
}
