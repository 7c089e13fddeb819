package dev.bulkhead.check.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that the engine refuses together, and those that it takes; each brought {@code up} on 28.5. */
class EngineRefusesTest {

    private static final String TEXT = """
            services:
              vpn: {image: "x:1"}
              one: {image: "x:1", MODE, FIELD}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            network_mode: 'service:vpn' | external_links: ['legacy:db']        | shares the network of vpn and states external_links
            network_mode: 'service:vpn' | mac_address: '02:42:ac:11:65:43'     |
            network_mode: 'service:vpn' | domainname: example.org              |
            network_mode: 'service:vpn' | dns_search: [example.org]            |
            network_mode: 'service:vpn' | dns_opt: ['ndots:1']                 |
            network_mode: 'service:vpn' | sysctls: {net.ipv4.ip_forward: 1}    |
            network_mode: 'service:vpn' | uts: host                            |
            network_mode: host          | external_links: ['legacy:db']        | is on the host's network and states external_links
            network_mode: host          | hostname: other                      |
            network_mode: host          | mac_address: '02:42:ac:11:65:43'     |
            network_mode: none          | links: [vpn]                         |
            uts: host                   | hostname: other                      | has the host's own name (uts: host) and states hostname
            uts: host                   | container_name: other                |
            """)
    void areNamed(String mode, String field, String said) throws Exception {
        String text = TEXT.replace("MODE", mode).replace("FIELD", field);

        if (said == null) {
            assertThat(Linted.compose(text).lines("engine-refuses")).isEmpty();
        } else {
            assertThat(Linted.compose(text).lines("engine-refuses"))
                    .singleElement()
                    .asString()
                    .contains(said);
        }
    }

    @Test
    void whatTheEngineIgnoresIsADoubt() throws Exception {
        String text = TEXT.replace("MODE", "network_mode: 'service:vpn'")
                .replace("FIELD", "mac_address: '02:42:ac:11:65:43'");

        assertThat(Linted.compose(text).lines("reading"))
                .containsExactly(
                        "warning 3:52 The mac_address of service one does nothing, since it shares the network of vpn"
                                + " (engines before 25 refuse it); state it there.");
    }

    /** Compose takes any text there; 2.40.3 hands it over as it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5601 x    | publishes '5601 x', which is neither a port nor a range of ports
            70000     | publishes '70000', which is neither a port nor a range of ports
            8010-8000 | publishes '8010-8000', which is neither a port nor a range of ports
            8000-8010 |
            "080"     |
            """)
    void aHostPortThatTheEngineCannotReadIsNamed(String published, String said) throws Exception {
        String text = """
                services:
                  one:
                    image: x:1
                    ports: [{target: 80, published: PORT}]
                """.replace("PORT", published);

        if (said == null) {
            assertThat(Linted.compose(text).lines("engine-refuses")).isEmpty();
        } else {
            assertThat(Linted.compose(text).lines("engine-refuses"))
                    .singleElement()
                    .asString()
                    .contains(said);
        }
    }

    /** Seen on 20.10: Compose tells it the address of the network that is joined first, and no other. */
    @Test
    void anEngineThatKnowsOneHardwareAddressAContainerIgnoresThoseOfLaterNetworks() throws Exception {
        String compose = """
                services:
                  a: {image: "x:1", networks: {back: {mac_address: zz}, front: {mac_address: yy}}}
                  b: {image: "x:1", networks: {back: , front: {mac_address: xx, priority: 5}}}
                networks: {front: , back: }
                """;

        assertThat(Linted.compose(compose)
                        .around(reach -> reach.withEngineMajor(20))
                        .lines("engine-refuses"))
                .containsExactlyInAnyOrder(
                        "error 2:32 The service a states 'zz', which is no MAC address.",
                        "warning 2:57 The service a states 'yy', which is no MAC address; this engine ignores it, and those"
                                + " from 25 on refuse it.",
                        "error 3:40 The service b states 'xx', which is no MAC address.");
        assertThat(Linted.compose(compose)
                        .around(reach -> reach.withEngineMajor(28))
                        .lines("engine-refuses"))
                .hasSize(3)
                .allMatch(line -> line.startsWith("error"));
    }
}
