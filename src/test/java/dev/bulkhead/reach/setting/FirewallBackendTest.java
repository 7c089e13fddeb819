package dev.bulkhead.reach.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirewallBackendTest {

    @Test
    void readsTheEnginesWords() {
        assertThat(FirewallBackend.of("iptables")).contains(FirewallBackend.IPTABLES);
        assertThat(FirewallBackend.of("iptables+firewalld")).contains(FirewallBackend.IPTABLES);
        assertThat(FirewallBackend.of("nftables")).contains(FirewallBackend.NFTABLES);
        assertThat(FirewallBackend.of("ipfw")).isEmpty();
    }
}
