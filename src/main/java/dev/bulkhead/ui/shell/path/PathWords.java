package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.reach.rules.Rules;
import java.util.Locale;

/** Words of the path, as short as its one line needs them; all of them are the playbook's own. */
final class PathWords {

    private static final int ABBREVIATION = 3;

    private PathWords() {}

    /** Returns a step's name for the trail: the playbook's short name as words. */
    static String name(Playbook playbook) {
        String words = playbook.name().replace('-', ' ');
        return words.length() <= ABBREVIATION
                ? words.toUpperCase(Locale.ROOT)
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Returns what stands in a step's circle: its number, or the first letter where it has a word instead. */
    static String sign(Playbook playbook) {
        return playbook.id().matches("\\d{1,2}")
                ? playbook.id()
                : playbook.id().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /** Returns what stands below the name. */
    static String below(IterationStatus step) {
        return switch (step.standing()) {
            case COMPLETE -> step.practice() ? "practised" : "done";
            case NEXT -> step.playbook().available() ? "next" : "not in this version";
            case PENDING -> step.waitsFor().isEmpty() ? "any time" : "after " + String.join(", ", step.waitsFor());
            case SKIPPED -> "skipped";
        };
    }

    /** Returns how a step stands, as a sentence. */
    static String standing(IterationStatus step) {
        if (!step.playbook().available()) {
            return "This version of Bulkhead cannot carry it out yet.";
        }
        return switch (step.standing()) {
            case COMPLETE -> step.practice() ? "Done, in practice: no real container was touched." : "Done.";
            case NEXT -> "This is the next one.";
            case SKIPPED -> "You skip it: " + Rules.FILE + " says so. It can be carried out all the same.";
            case PENDING ->
                step.waitsFor().isEmpty()
                        ? "It can be carried out at any time."
                        : "It builds on " + String.join(", ", step.waitsFor())
                                + (step.waitsFor().size() == 1
                                        ? ", which is not done yet."
                                        : ", which are not done yet.");
        };
    }
}
