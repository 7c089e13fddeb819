package dev.bulkhead.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.migrate.record.Digest;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.FileMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Instant AT = Instant.parse("2026-01-05T14:02:11.250Z");
    private static final JournalEntry OPENED = new JournalEntry.Opened(AT, "run-1", "1", "shop", 2, false);
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

        assertThat(journal.read()).isEqualTo(new Journal.Reading(all, List.of()));
    }

    @Test
    void isReadableLineByLine() throws Exception {
        journal.append(BEGAN);

        assertThat(Files.readString(directory.resolve("journal.jsonl")))
                .isEqualTo(
                        "{\"format\":2,\"n\":1,\"entry\":{\"kind\":\"Began\",\"at\":\"2026-01-05T14:02:11.250Z\",\"step\":1,"
                                + "\"text\":\"dmz-net: create network\",\"inverse\":[{\"kind\":\"RemoveNetwork\","
                                + "\"network\":{\"name\":\"dmz-net\",\"options\":{\"driver\":null,\"external\":false,"
                                + "\"internal\":false,\"attachable\":false,\"enableIpv6\":false,\"driverOpts\":{},"
                                + "\"labels\":{}},\"subnets\":[{\"subnet\":\"172.20.0.0/24\",\"gateway\":null,"
                                + "\"ipRange\":null,\"auxAddresses\":{}}]}}]},\"digest\":\"dec48a0402c9f3406620fd1d6851d6dfe67bedc3d3953ca55a9eba55da7629b1\"}\n");
    }

    @Test
    void aLineThatACrashCutOffIsSkippedAndWrittenOver() throws Exception {
        journal.append(OPENED);
        Files.writeString(
                directory.resolve("journal.jsonl"), "{\"kind\":\"Began\",\"at\":\"20", StandardOpenOption.APPEND);

        assertThat(journal.read()).isEqualTo(new Journal.Reading(List.of(OPENED), List.of()));
        journal.append(DONE);
        assertThat(journal.read()).isEqualTo(new Journal.Reading(List.of(OPENED, DONE), List.of()));
    }

    @Test
    void aDamagedByteAnywhereIsNamedAndCostsOneLine() throws Exception {
        List<JournalEntry> all = List.of(OPENED, BEGAN, DONE);
        for (JournalEntry entry : all) {
            journal.append(entry);
        }
        Path file = directory.resolve("journal.jsonl");
        byte[] sound = Files.readAllBytes(file);

        for (int i = 0; i < sound.length; i++) {
            byte[] damaged = sound.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);

            Journal.Reading read = journal.read();

            assertThat(read.damage()).as("byte %d", i).isNotEmpty();
            assertThat(all).as("byte %d", i).containsAll(read.entries());
            // a damaged end of a line takes the next line with it
            assertThat(read.entries()).as("byte %d", i).hasSizeGreaterThanOrEqualTo(all.size() - 2);
        }
    }

    @Test
    void aLineIsAppendedAfterADamagedOneToo() throws Exception {
        journal.append(OPENED);
        journal.append(BEGAN);
        Path file = directory.resolve("journal.jsonl");
        Files.writeString(file, Files.readString(file).replace("dmz-net", "dmz-bet"));

        journal.append(DONE);

        assertThat(journal.read())
                .isEqualTo(new Journal.Reading(List.of(OPENED, DONE), List.of("line 2 of " + file + " is damaged")));
    }

    @Test
    void aFieldThatCameLaterIsReadWhereItStands() throws Exception {
        SecretSource.Generated shown = new SecretSource.Generated(SecretSource.Form.HEX, 32, true);
        JournalEntry began = new JournalEntry.Began(
                AT,
                1,
                "db: secret",
                List.of(new Operation.HandleSecrets(
                        new SecretTask.Write(List.of(new SecretFile("secrets/db", shown))))));
        journal.append(began);

        assertThat(journal.read()).isEqualTo(new Journal.Reading(List.of(began), List.of()));
    }

    @Test
    void aFieldThatCameLaterIsMissingInWhatAnEarlierBuildWrote() throws Exception {
        SecretSource.Generated made = new SecretSource.Generated(SecretSource.Form.HEX, 32);
        SecretFile file =
                new SecretFile("secrets/db", made, new SecretFile.Access(FileMode.OWNER_ONLY, Optional.empty()));
        JournalEntry began = new JournalEntry.Began(
                AT, 1, "db: secret", List.of(new Operation.HandleSecrets(new SecretTask.Write(List.of(file)))));
        journal.append(began);
        Path written = directory.resolve("journal.jsonl");
        String line = Files.readString(written);
        String entry = line.substring(line.indexOf("{\"kind\""), line.indexOf(",\"digest\""));
        String earlier = entry.replace(",\"shown\":false", "");
        assertThat(earlier).isNotEqualTo(entry);
        Files.writeString(
                written,
                "{\"format\":2,\"n\":1,\"entry\":" + earlier + ",\"digest\":\"" + Digest.of("journal 2 1\n" + earlier)
                        + "\"}\n");

        assertThat(journal.read()).isEqualTo(new Journal.Reading(List.of(began), List.of()));
    }

    @Test
    void aLineOfALaterFormatIsNamedAndNotGuessedAt() throws Exception {
        journal.append(OPENED);
        String entry = "{\"kind\":\"Wondered\"}";
        Path file = directory.resolve("journal.jsonl");
        Files.writeString(
                file,
                "{\"format\":9,\"n\":2,\"entry\":" + entry + ",\"digest\":\"" + Digest.of("journal 9 2\n" + entry)
                        + "\"}\n",
                StandardOpenOption.APPEND);

        assertThat(journal.read())
                .isEqualTo(new Journal.Reading(
                        List.of(OPENED),
                        List.of("line 2 of " + file
                                + " is of format 9, which this version of Bulkhead does not know")));
    }
}
