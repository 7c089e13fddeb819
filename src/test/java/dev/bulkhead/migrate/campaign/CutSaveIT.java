package dev.bulkhead.migrate.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run is killed while it writes its files: between any two writes the files may be a project that cannot be read, and the way
 * on and the way back are found all the same, also where the directory was moved.
 */
class CutSaveIT {

    private static final int EACH = 6;
    private static final int MOST = 80;

    @TempDir
    Path scratch;

    private int worlds;

    private PracticeWorld world() throws Exception {
        worlds++;
        return PracticeWorld.start(
                Files.createDirectories(scratch.resolve("world-" + worlds + "/harbour")),
                CatalogueAndPlaybooks.bundled());
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_THEN_CONTINUED", "KILLED_THEN_BACK", "DIRECTORY_MOVED"})
    void theWayIsFoundFromBetweenAnyTwoWrites(MishapKind kind) throws Exception {
        PracticeWorld first = world();
        Standing before = first.standing();
        Destination.FOUNDATION.session(first.migration()).apply(first.occasions());
        Standing end = first.standing();
        List<Verdict> verdicts = new ArrayList<>();
        for (int write = 0; write < MOST; write += EACH) {
            PracticeWorld world = world();
            Destination.FOUNDATION.session(world.migration()).apply(world.occasions());
            Point begun = writing(world);
            world.migration().rollback(Optional.empty(), event -> {});
            Verdict verdict = new Trial(world, Destination.FOUNDATION, before, end, write / EACH)
                    .carryOut(begun.atWrite(write), kind);
            if (verdict instanceof Verdict.NotTried) {
                break;
            }
            verdicts.add(verdict);
        }
        assertThat(verdicts).hasSizeGreaterThan(5).allMatch(Verdict.Passed.class::isInstance);
    }

    private static Point writing(World world) {
        return world.occasions().met().stream()
                .filter(point -> point.moment() == Moment.BEFORE)
                .filter(point -> point.step()
                        .map(PlanStep::operation)
                        .filter(Operation.WriteFiles.class::isInstance)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}
