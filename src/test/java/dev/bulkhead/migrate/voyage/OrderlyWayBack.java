package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whatever became of clock, records, images and other processes since, the way back on a real engine is the right one. */
abstract class OrderlyWayBack extends HarbourVoyage {

    private static final String KEY = "4f9a7c1be2d35a60";

    OrderlyWayBack(PrivateEngine engine) throws Exception {
        super(engine);
    }

    @Test
    void aClockThatStoodInTheFutureAndAByteThatRottedMisleadNobody() throws Exception {
        SortedMap<String, String> before = project.inspected().networks();
        Migration later = project.migration(gateway, InstantSource.fixed(Instant.parse("2036-01-01T00:00:00Z")));
        assertThat(later.session("foundation").apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(later.rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);
        Path journal = records().resolve("runs/0001-20360101-000000-1/journal.jsonl");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);

        applied();

        assertThat(migration().damagedRecords())
                .singleElement()
                .satisfies(damage -> assertThat(damage.sentence()).contains(" is damaged; its other lines are read"));
        assertThat(migration().restorePoints())
                .extracting(RestorePoint::id)
                .satisfies(ids -> assertThat(ids.getFirst()).startsWith("0002-"));
        assertBack(before);
        assertThat(migration().status().iterations().getFirst().standing()).hasToString("NEXT");
    }

    @Test
    void aCopyThatWasCutOffIsNotPutBackAndAnEmptyPlanBlocksNothing() throws Exception {
        applied();
        String mine = Files.readString(compose());
        String run = migration().restorePoints().getFirst().id();
        Files.writeString(records().resolve("runs").resolve(run).resolve("plan"), "");
        Path copy = records().resolve("restore-points").resolve(run).resolve("files/0-found");
        byte[] sound = Files.readAllBytes(copy);
        Files.write(copy, Arrays.copyOf(sound, sound.length / 2));

        assertThatThrownBy(this::back)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("The restore point's copy of compose.yml is damaged, so it is not put back");
        assertThat(Files.readString(compose())).isEqualTo(mine);

        Files.writeString(compose(), COMPOSE);
        RunOutcome back =
                migration().rollback(Optional.empty(), Map.of("compose.yml", Take.NOW), Set.of(), event -> {});
        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(Files.readString(compose())).isEqualTo(COMPOSE);
        project.expectComposeContent();
    }

    @Test
    void anImageThatWasExchangedSinceIsNamedAndGoneBackFrom() throws Exception {
        String image = image("sonarr");
        stack.engine().docker("tag", "traefik:v3", "lscr.io/linuxserver/sonarr:4.0");
        MigrationSession session = recreating(migration());

        assertThatThrownBy(() -> session.apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith(
                        "Nothing was started. Container sonarr of service sonarr runs an older image than")
                .hasMessageContaining("--accept pending:sonarr");
        session.accept(List.of("pending:sonarr"));
        assertThat(session.apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(image("sonarr")).isNotEqualTo(image);

        assertThat(back().sentence()).startsWith("Rolled back: files and engine are as they were.");
        assertThat(image("sonarr")).isEqualTo(image);
        stack.engine().docker("tag", image, "lscr.io/linuxserver/sonarr:4.0");
    }

    private String image(String container) throws IOException {
        return stack.engine().docker("inspect", "-f", "{{.Image}}", container).strip();
    }

    @Test
    void whatIsKeptIsClosedToOthersAlsoInACloneAndHoldsASecretOnlyToPutItBack() throws Exception {
        Files.createDirectories(records().resolve("answers"));
        Files.setPosixFilePermissions(records(), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(recreating(migration()).apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);

        Set<String> modes = new TreeSet<>();
        List<String> telling = new ArrayList<>();
        try (Stream<Path> all = Files.walk(records())) {
            for (Path path : all.toList()) {
                modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
                if (Files.isRegularFile(path)
                        && Files.readString(path, StandardCharsets.ISO_8859_1).contains(KEY)) {
                    telling.add(records().relativize(path).getName(0).toString());
                }
            }
        }
        assertThat(modes).containsExactly("rw-------", "rwx------");
        assertThat(Set.copyOf(telling)).containsExactly("restore-points");
    }

    @Test
    void theWayBackTakesOneServiceAfterTheOtherAndTellsHowLongEachWasAway() throws Exception {
        assertThat(recreating(migration()).apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);
        List<String> told = new ArrayList<>();
        List<String> since = new ArrayList<>();

        migration().rollback(Optional.empty(), event -> {
            if (event instanceof RunEvent.Undone(var text)) {
                told.add(text.replaceAll("\\d+\\.\\d s", "N s"));
                since.add(states());
            }
        });

        assertThat(told)
                .filteredOn(what -> what.contains("recreate"))
                .containsExactly(
                        "Step 5 taken back: traefik: recreate from the files, wait until healthy"
                                + " (running, healthy, traefik away for N s).",
                        "Step 6 taken back: gluetun, qbittorrent: recreate from the files, wait until healthy"
                                + " (running, healthy, gluetun away for N s, qbittorrent away for N s).",
                        "Step 7 taken back: sonarr: recreate from the files, wait until healthy"
                                + " (running, healthy, sonarr away for N s).");
        assertThat(since).allMatch("healthy healthy healthy healthy"::equals);
    }

    /** The health of each, at the moment one has been made anew and the next has not been touched. */
    private String states() {
        try {
            return stack.engine()
                    .docker("inspect", "-f", "{{.State.Health.Status}}", "traefik", "gluetun", "qbittorrent", "sonarr")
                    .strip()
                    .replace('\n', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aComposeThatAKilledProcessLeftBehindIsWaitedForByTheWayBack() throws Exception {
        SortedMap<String, String> before = project.inspected().networks();
        Path answers = Files.writeString(
                stack.directory().resolveSibling("answers.yml"), "iteration: \"1\"\nanswers:\n  apply: recreate\n");
        Process program = program("apply", "--iteration", "1", "--answers", answers.toString());
        Path notes = records().resolve("programs");
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> !program.isAlive() || !list(notes).isEmpty());
        } finally {
            program.destroyForcibly().waitFor();
        }
        Optional<ProcessHandle> left = list(notes).stream()
                .findFirst()
                .flatMap(note -> ProcessHandle.of(Long.parseLong(String.valueOf(note.getFileName()))));
        assertThat(left).isPresent();

        assertBack(before);

        assertThat(left.get().isAlive()).isFalse();
        assertThat(list(notes)).isEmpty();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !file.toString().endsWith(".new")).toList();
        }
    }

    private Process program(String verb, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bulkhead.app.Main",
                verb,
                stack.directory().toString(),
                "--engine",
                stack.engine().address(),
                "--yes"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(stack.directory().resolveSibling("said").toFile());
        builder.environment().put("BULKHEAD_COMPOSE", EnginePrograms.compose().toString());
        return builder.start();
    }
}
