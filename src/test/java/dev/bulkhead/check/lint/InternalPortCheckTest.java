package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InternalPortCheckTest {

    @Test
    void findsPortsThatNobodyPublishes() throws Exception {
        assertThat(Linted.compose("""
                services:
                  kibana:
                    image: kibana:8.15.3
                    networks: [back]
                    ports: ["127.0.0.1:5601:5601"]
                networks: {back: {internal: true}}
                """).lines("internal-port"))
                .containsExactly(
                        "warning 5:13 Port 127.0.0.1:5601:5601 of service kibana is not published: the service is on internal networks only.");
    }

    @Test
    void isContentWithOneNetworkThatLeadsOut() throws Exception {
        assertThat(Linted.compose("""
                services:
                  kibana:
                    image: kibana:8.15.3
                    networks: [back, out]
                    ports: ["127.0.0.1:5601:5601"]
                networks: {back: {internal: true}, out: }
                """).lines("internal-port")).isEmpty();
    }

    @Test
    void findsPortsOnIpv4AddressesOfServicesWithoutIpv4() throws Exception {
        assertThat(Linted.compose("""
                services:
                  six: {image: "six:1", networks: [only6], ports: ["8001:80", "0.0.0.0:8002:80", "127.0.0.1:8003:80"]}
                  both: {image: "six:1", networks: [only6, plain], ports: ["0.0.0.0:8004:80"]}
                networks: {only6: {enable_ipv4: false, enable_ipv6: true}, plain: }
                """).lines("internal-port"))
                .containsExactly(
                        "warning 2:63 Port 0.0.0.0:8002:80 of service six is not published: it is for an IPv4 address of the host, and the service has none itself (enable_ipv4 is false).",
                        "warning 2:82 Port 127.0.0.1:8003:80 of service six is not published: it is for an IPv4 address of the host, and the service has none itself (enable_ipv4 is false).");
    }

    @Test
    void leavesNetworksAloneOfWhichNothingIsKnown() throws Exception {
        assertThat(Linted.compose("""
                services:
                  kibana: {image: "kibana:8.15.3", networks: [back], ports: ["5601:5601"]}
                networks: {back: {external: true}}
                """).lines("internal-port")).isEmpty();
    }
}
