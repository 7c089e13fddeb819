package dev.bulkhead.address.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.address.plan.DeclaredRange.StaticUse;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Subnet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoomReportTest {

    private static RoomReport room(Stack stack) {
        return RoomReport.of(DeclaredRange.of(stack.topology()).getFirst());
    }

    private static Subnet pool(String subnet, String ipRange) {
        return new Subnet(Optional.of(subnet), Optional.empty(), Optional.of(ipRange), Map.of());
    }

    @Test
    void countsWhatFitsAndWhatIsTaken() {
        RoomReport room = room(new Stack()
                .network("a", "172.20.0.0/29")
                .service("one", "a")
                .service("two", "a")
                .address("two", "a", "172.20.0.6"));

        assertThat(room.usable()).isEqualTo(5);
        assertThat(room.forAutomatic()).isEqualTo(4);
        assertThat(room.free()).isEqualTo(3);
        assertThat(room.overfull()).isFalse();
    }

    @Test
    void seesThatAnIpRangeIsTooSmall() {
        assertThat(room(new Stack()
                                .pool("a", pool("172.20.0.0/24", "172.20.0.64/31"))
                                .service("one", "a")
                                .service("two", "a")
                                .service("three", "a"))
                        .overfull())
                .isTrue();
    }

    @Test
    void contestsOnlyWhatAutomaticAddressesReach() {
        Stack stack = new Stack()
                .network("a", "172.20.0.0/24")
                .service("auto", "a")
                .service("low", "a")
                .address("low", "a", "172.20.0.2")
                .service("high", "a")
                .address("high", "a", "172.20.0.100");

        assertThat(room(stack).contested())
                .containsExactly(new StaticUse("low", Ip.tryParse("172.20.0.2").orElseThrow()));
    }

    @Test
    void contestsNothingOutsideTheIpRange() {
        assertThat(room(new Stack()
                                .pool("a", pool("172.20.0.0/24", "172.20.0.128/25"))
                                .service("auto", "a")
                                .service("low", "a")
                                .address("low", "a", "172.20.0.2"))
                        .contested())
                .isEmpty();
    }

    /** Starts the containers of random networks in random orders, each taking the lowest free address. */
    @Test
    void contestsExactlyWhatSomeOrderOfStartTakesAway() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            Cidr subnet = Cidr.of("10.0.0.0/28");
            Stack stack = new Stack().network("a", "10.0.0.0/28");
            int automatic = 1 + random.nextInt(3);
            for (int i = 0; i < automatic; i++) {
                stack.service("auto" + i, "a");
            }
            Set<Integer> hosts = new TreeSet<>();
            while (hosts.size() < 3) {
                hosts.add(2 + random.nextInt(8));
            }
            for (int host : hosts) {
                stack.service("s" + host, "a").address("s" + host, "a", "10.0.0." + host);
            }
            Set<String> lost = new TreeSet<>();
            for (int late : hosts) {
                Set<Integer> taken = new HashSet<>(Set.of(0, 1, 15));
                hosts.stream().filter(h -> h != late).forEach(taken::add);
                for (int i = 0; i < automatic; i++) {
                    int lowest = 0;
                    while (taken.contains(lowest)) {
                        lowest++;
                    }
                    taken.add(lowest);
                }
                if (taken.contains(late)) {
                    lost.add(subnet.address(BigInteger.valueOf(late)).toString());
                }
            }
            List<String> contested = new ArrayList<>();
            room(stack).contested().forEach(use -> contested.add(use.ip().toString()));

            assertThat(contested).as("trial %s", trial).containsExactlyInAnyOrderElementsOf(lost);
        }
    }
}
