package dev.bulkhead.migrate.iteration.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.iteration.ports.HostedPort.Audience;
import dev.bulkhead.reach.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostedPortTest {

    @Test
    void whoReachesAPortIsSaidWithTheAddressThatItIsBoundTo() {
        assertThat(new Audience(Verdict.REACHABLE, Verdict.REACHABLE, Optional.empty()).words())
                .isEqualTo("internet, LAN");
        assertThat(new Audience(Verdict.UNKNOWN, Verdict.REACHABLE, Optional.of("192.168.1.5")).words())
                .isEqualTo("perhaps internet, LAN by 192.168.1.5");
    }

    @Test
    void aPortThatNobodyElseReachesIsOfThisHostAlsoWhereItIsBoundToAnAddress() {
        Audience bound = new Audience(Verdict.BLOCKED, Verdict.BLOCKED, Optional.of("10.8.0.1"));

        assertThat(bound.words()).isEqualTo("this host by 10.8.0.1");
        assertThat(bound.beyondThisHost()).isFalse();
    }

    @Test
    void whatIsNotKnownCountsAsReached() {
        assertThat(new Audience(Verdict.UNKNOWN, Verdict.BLOCKED, Optional.empty()).beyondThisHost())
                .isTrue();
    }
}
