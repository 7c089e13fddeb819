package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.migrate.effect.StepReach;
import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Line of who reaches whom after a step.
 *
 * @param kind what becomes of it
 * @param what the pairs, flow or rule
 * @param how what carries it, or carried it; may be empty
 */
record ReachLine(Kind kind, String what, String how) {

    /** What a step does to a pair, a flow or a rule; the word is told before it. */
    enum Kind {
        BREAKS,
        OPENS,
        CLOSES,
        WIDENS,
        NARROWS,
        UNCERTAIN,
        MENDS,
        KEEPS;

        String word() {
            return switch (this) {
                case BREAKS -> Words.of("reachline.breaks");
                case OPENS -> Words.of("reachline.opens");
                case CLOSES -> Words.of("reachline.closes");
                case WIDENS -> Words.of("reachline.widens");
                case NARROWS -> Words.of("reachline.narrows");
                case UNCERTAIN -> Words.of("reachline.uncertain");
                case MENDS -> Words.of("reachline.mends");
                case KEEPS -> Words.of("reachline.keeps");
            };
        }
    }

    /** Returns what a step changes, what matters most first. */
    static List<ReachLine> of(StepReach reach) {
        List<ReachLine> lines = new ArrayList<>();
        reach.ways().stream()
                .filter(way -> way.after().isEmpty())
                .forEach(way -> lines.add(new ReachLine(
                        Kind.BREAKS, arrow(way.flow()), Words.of("reachline.loses", names(way.before())))));
        reach.breaks().stream()
                .filter(what ->
                        reach.ways().stream().noneMatch(way -> way.flow().equals(what)))
                .forEach(what ->
                        lines.add(new ReachLine(Kind.BREAKS, arrow(what), Words.of("reachline.holds-no-longer"))));
        reach.groups().forEach(group -> lines.addAll(of(group)));
        reach.mends().stream()
                .filter(what ->
                        reach.ways().stream().noneMatch(way -> way.flow().equals(what)))
                .forEach(what -> lines.add(new ReachLine(Kind.MENDS, arrow(what), Words.of("reachline.holds-now"))));
        reach.ways().stream()
                .filter(way -> !way.after().isEmpty())
                .forEach(way -> lines.add(
                        new ReachLine(way.before().isEmpty() ? Kind.MENDS : Kind.KEEPS, arrow(way.flow()), how(way))));
        return List.copyOf(lines);
    }

    /** Returns the changes that have one cause. */
    static List<ReachLine> of(ChangeGroup group) {
        String reason = group.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String how = group.via().map(via -> via + ", " + reason).orElse(reason);
        return group.blocks().stream()
                .map(block -> new ReachLine(
                        Kind.valueOf(group.kind().name()), names(block.from()) + " → " + names(block.to()), how))
                .toList();
    }

    private static String how(StepReach.FlowWay way) {
        List<String> added = way.after().stream()
                .filter(name -> !way.before().contains(name))
                .toList();
        List<String> gone = way.before().stream()
                .filter(name -> !way.after().contains(name))
                .toList();
        List<String> stays = way.after().stream().filter(way.before()::contains).toList();
        if (way.before().isEmpty()) {
            return Words.of("reachline.now-by", names(way.after()));
        }
        if (stays.isEmpty()) {
            return Words.of("reachline.by-instead-of", names(added), names(gone));
        }
        return Stream.of(
                        Words.of("reachline.by", names(stays)),
                        added.isEmpty() ? "" : Words.of("reachline.now-by-as-well", names(added)),
                        gone.isEmpty() ? "" : Words.of("reachline.no-longer-by", names(gone)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }

    private static String arrow(String rule) {
        return rule.replace(" -> ", " → ");
    }
}
