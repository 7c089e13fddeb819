package dev.bulkhead.migrate.iteration.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import org.junit.jupiter.api.Test;

class VpnFirewallTest {

    private static final Cidr BASE = Cidr.of("172.20.0.0/16");

    @Test
    void theRangeTakesItsPlaceInTheOrderOfAddresses() {
        assertThat(VpnFirewall.extended("172.18.0.0/16,192.168.1.0/24", BASE))
                .isEqualTo("172.18.0.0/16,172.20.0.0/16,192.168.1.0/24");
    }

    @Test
    void anEmptyListBecomesTheRange() {
        assertThat(VpnFirewall.extended("", BASE)).isEqualTo("172.20.0.0/16");
    }

    @Test
    void aRangeThatIsCoveredChangesNothing() {
        assertThat(VpnFirewall.extended("172.16.0.0/12, 10.0.0.0/8", BASE)).isEqualTo("172.16.0.0/12, 10.0.0.0/8");
    }

    @Test
    void whatIsNoRangeStaysInFront() {
        assertThat(VpnFirewall.extended("lan,192.168.1.0/24", BASE)).isEqualTo("lan,172.20.0.0/16,192.168.1.0/24");
    }
}
