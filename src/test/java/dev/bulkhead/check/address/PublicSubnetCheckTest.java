package dev.bulkhead.check.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Checked;
import dev.bulkhead.testing.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSubnetCheckTest {

    @Test
    void namesASubnetThatIsSomebodys() {
        assertThat(Checked.lines(new Stack().network("front", "172.32.0.0/24").service("web", "front")))
                .containsExactly(
                        "warning public-subnet: The subnet 172.32.0.0/24 of network front has addresses that are"
                                + " somebody's on the internet: neither host nor containers reach those sites any more."
                                + " Take a range of 10.0.0.0/8, 172.16.0.0/12 (172.16 to 172.31) or 192.168.0.0/16.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/8", "172.16.0.0/12", "192.168.7.0/24", "100.64.1.0/24", "fd00:1::/64", "2001:db8::/64"
            })
    void isContentWithWhatIsFree(String subnet) {
        assertThat(Checked.lines(new Stack().network("front", subnet).service("web", "front")))
                .noneMatch(line -> line.contains("public-subnet"));
    }
}
