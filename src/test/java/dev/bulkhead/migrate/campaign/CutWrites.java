package dev.bulkhead.migrate.campaign;

import dev.bulkhead.files.CutTransaction;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Writes of a run that are cut off between two of them, forward or on the way back. */
final class CutWrites {

    private final World world;
    private final Standing before;

    CutWrites(World world, Standing before) {
        this.world = world;
        this.before = before;
    }

    /** Writes what an operation that has begun writes, up to a step. */
    boolean cut(Point point, int write) throws Exception {
        List<FileWrite> writes = point.step()
                .map(PlanStep::operation)
                .flatMap(operation -> operation instanceof Operation.WriteFiles(var changes)
                        ? Optional.of(changes.stream()
                                .map(change -> new FileWrite(
                                        change.path(),
                                        change.after().map(text -> text.getBytes(StandardCharsets.UTF_8))))
                                .toList())
                        : Optional.empty())
                .orElseGet(this::writesBack);
        return CutTransaction.cutAt(
                write, world.directory(), world.directory().resolve(".bulkhead/transaction"), writes);
    }

    /** What the way back writes. */
    private List<FileWrite> writesBack() {
        try {
            Standing now = world.standing();
            TreeSet<String> names = new TreeSet<>(before.files().keySet());
            names.addAll(now.files().keySet());
            return names.stream()
                    .filter(name -> !Optional.ofNullable(before.files().get(name))
                            .equals(Optional.ofNullable(now.files().get(name))))
                    .map(name -> new FileWrite(
                            world.directory().resolve(name),
                            Optional.ofNullable(before.files().get(name))
                                    .map(text -> text.substring(text.indexOf('\n') + 1)
                                            .getBytes(StandardCharsets.UTF_8))))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
