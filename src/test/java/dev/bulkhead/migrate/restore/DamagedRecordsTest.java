package dev.bulkhead.migrate.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.record.RecordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are damaged byte by byte, cut off anywhere, or emptied. */
class DamagedRecordsTest {

    private final Path directory;
    private final RestorePoints points;

    DamagedRecordsTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        this.points = new RestorePoints(directory);
        for (String id : List.of("0001-old", "0002-new")) {
            points.take(new RestoreContent(
                    new RestorePoint(
                            id, id, "1", Instant.parse("2026-01-05T14:02:11Z"), new RestorePoint.Counts(1, 0, 0, 4)),
                    "shop",
                    "/p",
                    List.of(new FileCopy("a.yml", bytes("old\n"), Optional.of("rw-r--r--"), bytes("new\n"))),
                    new ObservedState(List.of(), List.of()),
                    List.of()));
        }
    }

    private static Kept bytes(String text) {
        return new Kept.Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns every way in which one byte of a file can be another, and every place where it can be cut off. */
    private static Stream<byte[]> damaged(byte[] sound) {
        Stream<byte[]> flipped = Stream.iterate(0, i -> i < sound.length, i -> i + 1)
                .flatMap(i -> Stream.of(1, 0x20, 0x80).map(bit -> {
                    byte[] copy = sound.clone();
                    copy[i] ^= (byte) (int) bit;
                    return copy;
                }));
        Stream<byte[]> cut =
                Stream.iterate(0, i -> i < sound.length, i -> i + 1).map(i -> Arrays.copyOf(sound, i));
        return Stream.concat(flipped, cut);
    }

    @Test
    void aDamagedManifestIsNamedAndKeepsNoOtherFromBeingUsed() throws Exception {
        Path manifest = directory.resolve("0001-old/manifest");
        byte[] sound = Files.readAllBytes(manifest);
        for (byte[] damaged : damaged(sound).toList()) {
            Files.write(manifest, damaged);

            assertThat(points.list().points()).extracting(RestorePoint::id).containsExactly("0002-new");
            assertThat(points.list().damaged())
                    .extracting(damage -> damage.record())
                    .containsExactly("0001-old");
            assertThatThrownBy(() -> points.load("0001-old")).isInstanceOf(DamagedRecordException.class);
            assertThat(points.load("0002-new")).isPresent();
        }
    }

    @Test
    void aDamagedStateOfTheEngineIsNotUsed() throws Exception {
        Path state = directory.resolve("0001-old/engine");
        byte[] sound = Files.readAllBytes(state);
        for (byte[] damaged : damaged(sound).toList()) {
            Files.write(state, damaged);

            assertThatThrownBy(() -> points.load("0001-old")).isInstanceOf(DamagedRecordException.class);
        }
        Files.copy(directory.resolve("0002-new/engine"), state, StandardCopyOption.REPLACE_EXISTING);
        assertThat(points.load("0001-old")).isPresent();
    }

    @Test
    void aDamagedCopyOfAFileIsNeverPutBack() throws Exception {
        Path copy = directory.resolve("0001-old/files/0-found");
        byte[] sound = Files.readAllBytes(copy);
        for (byte[] damaged : damaged(sound).toList()) {
            Files.write(copy, damaged);

            RestoreContent content = points.load("0001-old").orElseThrow();

            assertThat(content.files().getFirst().found()).isInstanceOf(Kept.Damaged.class);
        }
    }

    @Test
    void aFileThatIsAsItWasNeedsNoCopy(@TempDir Path project) throws Exception {
        Files.writeString(directory.resolve("0001-old/files/0-found"), "o");
        RestoreContent content = points.load("0001-old").orElseThrow();

        Files.writeString(project.resolve("a.yml"), "old\n");
        assertThat(FilesBack.decide(List.of(content), true, project, Map.of()).questions())
                .isEmpty();

        Files.writeString(project.resolve("a.yml"), "new\n");
        assertThat(FilesBack.decide(List.of(content), true, project, Map.of()).questions())
                .containsExactly(
                        "The restore point's copy of a.yml is damaged, so it is not put back; put the file right"
                                + " by hand, then take it as it is with --take a.yml=now.");
    }

    @Test
    void aRecordOfALaterFormatSaysSo() throws Exception {
        Path file = directory.resolve("plan");
        new RecordFile("plan", 3).write(file, "{}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new RecordFile("plan", 2).read(file))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage(
                        file + " is a record 'plan' of format 3, and this version of Bulkhead reads 'plan' of format"
                                + " 2");
    }

    @Test
    void everythingIsClosedToOthers() throws Exception {
        try (Stream<Path> all = Files.walk(directory.resolve("0001-old"))) {
            assertThat(all.map(DamagedRecordsTest::mode).distinct())
                    .containsExactlyInAnyOrder("rwx------", "rw-------");
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
