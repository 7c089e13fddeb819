package dev.bulkhead.migrate.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Story of a run that was left in the middle, in a few sentences. */
final class RunStory {

    private RunStory() {}

    static String of(RunRecord record) {
        StringBuilder story = new StringBuilder("Run ")
                .append(record.id())
                .append(" of iteration ")
                .append(record.iteration())
                .append(' ')
                .append(ending(record))
                .append(". ");
        story.append(record.done().size()).append(" of ").append(record.steps()).append(" steps are done.");
        record.begun()
                .forEach(step -> story.append(" Step ")
                        .append(step.step())
                        .append(" (")
                        .append(step.text())
                        .append(") had begun and may be done in part."));
        if (record.practice()) {
            story.append(" It was practice: no real container was touched.");
        }
        reason(record).ifPresent(sentence -> story.append(' ').append(sentence));
        if (!record.damage().isEmpty()) {
            story.append(" Its journal does not tell everything: ")
                    .append(String.join("; ", record.damage()))
                    .append('.');
        }
        return story.toString();
    }

    static String leaving(RunRecord record) {
        String begun = record.begun().stream()
                .map(step -> " Step " + step.step() + " had begun and may be done in part.")
                .collect(Collectors.joining());
        return "Run " + record.id() + " is closed with files and engine as they stand: "
                + record.done().size() + " of "
                + record.steps() + " steps are done and stay done, the others will not be carried out." + begun
                + " Nothing of it is verified. Its restore point stays: bulkhead rollback PATH --to " + record.id()
                + " --yes still goes back. The next plan starts from what is there.";
    }

    /** A run that stopped by itself says why just before it enters its last state. */
    private static Optional<String> reason(RunRecord record) {
        boolean stopped = record.state() == RunState.INTERRUPTED || record.state() == RunState.NEEDS_PERSON;
        List<JournalEntry> entries = record.entries().stream()
                .filter(entry -> !(entry instanceof JournalEntry.Seen))
                .toList();
        if (!stopped || entries.size() < 2) {
            return Optional.empty();
        }
        return entries.get(entries.size() - 2) instanceof JournalEntry.Noted noted
                ? Optional.of(noted.sentence())
                : Optional.empty();
    }

    private static String ending(RunRecord record) {
        return switch (record.state()) {
            case PREPARED, CAPTURING -> "ended before it touched anything";
            case APPLYING -> "was cut off while it applied its plan";
            case PAUSED -> "was cut off while it was paused";
            case VERIFYING -> "was cut off while it verified the result";
            case ROLLING_BACK -> "was cut off on the way back";
            case CANCELLED -> "was cancelled";
            case INTERRUPTED -> "was cut off";
            case NEEDS_PERSON -> "could not be rolled back completely";
            case LEFT -> "was left as it was";
            case AWAITING_CONFIRMATION -> "is done and verified, and waits for your word";
            case WATCHING -> "is done and verified, and is being watched";
            case SUCCEEDED -> "succeeded";
            case UNVERIFIED -> "was applied, but a check failed";
            case ROLLED_BACK -> "was rolled back";
            case ABANDONED -> "was given up before it touched anything";
        };
    }
}
