package dev.bulkhead.check.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One host port of two services: a fault only where both really take it (tried on 28.5). */
class HostPortTakenTwiceCheckTest {

    private static final String TEXT = """
            services:
              one: {image: "nginx:1.29", ports: ["8080:80"], networks: [n], scale: COPIES}
              two: {image: "nginx:1.29", ports: ["ADDRESS8080:80"]}
            networks:
              n: {NETWORK}
            """;

    private static int found(String network, String address, String copies) throws Exception {
        return Linted.compose(TEXT.replace("NETWORK", network)
                        .replace("ADDRESS", address)
                        .replace("COPIES", copies))
                .lines("host-port-taken-twice")
                .size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "driver_opts: {com.docker.network.bridge.gateway_mode_ipv4: routed}",
                "driver_opts: {com.docker.network.bridge.inhibit_ipv4: \"true\"}",
                "enable_ipv6: true"
            })
    void bothTakeIt(String network) throws Exception {
        assertThat(found(network, "", "1")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal: true", "driver: macvlan"})
    void aServiceWhosePortsAreNotPublishedTakesNone(String network) throws Exception {
        assertThat(found(network, "", "1")).isZero();
    }

    @Test
    void aServiceThatIsNeverStartedTakesNone() throws Exception {
        assertThat(found("", "", "0")).isZero();
    }

    @Test
    void theAddressOfANetworkDecidesWhereAPortIsTaken() throws Exception {
        String bound = "driver_opts: {com.docker.network.bridge.host_binding_ipv4: 127.0.0.1}";

        assertThat(found(bound, "192.168.7.2:", "1")).isZero();
        assertThat(found(bound, "127.0.0.1:", "1")).isOne();
    }
}
