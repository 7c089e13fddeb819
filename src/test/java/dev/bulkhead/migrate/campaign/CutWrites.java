package dev.bulkhead.migrate.campaign;

import dev.bulkhead.files.CutTransaction;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.testing.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        List<FileWrite> writes = writes(point).orElseGet(this::writesBack);
        return CutTransaction.cutAt(
                write, world.directory(), world.directory().resolve(".bulkhead/transaction"), writes);
    }

    /** What an operation writes; empty where it is not about files. */
    private static Optional<List<FileWrite>> writes(Point point) {
        return point.step()
                .map(PlanStep::operation)
                .flatMap(operation -> operation instanceof Operation.WriteFiles(var changes)
                        ? Optional.of(changes.stream()
                                .map(change -> new FileWrite(
                                        change.path(),
                                        change.after().map(text -> text.getBytes(StandardCharsets.UTF_8))))
                                .toList())
                        : Optional.empty());
    }

    /**
     * Returns the key of each point to the number of its single writes, counted in a copy of the project.
     *
     * @param points of the run, in order
     * @param back where the way back begins to write
     */
    Map<String, Integer> count(List<Point> points, Optional<Point> back) throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        Path parent = Files.createTempDirectory("copy");
        try {
            Path copy = Files.createDirectory(parent.resolve("project"));
            for (String name : before.files().keySet()) {
                Path file = copy.resolve(name);
                Files.createDirectories(file.getParent());
                Files.copy(world.directory().resolve(name), file, StandardCopyOption.COPY_ATTRIBUTES);
            }
            TreeMap<Path, Optional<byte[]>> undo = new TreeMap<>();
            for (Point point : points) {
                List<FileWrite> writes = writes(point).orElse(List.of()).stream()
                        .map(write -> new FileWrite(
                                copy.resolve(world.directory().relativize(write.path())), write.content()))
                        .toList();
                for (FileWrite write : writes) {
                    if (!undo.containsKey(write.path())) {
                        undo.put(
                                write.path(),
                                Files.exists(write.path())
                                        ? Optional.of(Files.readAllBytes(write.path()))
                                        : Optional.empty());
                    }
                }
                if (!writes.isEmpty()) {
                    counts.put(point.key(), CutTransaction.steps(copy, parent.resolve("transaction"), writes));
                }
            }
            if (back.isPresent() && !undo.isEmpty()) {
                List<FileWrite> writes = new ArrayList<>();
                undo.forEach((path, content) -> writes.add(new FileWrite(path, content)));
                counts.put(back.get().key(), CutTransaction.steps(copy, parent.resolve("transaction"), writes));
            }
        } finally {
            SampleFiles.deleteTree(parent);
        }
        return counts;
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
