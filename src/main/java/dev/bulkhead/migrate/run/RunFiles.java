package dev.bulkhead.migrate.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.restore.StoredJson;
import dev.bulkhead.migrate.verify.Baseline;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** What a run keeps beside its journal, so that it can be taken up again: its plan, and what worked before. */
final class RunFiles {

    private final Path directory;
    private final ObjectMapper json = StoredJson.mapper(Operation.class)
            .addMixIn(Plan.class, StoredJson.WithoutDerived.class)
            .build();

    /**
     * What was decided before the first operation.
     *
     * @param plan the plan, texts of files included
     * @param flows the flows that have to work
     * @param mayGo what the change is meant to take away
     * @param facts what the report tells that is decided before
     */
    record Decided(Plan plan, List<MustFlow> flows, MayGo mayGo, ReportFacts facts) {}

    RunFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    Journal journal() {
        return new Journal(directory);
    }

    void writeDecided(Decided decided) throws IOException {
        write("plan.json", json.writeValueAsString(decided));
    }

    Decided readDecided() throws IOException {
        return json.readValue(Files.readString(directory.resolve("plan.json")), Decided.class);
    }

    void writeBaseline(Baseline baseline) throws IOException {
        write("baseline.json", json.writeValueAsString(baseline));
    }

    Baseline readBaseline() throws IOException {
        Path file = directory.resolve("baseline.json");
        return Files.isRegularFile(file) ? json.readValue(Files.readString(file), Baseline.class) : Baseline.UNKNOWN;
    }

    Path writeReport(String markdown) throws IOException {
        return write("report.md", markdown);
    }

    Optional<Path> report() {
        return Optional.of(directory.resolve("report.md")).filter(Files::isRegularFile);
    }

    private Path write(String name, String text) throws IOException {
        Path draft = directory.resolve(name + ".new");
        Files.writeString(draft, text);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return Files.move(
                draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
