package dev.bulkhead.migrate.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Records of the newest run of a project, as they lie on disk. */
final class NewestRecords {

    private final World world;
    private final long seed;

    NewestRecords(World world, long seed) {
        this.world = world;
        this.seed = seed;
    }

    /** Takes the last line of the journal away, or tears it, as an end between the deed and the word does. */
    void forgetLastLine() throws IOException {
        Optional<Path> journal = newest("runs").map(run -> run.resolve("journal.jsonl"));
        if (journal.isEmpty()) {
            return;
        }
        List<String> lines = Files.readAllLines(journal.get());
        String torn = seed % 2 == 0
                ? ""
                : lines.getLast().substring(0, lines.getLast().length() / 2);
        Files.writeString(journal.get(), String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + torn);
    }

    /** Damages one record after the other, and mends it again. */
    void damage() throws Exception {
        List<Path> records = new ArrayList<>();
        for (String folder : List.of("runs", "restore-points")) {
            Optional<Path> newest = newest(folder);
            if (newest.isPresent()) {
                try (Stream<Path> all = Files.walk(newest.get())) {
                    all.filter(Files::isRegularFile).sorted().forEach(records::add);
                }
            }
        }
        new Damage(world, seed).tryEach(records);
    }

    private Optional<Path> newest(String folder) throws IOException {
        Path all = world.directory().resolve(".bulkhead").resolve(folder);
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> runs = Files.list(all)) {
            return runs.sorted().reduce((a, b) -> b);
        }
    }
}
