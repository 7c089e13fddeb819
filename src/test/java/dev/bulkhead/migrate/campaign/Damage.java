package dev.bulkhead.migrate.campaign;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.migrate.watch.GuardStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Damage to records, byte by byte: each is named and sets its record aside; the bytes are put back afterwards. */
final class Damage {

    private static final int BYTES = 3;

    /** Records whose damage costs nothing: what worked before is then not known, and a torn journal ends at its last whole line. */
    private static final Set<String> FORGIVEN = Set.of("baseline", "entrances", "journal.jsonl");

    private final World world;
    private final Random random;

    Damage(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    /** Damages one record after the other. */
    void tryEach(List<Path> records) throws Exception {
        for (Path record : records) {
            byte[] whole = Files.readAllBytes(record);
            try {
                for (int i = 0; i < BYTES && whole.length > 0; i++) {
                    byte[] wrong = whole.clone();
                    wrong[random.nextInt(wrong.length)] ^= (byte) (1 + random.nextInt(255));
                    tell(record, wrong);
                }
                if (whole.length > 1) {
                    tell(record, Arrays.copyOf(whole, random.nextInt(whole.length - 1)));
                }
            } finally {
                Files.write(record, whole);
            }
        }
    }

    private void tell(Path record, byte[] wrong) throws IOException, MigrationException {
        Files.write(record, wrong);
        Migration migration = world.migration();
        boolean named = !migration.damagedRecords().isEmpty();
        try {
            migration.openRun();
            migration.restorePoints();
        } catch (MigrationException e) {
            named = true;
        }
        if (record.getFileName().toString().equals("plan")) {
            refusesToGoOn(migration, record);
        } else if (!named && record.toString().contains("restore-points")) {
            isLookedAtBeforeItIsUsed(migration, record);
        } else if (!named && !FORGIVEN.contains(String.valueOf(record.getFileName()))) {
            throw new IllegalStateException("Nobody noticed that " + record + " is damaged.");
        }
    }

    /** A plan is needed for going on alone, and is looked at then. */
    private static void refusesToGoOn(Migration migration, Path record) throws MigrationException {
        Optional<RunRecord> open = migration.openRun();
        if (open.isEmpty() || !open.get().canContinue()) {
            return;
        }
        try {
            migration.resume(open.get(), Set.of(Surprises.DIRECTORY), event -> {}, new RunControl(), GuardStarter.NONE);
        } catch (MigrationException refused) {
            return;
        }
        throw new IllegalStateException("It went on by " + record + ", which is damaged.");
    }

    /** What a restore point holds is looked at before anything is touched; a way back that does not need it may go on. */
    private static void isLookedAtBeforeItIsUsed(Migration migration, Path record) throws MigrationException {
        Optional<RunRecord> open = migration.openRun();
        if (open.isEmpty()) {
            return;
        }
        RunOutcome outcome;
        try {
            outcome = migration.rollback(open.get().restorePoint(), Map.of(), Set.of(Surprises.DIRECTORY), event -> {});
        } catch (MigrationException refused) {
            return;
        }
        if (outcome.state() != RunState.ROLLED_BACK) {
            throw new IllegalStateException("Going back with " + record + " damaged gave " + outcome.sentence());
        }
    }
}
