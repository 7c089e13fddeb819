package dev.bulkhead.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static final UsedRange WIDE = range("wide", "172.20.0.0/16");
    private static final UsedRange INSIDE = range("inside", "172.20.5.0/24");
    private static final UsedRange SAME = range("same", "172.20.5.0/24");
    private static final UsedRange APART = range("apart", "172.21.0.0/24");

    private static UsedRange range(String network, String cidr) {
        return UsedRange.declared(network, Cidr.of(cidr));
    }

    @Test
    void findsEqualAndNestedRanges() {
        assertThat(Overlaps.find(List.of(INSIDE, APART, SAME, WIDE)))
                .containsExactly(new Overlap(WIDE, INSIDE), new Overlap(WIDE, SAME), new Overlap(INSIDE, SAME));
    }

    @Test
    void findsNestedIpv6Ranges() {
        UsedRange outer = range("outer", "fd00:20::/32");
        UsedRange inner = range("inner", "fd00:20:1::/64");

        assertThat(Overlaps.find(List.of(inner, outer))).containsExactly(new Overlap(outer, inner));
    }

    @Test
    void keepsFamiliesApart() {
        assertThat(Overlaps.find(List.of(range("six", "::/0"), range("four", "10.0.0.0/8"))))
                .isEmpty();
    }

    @Test
    void stopsAtTheLimit() {
        List<UsedRange> equal = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            equal.add(range("n" + i, "10.0.0.0/24"));
        }

        assertThat(Overlaps.find(equal, (a, b) -> true, 500)).hasSize(500);
    }

    @Test
    void agreesWithComparingEveryPair() {
        Random random = new Random(20_260_105);
        for (int round = 0; round < 50; round++) {
            List<UsedRange> ranges = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String address = "10." + random.nextInt(3) + "." + random.nextInt(4) + "." + random.nextInt(256);
                int prefix = 8 + random.nextInt(25);
                ranges.add(UsedRange.declared(
                        "n" + i, Cidr.enclosing(address + "/" + prefix).orElseThrow()));
            }
            Set<Set<UsedRange>> expected = new HashSet<>();
            for (UsedRange a : ranges) {
                for (UsedRange b : ranges) {
                    if (!a.equals(b) && a.cidr().overlaps(b.cidr())) {
                        expected.add(Set.of(a, b));
                    }
                }
            }
            Set<Set<UsedRange>> found = new HashSet<>();
            Overlaps.find(ranges).forEach(o -> found.add(Set.of(o.outer(), o.inner())));
            assertThat(found).isEqualTo(expected);
        }
    }
}
