package dev.bulkhead.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that go on after the process that started them are waited for, and only those. */
@StartsProcesses
class StartedProgramsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Path state;
    private final StartedPrograms programs;
    private Process program;

    StartedProgramsTest(@TempDir Path state) throws IOException {
        this.state = state;
        this.programs = new StartedPrograms(state);
    }

    private Path started(String seconds) throws IOException {
        program = new ProcessBuilder("sleep", seconds).start();
        return programs.note(program.toHandle());
    }

    @AfterEach
    void end() {
        program.destroyForcibly();
    }

    private long notes() throws IOException {
        try (Stream<Path> notes = Files.list(state.resolve("programs"))) {
            return notes.count();
        }
    }

    @Test
    void theEndOfANotedProgramIsWaitedFor() throws Exception {
        started("0.3");

        programs.awaitEnd(LONG);

        assertThat(program.isAlive()).isFalse();
        assertThat(program.exitValue()).isZero();
        assertThat(notes()).isZero();
    }

    @Test
    void oneThatDoesNotEndIsEnded() throws Exception {
        started("600");

        programs.awaitEnd(Duration.ofMillis(10));

        assertThat(program.isAlive()).isFalse();
        assertThat(notes()).isZero();
    }

    @Test
    void anotherProgramThatHasTheNumberNowIsLeftAlone() throws Exception {
        Path note = started("600");
        Files.writeString(note, "2020-01-01T00:00:00Z");

        programs.awaitEnd(Duration.ZERO);

        assertThat(program.isAlive()).isTrue();
        assertThat(notes()).isZero();
    }

    @Test
    void aNoteThatIsNoneKeepsNobodyWaiting() throws Exception {
        Path note = started("600");
        Files.writeString(note, "damaged");
        Files.writeString(note.resolveSibling("no number"), "");

        programs.awaitEnd(Duration.ZERO);

        assertThat(program.isAlive()).isTrue();
        assertThat(notes()).isZero();
    }
}
