package dev.bulkhead.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.testing.Stack;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReachDiffTest {

    private static ReachDiff diff(Stack before, Stack after) {
        return ReachDiff.between(Reach.compute(before.topology()), Reach.compute(after.topology()));
    }

    private static List<String> lines(ReachDiff diff) {
        return diff.groups().stream()
                .map(g -> g.kind().text() + " " + g.reason()
                        + g.via().map(v -> " via " + v).orElse("") + ": "
                        + g.blocks().stream()
                                .map(b -> String.join(",", b.from()) + " -> " + String.join(",", b.to()))
                                .collect(Collectors.joining("; ")))
                .toList();
    }

    private static Stack flat() {
        return new Stack()
                .network("flat")
                .service("a", "flat")
                .service("b", "flat")
                .service("c", "flat");
    }

    @Test
    void findsNothingBetweenEqualTopologies() {
        assertThat(diff(flat(), flat()).isEmpty()).isTrue();
    }

    @Test
    void groupsWhatASplitCloses() {
        Stack split = new Stack()
                .network("flat")
                .network("other")
                .service("a", "flat")
                .service("b", "flat")
                .service("c", "other");

        assertThat(lines(diff(flat(), split))).containsExactly("closes SHARED_NETWORK via flat: a,b -> c; c -> a,b");
    }

    @Test
    void countsEveryPairOnce() {
        ReachDiff diff =
                diff(flat(), new Stack().network("flat").service("a", "flat").service("b", "flat"));

        assertThat(diff.pairs()).isEqualTo(8);
        assertThat(diff.count(ReachChange.Kind.CLOSES)).isEqualTo(8);
        assertThat(lines(diff))
                .containsExactly(
                        "closes SHARED_NETWORK via flat: a,b -> c; c -> a,b",
                        "closes HOST_BRIDGE via flat: c -> host; host -> c",
                        "closes EGRESS via flat: c -> internet,lan");
    }

    @Test
    void showsWhatAnAddedServiceOpens() {
        Stack more = flat().service("z", "flat");

        assertThat(diff(flat(), more).count(ReachChange.Kind.OPENS)).isEqualTo(10);
    }

    @Test
    void showsThatAPublishedPortOpensToOthers() {
        Stack before = new Stack().network("x").network("y").service("a", "x").service("b", "y");
        Stack after = new Stack()
                .network("x")
                .network("y")
                .service("a", "x")
                .service("b", "y")
                .publish("b", "80:80");

        assertThat(lines(diff(before, after))).containsExactly("opens PUBLISHED_VIA_HOST via host:80/tcp: a,lan -> b");
    }

    @Test
    void showsThatOnePortOfSeveralCloses() {
        Stack before = flat().publish("a", "80:80").publish("a", "443:443");
        Stack after = flat().publish("a", "443:443");

        assertThat(lines(diff(before, after))).containsExactly("narrows PUBLISHED_VIA_HOST via host:80/tcp: lan -> a");
        assertThat(lines(diff(after, before))).containsExactly("widens PUBLISHED_VIA_HOST via host:80/tcp: lan -> a");
    }

    @Test
    void showsThatASharedNetworkOpensEveryPort() {
        Stack before = new Stack()
                .network("x")
                .network("y")
                .service("a", "x")
                .service("b", "y")
                .publish("b", "80:80");
        Stack after = new Stack()
                .network("x")
                .network("y")
                .service("a", "x", "y")
                .service("b", "y")
                .publish("b", "80:80");

        assertThat(lines(diff(before, after)))
                .containsExactly("opens SHARED_NETWORK via y: b -> a", "widens SHARED_NETWORK via y: a -> b");
    }

    @Test
    void saysWhereNothingIsKnownAnyMore() {
        Stack before = new Stack().network("x").service("a", "x").service("b", "x");
        Stack after = new Stack().network("x").service("a", "x").mode("b", "container:stranger");

        assertThat(diff(before, after).groups())
                .allSatisfy(g -> assertThat(g.kind()).isEqualTo(ReachChange.Kind.UNCERTAIN));
    }
}
