package dev.bulkhead.check.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of the LAN that a network hands out, as it may collide with the LAN's own server. */
class LanRangeCheckTest {

    private static final String TEXT = """
            services: {web: {image: "nginx:1.29", networks: {lan: {MEMBER}}}}
            networks:
              lan:
                driver: DRIVER
                driver_opts: {parent: eth0, OPTION}
                ipam: {config: [{subnet: 192.168.1.0/24, RANGE}]}
            """;

    @ParameterizedTest
    @CsvSource({
        "macvlan, '', '', '', 1",
        "ipvlan, '', '', '', 1",
        "ipvlan, ipvlan_mode: l2, '', '', 1",
        "ipvlan, ipvlan_mode: l3, '', '', 0",
        "ipvlan, ipvlan_mode: l3s, '', '', 0",
        "macvlan, '', ip_range: 192.168.1.192/27, '', 0",
        "macvlan, '', '', ipv4_address: 192.168.1.200, 0"
    })
    void isToldWhereTheLanHasTheSameAddresses(String driver, String option, String range, String member, int found)
            throws Exception {
        String text = TEXT.replace("DRIVER", driver)
                .replace("OPTION", option)
                .replace("RANGE", range)
                .replace("MEMBER", member)
                .replace(", }", "}");

        assertThat(Linted.compose(text).lines("lan-range")).hasSize(found);
    }
}
