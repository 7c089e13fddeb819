package dev.bulkhead.ui.shell;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.ui.wizard.ReachLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What opens and what closes between two states of a project. */
final class ReachDifference {

    private ReachDifference() {}

    /** Returns the pairs whose answer differs, those that open first. */
    static List<ReachLine> of(ReachMatrix before, ReachMatrix after) {
        List<ReachLine> opens = new ArrayList<>();
        List<ReachLine> closes = new ArrayList<>();
        for (int from = 0; from < after.size(); from++) {
            for (int to = 0; to < after.size(); to++) {
                Optional<Integer> oldFrom = before.indexOf(after.subjects().get(from));
                Optional<Integer> oldTo = before.indexOf(after.subjects().get(to));
                if (from == to || oldFrom.isEmpty() || oldTo.isEmpty()) {
                    continue;
                }
                boolean was = before.verdict(oldFrom.get(), oldTo.get()) == Verdict.REACHABLE;
                boolean is = after.verdict(from, to) == Verdict.REACHABLE;
                String flow = name(after.subjects().get(from)) + " → "
                        + name(after.subjects().get(to));
                String why = after.answer(from, to)
                        .reason()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ');
                if (is && !was) {
                    opens.add(new ReachLine(ReachLine.Kind.OPENS, flow, why));
                } else if (was && !is) {
                    closes.add(new ReachLine(ReachLine.Kind.CLOSES, flow, why));
                }
            }
        }
        opens.addAll(closes);
        return opens;
    }

    private static String name(Subject subject) {
        return subject.text();
    }
}
