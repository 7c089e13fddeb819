package dev.bulkhead.ui.wizard.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.effect.ReachFigures;
import dev.bulkhead.migrate.effect.StepReach;
import dev.bulkhead.migrate.effect.StepReach.FlowWay;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.diff.ReachChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of who reaches whom after a step. */
class ReachLineTest {

    private static final ReachFigures FIGURES = new ReachFigures(0, 0, 0, 0);

    @Test
    void whatBreaksComesBeforeWhatOpensAndClosesAndWhatIsKeptComesLast() {
        StepReach reach = new StepReach(
                7,
                List.of(
                        group(ReachChange.Kind.OPENS, List.of("lan"), List.of("grafana")),
                        group(ReachChange.Kind.CLOSES, List.of("web", "api"), List.of("db"))),
                List.of(
                        new FlowWay("web -> db:5432", List.of("flat"), List.of()),
                        new FlowWay("proxy -> web:80", List.of("flat"), List.of("flat", "front"))),
                List.of("web -> db:5432", "must: a -> b"),
                List.of("must-not: lan -> db"),
                FIGURES);

        assertThat(ReachLine.of(reach))
                .containsExactly(
                        new ReachLine(ReachLine.Kind.BREAKS, "web → db:5432", "loses flat"),
                        new ReachLine(ReachLine.Kind.BREAKS, "must: a → b", "holds no longer"),
                        new ReachLine(ReachLine.Kind.OPENS, "lan → grafana", "flat, shared network"),
                        new ReachLine(ReachLine.Kind.CLOSES, "web, api → db", "flat, shared network"),
                        new ReachLine(ReachLine.Kind.MENDS, "must-not: lan → db", "holds now"),
                        new ReachLine(ReachLine.Kind.KEEPS, "proxy → web:80", "by flat, now by front as well"));
    }

    @Test
    void anotherWayIsToldByWhatCameAndWhatWent() {
        assertThat(how(List.of("flat"), List.of("front"))).isEqualTo("by front instead of flat");
        assertThat(how(List.of("flat", "front"), List.of("front"))).isEqualTo("by front, no longer by flat");
        assertThat(how(List.of(), List.of("front"))).isEqualTo("now by front");
        assertThat(how(List.of("a", "b"), List.of("b", "c"))).isEqualTo("by b, now by c as well, no longer by a");
    }

    private static String how(List<String> before, List<String> after) {
        FlowWay way = new FlowWay("a -> b", before, after);
        return ReachLine.of(new StepReach(1, List.of(), List.of(way), List.of(), List.of(), FIGURES))
                .getFirst()
                .how();
    }

    private static ChangeGroup group(ReachChange.Kind kind, List<String> from, List<String> to) {
        return new ChangeGroup(
                kind, ReachReason.SHARED_NETWORK, Optional.of("flat"), List.of(new ChangeGroup.Block(from, to)));
    }
}
