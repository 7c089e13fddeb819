package dev.bulkhead.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionRecordTest {

    private final Path file;

    TransactionRecordTest(@TempDir Path directory) {
        this.file = directory.resolve("record");
    }

    private static TransactionRecord record() {
        return new TransactionRecord(
                TransactionRecord.Phase.COMMITTING,
                List.of(new TransactionRecord.Entry(
                        Path.of("/p/compose.yaml"),
                        TransactionRecord.Means.RENAME,
                        Optional.of(Digests.of(new byte[] {1})),
                        Optional.of(Digests.of(new byte[] {2})),
                        TransactionRecord.Permissions.UNCHANGED)),
                List.of(Path.of("/p/new directory")));
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        Files.writeString(file, record().text(file.getParent().toRealPath()));

        assertThat(TransactionRecord.read(file)).isEqualTo(Optional.of(record()));
    }

    @Test
    void namesTheFilesOfTheProjectThatItIsInAlsoAfterAMove(@TempDir Path other) throws Exception {
        Path moved = Files.createDirectories(other.resolve("new/state")).resolve("record");
        Files.writeString(moved, record().text(Path.of("/p/state")));

        TransactionRecord read = TransactionRecord.read(moved).orElseThrow();

        Path project = other.toRealPath().resolve("new");
        assertThat(read.entries()).extracting(entry -> entry.target()).containsExactly(project.resolve("compose.yaml"));
        assertThat(read.newDirectories()).containsExactly(project.resolve("new directory"));
    }

    @Test
    void noByteCanChangeAndNoneBeMissingUnnoticed() throws Exception {
        byte[] sound = record().text(file.getParent().toRealPath()).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < sound.length; i++) {
            byte[] damaged = sound.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(() -> TransactionRecord.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + " is damaged; compare the project's files with those named");
            Files.write(file, Arrays.copyOf(sound, i));
            assertThatThrownBy(() -> TransactionRecord.read(file)).isInstanceOf(IOException.class);
        }
    }
}
