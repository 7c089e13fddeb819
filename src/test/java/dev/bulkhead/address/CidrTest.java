package dev.bulkhead.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "172.20.0.0",
                "172.20/16",
                "172.20.0.0/33",
                "172.20.0.0/-1",
                "172.20.0.0/024",
                "172.020.0.0/24",
                "172.20.0.0/255.255.255.0",
                "172.20.*.0/24",
                "172.20.0-5.0/24",
                "/24",
                "*",
                "fd00::/129",
                "fe80::1%eth0/64",
                "fd00:::/64",
                "banana/8",
                "172.20.0.256/24",
                " 172.20.0.0/24"
            })
    void refusesWhatTheEngineRefuses(String text) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(AddressFormatException.class)
                .hasMessage(text + " is not a subnet in CIDR notation; write for instance 172.20.0.0/24.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0/0", "10.0.0.0/8", "172.20.0.0/24", "192.168.7.9/32", "fd00:20::/64", "::/0", "::1/128"})
    void acceptsBlocksAndPrintsThemAsWritten(String text) throws AddressFormatException {
        assertThat(Cidr.parse(text)).hasToString(text);
    }

    @Test
    void namesTheSubnetWhenHostBitsAreSet() {
        assertThatThrownBy(() -> Cidr.parse("172.20.0.5/24"))
                .hasMessage("172.20.0.5/24 has bits set beyond its prefix length /24; the subnet is 172.20.0.0/24.");
    }

    @Test
    void clearsHostBitsOfAnEnclosingBlock() {
        assertThat(Cidr.enclosing("fd00:20::5/64")).contains(Cidr.of("fd00:20::/64"));
    }

    @Test
    void isEqualHoweverItIsWritten() {
        assertThat(Cidr.of("FD00:0020:0:0::/64"))
                .isEqualTo(Cidr.of("fd00:20::/64"))
                .hasSameHashCodeAs(Cidr.of("fd00:20::/64"));
    }

    @Test
    void differsFromABlockOfTheSameFirstAddress() {
        assertThat(Cidr.of("10.0.0.0/8")).isNotEqualTo(Cidr.of("10.0.0.0/16"));
    }

    @Test
    void overlapsOnlyWhereOneBlockContainsTheOther() {
        Cidr wide = Cidr.of("172.20.0.0/16");

        assertThat(wide.overlaps(Cidr.of("172.20.5.0/24"))).isTrue();
        assertThat(Cidr.of("172.20.5.0/24").overlaps(wide)).isTrue();
        assertThat(wide.overlaps(Cidr.of("172.21.0.0/24"))).isFalse();
        assertThat(wide.overlaps(Cidr.of("::/0"))).isFalse();
    }

    @Test
    void knowsItsFirstLastAndGatewayAddress() {
        Cidr cidr = Cidr.of("172.20.0.0/24");

        assertThat(cidr.first()).hasToString("172.20.0.0");
        assertThat(cidr.last()).hasToString("172.20.0.255");
        assertThat(cidr.defaultGateway()).hasToString("172.20.0.1");
        assertThat(cidr.contains(Ip.tryParse("172.20.0.77").orElseThrow())).isTrue();
        assertThat(cidr.contains(Ip.tryParse("172.20.1.0").orElseThrow())).isFalse();
    }

    @Test
    void countsTheContainersThatFit() {
        assertThat(Cidr.of("172.20.0.0/24").containerCapacity()).isEqualTo(BigInteger.valueOf(253));
        assertThat(Cidr.of("172.20.0.0/30").containerCapacity()).isEqualTo(BigInteger.ONE);
        assertThat(Cidr.of("172.20.0.0/31").containerCapacity()).isEqualTo(BigInteger.ONE);
        assertThat(Cidr.of("172.20.0.0/32").containerCapacity()).isEqualTo(BigInteger.ZERO);
        assertThat(Cidr.of("fd00::/64").containerCapacity())
                .isEqualTo(BigInteger.TWO.pow(64).subtract(BigInteger.TWO));
    }
}
