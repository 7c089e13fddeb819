package dev.bulkhead.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {

    private static FreeSpace used(String... cidrs) {
        return new FreeSpace(cidrs(cidrs));
    }

    private static List<Cidr> cidrs(String... cidrs) {
        return Stream.of(cidrs).map(Cidr::of).toList();
    }

    @Test
    void takesTheLowestGap() {
        assertThat(used("172.20.0.0/24", "172.20.2.0/23").next(Cidr.of("172.20.0.0/16"), 24))
                .contains(Cidr.of("172.20.1.0/24"));
    }

    @Test
    void skipsGapsThatAreTooSmall() {
        assertThat(used("172.20.0.0/24", "172.20.5.0/24").next(Cidr.of("172.20.0.0/16"), 22))
                .contains(Cidr.of("172.20.8.0/22"));
    }

    @Test
    void seesNestedAndWiderObstacles() {
        assertThat(used("172.20.0.0/17", "172.20.3.0/24").next(Cidr.of("172.20.0.0/16"), 24))
                .contains(Cidr.of("172.20.128.0/24"));
        assertThat(used("172.16.0.0/12").next(Cidr.of("172.20.0.0/16"), 24)).isEmpty();
    }

    @Test
    void findsNothingWhereAllIsTakenOrTheSizeDoesNotFit() {
        assertThat(used("10.0.0.0/31", "10.0.0.2/31").next(Cidr.of("10.0.0.0/30"), 31))
                .isEmpty();
        assertThat(used().next(Cidr.of("10.0.0.0/24"), 16)).isEmpty();
    }

    @Test
    void findsRoomInIpv6() {
        assertThat(used("fd00:20::/64", "10.0.0.0/8").next(Cidr.of("fd00:20::/48"), 64))
                .contains(Cidr.of("fd00:20:0:1::/64"));
    }

    @Test
    void movesToTheNextFreeSubnetAndWrapsAroundAtTheEnd() {
        assertThat(used("172.20.0.0/24", "172.20.1.0/24").nextAfter(Cidr.of("172.20.0.0/24")))
                .contains(Cidr.of("172.20.2.0/24"));
        assertThat(used("192.168.255.0/24", "192.168.0.0/24").nextAfter(Cidr.of("192.168.255.0/24")))
                .contains(Cidr.of("192.168.1.0/24"));
    }

    @Test
    void movesAPublicSubnetIntoPrivateSpace() {
        assertThat(used().nextAfter(Cidr.of("8.8.8.0/24"))).contains(Cidr.of("172.16.0.0/24"));
    }

    @Test
    void forecastsWhatTheEngineGivesNext() {
        assertThat(EnginePools.DEFAULT.capacity()).isEqualTo(31);
        assertThat(EnginePools.DEFAULT.forecast(3, cidrs("172.17.0.0/16", "172.19.4.0/24")))
                .containsExactly(Cidr.of("172.18.0.0/16"), Cidr.of("172.20.0.0/16"), Cidr.of("172.21.0.0/16"));
    }

    @Test
    void forecastsThatThePoolsRunOut() {
        List<Cidr> all = EnginePools.DEFAULT.forecast(40, cidrs("172.17.0.0/16"));

        assertThat(all).hasSize(30).endsWith(Cidr.of("192.168.240.0/20"));
    }
}
