package dev.bulkhead.migrate.campaign;

import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.migrate.watch.GuardStarter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judgement on a run that met a mishap: how it ended, and the way on or back from there, compared with what was and is wanted. */
final class Judgement {

    private static final Set<String> ANY_DIRECTORY = Set.of(Surprises.DIRECTORY);
    private static final Pattern SETTLED_BY = Pattern.compile("--take (\\S+)=found");
    private static final int CHOICES = 5;

    private final World world;
    private final Standing before;
    private final Standing end;
    private final OperatorEdits edits;

    Judgement(World world, Standing before, Standing end, OperatorEdits edits) {
        this.world = world;
        this.before = before;
        this.end = end;
        this.edits = edits;
    }

    /** Something is not as it has to be. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what);
        }
    }

    /** How a run ended, or that it was refused. */
    sealed interface Ending {
        record Ended(RunOutcome outcome) implements Ending {}

        record Refused(String sentence) implements Ending {}
    }

    /** Judges how a run ended, goes back if there is something to go back from, and judges that. */
    void settle(Ending ending) throws Exception {
        sentence(ending);
        switch (ending) {
            case Ending.Refused(var sentence) -> back();
            case Ending.Ended(var outcome) -> {
                switch (outcome.state()) {
                    case ROLLED_BACK, ABANDONED -> asBefore("after \"" + outcome.sentence() + "\"");
                    case SUCCEEDED -> {
                        if (!inPart(outcome)) {
                            asAfter("after \"" + outcome.sentence() + "\"");
                        }
                        newestBack();
                    }
                    case UNVERIFIED -> newestBack();
                    case INTERRUPTED, CANCELLED, NEEDS_PERSON -> back();
                    case PREPARED,
                            CAPTURING,
                            APPLYING,
                            PAUSED,
                            VERIFYING,
                            ROLLING_BACK,
                            LEFT,
                            AWAITING_CONFIRMATION,
                            WATCHING -> throw new Wrong("the run ended " + outcome.state() + ": " + outcome.sentence());
                }
            }
        }
    }

    /** Of a run whose phases stand for themselves, those that misbehaved were taken back alone. */
    private static boolean inPart(RunOutcome outcome) {
        return outcome.sentence().contains(" was taken back alone");
    }

    static void sentence(Ending ending) throws Wrong {
        String sentence = switch (ending) {
            case Ending.Refused(var said) -> said;
            case Ending.Ended(var outcome) -> outcome.sentence();
        };
        if (!sentence.strip().endsWith(".") || sentence.contains("null") || sentence.contains("Exception")) {
            throw new Wrong("this is no sentence for an operator: " + sentence);
        }
    }

    /** Goes on with what was left in the middle. */
    void onward() throws Exception {
        Optional<RunRecord> open = world.migration().openRun();
        if (open.isEmpty()) {
            nothingOpen();
            return;
        }
        if (!open.get().canContinue()) {
            back();
            return;
        }
        RunControl control = new RunControl();
        Destination.give(control);
        RunOutcome outcome =
                world.migration().resume(open.get(), ANY_DIRECTORY, event -> {}, control, GuardStarter.NONE);
        if (outcome.state() != RunState.SUCCEEDED) {
            throw new Wrong("continuing gave " + outcome.state() + ": " + outcome.sentence());
        }
        if (!inPart(outcome)) {
            asAfter("after continuing");
        }
        newestBack();
    }

    /** Goes back from what was left in the middle. */
    void back() throws Exception {
        Optional<RunRecord> open = world.migration().openRun();
        if (open.isEmpty()) {
            nothingOpen();
            return;
        }
        rollBack(open.get().restorePoint().orElseThrow());
    }

    /** It had not begun, or had come to its end. */
    private void nothingOpen() throws Exception {
        List<String> different = clean(before).differencesTo(clean(world.standing()));
        if (!different.isEmpty()) {
            asAfter("with no run open, and things not as before (" + different + ")");
            newestBack();
        }
    }

    private void newestBack() throws Exception {
        world.moveClock(Duration.ZERO);
        rollBack(world.migration().restorePoints().getFirst().id());
    }

    private void rollBack(String point) throws Exception {
        RunOutcome outcome = rollBackOrAsk(point);
        if (outcome.state() != RunState.ROLLED_BACK) {
            throw new Wrong("going back gave " + outcome.state() + ": " + outcome.sentence());
        }
        asBefore("after going back");
    }

    /** Where a file has to be settled first, it is taken as the run found it; what it held is kept. */
    private RunOutcome rollBackOrAsk(String point) throws Exception {
        Map<String, Take> choices = new HashMap<>();
        for (int asked = 0; asked < CHOICES; asked++) {
            try {
                return world.migration().rollback(Optional.of(point), choices, ANY_DIRECTORY, event -> {});
            } catch (MigrationException e) {
                Matcher settled = SETTLED_BY.matcher(String.valueOf(e.getMessage()));
                if (!edits.made() || !settled.find()) {
                    throw new Wrong("going back was refused: " + e.getMessage());
                }
                do {
                    choices.put(settled.group(1), Take.FOUND);
                } while (settled.find());
            }
        }
        throw new Wrong("going back asks without end");
    }

    /**
     * As after an undisturbed run. Which number Compose gave a container, and the name that comes of it, is not in the files:
     * one that had to be made anew has another than one that was exchanged. Going back has to bring it back.
     */
    private void asAfter(String when) throws Exception {
        List<String> differences = clean(end)
                .whateverTheNumbers()
                .differencesTo(clean(world.standing()).whateverTheNumbers());
        if (!differences.isEmpty()) {
            throw new Wrong(when + ": " + String.join("; ", differences));
        }
    }

    void asBefore(String when) throws Exception {
        as(before, when);
        if (edits.made() && !mineIsSomewhere()) {
            throw new Wrong("what the operator wrote is lost " + when);
        }
    }

    private void as(Standing wanted, String when) throws Exception {
        List<String> differences = clean(wanted).differencesTo(clean(world.standing()));
        if (!differences.isEmpty()) {
            throw new Wrong(when + ": " + String.join("; ", differences));
        }
    }

    private Standing clean(Standing standing) {
        return edits.made() ? standing.withoutMine() : standing;
    }

    private boolean mineIsSomewhere() throws IOException {
        try (Stream<Path> all = Files.walk(world.directory())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(Standing.MINE)) {
                    return true;
                }
            }
        }
        return false;
    }
}
