package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.ui.words.Words;
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
            case COMPLETE -> step.practice() ? Words.of("pathwords.practised") : Words.of("pathwords.done");
            case NEXT ->
                step.playbook().available() ? Words.of("pathwords.next") : Words.of("pathwords.not-in-this-version");
            case PENDING ->
                step.waitsFor().isEmpty()
                        ? Words.of("pathwords.any-time")
                        : Words.of("pathwords.after", String.join(", ", step.waitsFor()));
            case SKIPPED -> Words.of("pathwords.skipped");
        };
    }

    /** Returns how a step stands, as a sentence. */
    static String standing(IterationStatus step) {
        if (!step.playbook().available()) {
            return Words.of("pathwords.this-version-of-bulkhead-cannot");
        }
        return switch (step.standing()) {
            case COMPLETE ->
                step.practice() ? Words.of("pathwords.done-in-practice-no-real") : Words.of("pathwords.done-2");
            case NEXT -> Words.of("pathwords.this-is-the-next-one");
            case SKIPPED -> Words.of("pathwords.you-skip-it-says-so", Rules.FILE);
            case PENDING ->
                step.waitsFor().isEmpty()
                        ? Words.of("pathwords.it-can-be-carried-out")
                        : step.waitsFor().size() == 1
                                ? Words.of(
                                        "pathwords.it-builds-on-one",
                                        step.waitsFor().getFirst())
                                : Words.of("pathwords.it-builds-on", String.join(", ", step.waitsFor()));
        };
    }
}
