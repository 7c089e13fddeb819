package dev.bulkhead.migrate;

import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.migrate.run.JournalEntry;
import dev.bulkhead.migrate.run.RunRecord;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What pruning removed.
 *
 * @param runs the runs whose restore points and plans went
 * @param secrets the secrets that were set aside for those runs alone, by the files they stood in
 */
public record Pruned(List<String> runs, List<String> secrets) {

    public Pruned {
        runs = List.copyOf(runs);
        secrets = List.copyOf(secrets);
    }

    /** Removes the secrets that runs had set aside which are gone, unless one that is kept set the same aside. */
    static Pruned of(Path aside, List<String> gone, List<RunRecord> records) throws IOException {
        Set<String> needed = new TreeSet<>();
        Set<String> free = new TreeSet<>();
        for (RunRecord record : records) {
            (gone.contains(record.id()) ? free : needed).addAll(names(record));
        }
        free.removeAll(needed);
        List<String> removed = new ArrayList<>();
        for (String name : free) {
            Path file = aside.resolve(name).normalize();
            if (file.startsWith(aside) && Files.deleteIfExists(file)) {
                removed.add(name);
                removeEmptyAbove(file, aside);
            }
        }
        return new Pruned(gone, removed);
    }

    /** The way back of a step tells what it sets aside. */
    private static List<String> names(RunRecord record) {
        return record.entries().stream()
                .flatMap(entry -> entry instanceof JournalEntry.Began step ? step.inverse().stream() : Stream.of())
                .flatMap(operation ->
                        operation instanceof Operation.HandleSecrets(SecretTask task) ? names(task) : Stream.of())
                .toList();
    }

    private static Stream<String> names(SecretTask task) {
        return switch (task) {
            case SecretTask.Remove(var files) -> files.stream().map(SecretFile::name);
            case SecretTask.PutBack(var renewal) ->
                Stream.of(".was-", ".new-").map(kind -> renewal.file().name() + kind + renewal.turn());
            case SecretTask.Write _, SecretTask.Replace _, SecretTask.ReadableBy _, SecretTask.Hidden _ -> Stream.of();
        };
    }

    private static void removeEmptyAbove(Path file, Path aside) throws IOException {
        Optional<Path> folder = Optional.ofNullable(file.getParent());
        try {
            while (folder.filter(above -> above.startsWith(aside)).isPresent()) {
                Files.deleteIfExists(folder.get());
                folder = Optional.ofNullable(folder.get().getParent());
            }
        } catch (DirectoryNotEmptyException used) {
            // something else is set aside there
        }
    }
}
