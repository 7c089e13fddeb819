package dev.bulkhead.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Instant AT = Instant.parse("2026-01-05T14:02:11.250Z");
    private static final JournalEntry OPENED = new JournalEntry.Opened(AT, "run-1", "1", "shop", 2);
    private static final JournalEntry BEGAN = new JournalEntry.Began(
            AT,
            1,
            "dmz-net: create network",
            List.of(new Operation.RemoveNetwork(
                    new NetworkSpec("dmz-net", NetworkOptions.defaults(), List.of(Subnet.of("172.20.0.0/24"))))));
    private static final JournalEntry DONE = new JournalEntry.Done(
            AT,
            1,
            Duration.ofMillis(1200),
            "created",
            Map.of("proxy", new Downtime(Duration.ofMillis(900), Duration.ofSeconds(2))));

    private final Path directory;
    private final Journal journal;

    JournalTest(@TempDir Path directory) {
        this.directory = directory;
        this.journal = new Journal(directory);
    }

    @Test
    void givesBackEveryKindOfEntry() throws Exception {
        List<JournalEntry> all = List.of(
                OPENED,
                new JournalEntry.Entered(AT, RunState.CAPTURING),
                new JournalEntry.Secured(AT, "rp-1"),
                BEGAN,
                DONE,
                new JournalEntry.Failed(AT, 2, "The engine is gone."),
                new JournalEntry.Noted(AT, "Rolled back."));
        for (JournalEntry entry : all) {
            journal.append(entry);
        }

        assertThat(journal.read()).isEqualTo(all);
    }

    @Test
    void isReadableLineByLine() throws Exception {
        journal.append(BEGAN);

        assertThat(Files.readString(directory.resolve("journal.jsonl")))
                .isEqualTo("{\"kind\":\"Began\",\"at\":\"2026-01-05T14:02:11.250Z\",\"step\":1,"
                        + "\"text\":\"dmz-net: create network\",\"inverse\":[{\"kind\":\"RemoveNetwork\","
                        + "\"network\":{\"name\":\"dmz-net\",\"options\":{\"driver\":null,\"external\":false,"
                        + "\"internal\":false,\"attachable\":false,\"enableIpv6\":false,\"driverOpts\":{},"
                        + "\"labels\":{}},\"subnets\":[{\"subnet\":\"172.20.0.0/24\",\"gateway\":null,"
                        + "\"ipRange\":null,\"auxAddresses\":{}}]}}]}\n");
    }

    @Test
    void aLineThatACrashCutOffIsSkippedAndWrittenOver() throws Exception {
        journal.append(OPENED);
        Files.writeString(
                directory.resolve("journal.jsonl"), "{\"kind\":\"Began\",\"at\":\"20", StandardOpenOption.APPEND);

        assertThat(journal.read()).containsExactly(OPENED);
        journal.append(DONE);
        assertThat(journal.read()).containsExactly(OPENED, DONE);
    }
}
