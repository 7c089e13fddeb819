package dev.bulkhead.migrate.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesBackTest {

    private static final String FIRST = "a\nb\nc\nd\ne\n";
    private static final String SECOND = "A\nb\nc\nd\ne\n";
    private static final String THIRD = "A\nb\nC\nd\ne\n";

    private final Path project;

    FilesBackTest(@TempDir Path project) {
        this.project = project;
    }

    private static Kept bytes(String text) {
        return text.isEmpty() ? new Kept.Absent() : new Kept.Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RestoreContent point(String id, String found, String written) {
        return new RestoreContent(
                new RestorePoint(id, id, "1", Instant.EPOCH, new RestorePoint.Counts(1, 0, 0, 0)),
                "shop",
                "/p",
                List.of(new FileCopy("a.yml", bytes(found), Optional.empty(), bytes(written))),
                new ObservedState(List.of(), List.of()),
                List.of());
    }

    private static final List<RestoreContent> TWO_RUNS =
            List.of(point("0002-b", SECOND, THIRD), point("0001-a", FIRST, SECOND));

    private String decided(List<RestoreContent> points, boolean complete, String now, Map<String, Take> choices)
            throws Exception {
        if (now.isEmpty()) {
            Files.deleteIfExists(project.resolve("a.yml"));
        } else {
            Files.writeString(project.resolve("a.yml"), now);
        }
        FileReturn file =
                FilesBack.decide(points, complete, project, choices).files().getFirst();
        return switch (file) {
            case FileReturn.Stays _ -> "stays";
            case FileReturn.Asks asks -> asks.sentence();
            case FileReturn.PutBack put ->
                (put.foreign() ? "copy kept, " : "")
                        + "put back "
                        + put.content()
                                .map(content -> new String(content, StandardCharsets.UTF_8))
                                .orElse("nothing");
            case FileReturn.Merged merged ->
                "merged " + new String(merged.content().bytes(), StandardCharsets.UTF_8);
        };
    }

    @Test
    void twoRunsAreUndoneOneAfterTheOther() throws Exception {
        assertThat(decided(TWO_RUNS, true, THIRD, Map.of())).isEqualTo("put back " + FIRST);
    }

    @Test
    void aLineOfTheOperatorsStaysThroughBoth() throws Exception {
        assertThat(decided(TWO_RUNS, true, THIRD + "mine\n", Map.of())).isEqualTo("merged " + FIRST + "mine\n");
    }

    @Test
    void whereALaterRestorePointIsDamagedNothingIsTakenForTheOperators() throws Exception {
        assertThat(decided(List.of(TWO_RUNS.getLast()), false, THIRD, Map.of()))
                .startsWith(
                        "File a.yml has been changed since, perhaps by a later run whose restore point is damaged.");
    }

    @Test
    void aFileThatTheRunMadeGoesUnlessItWasChanged() throws Exception {
        List<RestoreContent> made = List.of(point("0001-a", "", FIRST));

        assertThat(decided(made, true, FIRST, Map.of())).isEqualTo("put back nothing");
        assertThat(decided(made, true, "", Map.of())).isEqualTo("stays");
        assertThat(decided(made, true, FIRST + "mine\n", Map.of()))
                .startsWith("File a.yml was made by the run and has been changed since. Take it as the run found it");
        assertThat(decided(made, true, FIRST + "mine\n", Map.of("a.yml", Take.FOUND)))
                .isEqualTo("copy kept, put back nothing");
        assertThat(decided(made, true, FIRST + "mine\n", Map.of("a.yml", Take.NOW)))
                .isEqualTo("stays");
    }

    @Test
    void aFileThatSomebodyRemovedIsAskedFor() throws Exception {
        assertThat(decided(List.of(TWO_RUNS.getLast()), true, "", Map.of()))
                .startsWith("File a.yml has been removed since. Take it as the run found it");
    }

    @Test
    void aLineAddedBeforeTheRunWroteItsOwnStays() throws Exception {
        assertThat(decided(List.of(TWO_RUNS.getLast()), true, FIRST + "mine\n", Map.of()))
                .isEqualTo("merged " + FIRST + "mine\n");
    }
}
