package dev.bulkhead.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    @Test
    void everyStateSaysWhatMayFollow() {
        String table = Arrays.stream(RunState.values())
                .map(from -> from + " -> "
                        + Arrays.stream(RunState.values())
                                .filter(from::canBecome)
                                .map(RunState::name)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));

        assertThat(table).isEqualTo("""
                PREPARED -> CAPTURING ABANDONED
                CAPTURING -> APPLYING INTERRUPTED ABANDONED
                APPLYING -> PAUSED VERIFYING CANCELLED INTERRUPTED ROLLING_BACK
                PAUSED -> APPLYING CANCELLED INTERRUPTED
                VERIFYING -> AWAITING_CONFIRMATION WATCHING SUCCEEDED UNVERIFIED INTERRUPTED ROLLING_BACK
                AWAITING_CONFIRMATION -> SUCCEEDED UNVERIFIED ROLLING_BACK
                WATCHING -> SUCCEEDED UNVERIFIED ROLLING_BACK
                SUCCEEDED -> ROLLING_BACK
                UNVERIFIED -> VERIFYING ROLLING_BACK
                CANCELLED -> APPLYING ROLLING_BACK LEFT
                INTERRUPTED -> APPLYING ROLLING_BACK LEFT ABANDONED
                ROLLING_BACK -> INTERRUPTED ROLLED_BACK NEEDS_PERSON
                ROLLED_BACK -> ROLLING_BACK
                NEEDS_PERSON -> ROLLING_BACK LEFT
                LEFT -> ROLLING_BACK
                ABANDONED ->\s""");
    }

    @Test
    void anIllegalStepIsRefusedAndLeavesNoTrace(@TempDir Path directory) throws Exception {
        Shop shop = new Shop(directory);
        RunProgress progress = new RunProgress(shop.tools(), new Journal(directory), RunState.SUCCEEDED);

        assertThatThrownBy(() -> progress.enter(RunState.APPLYING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A run that is SUCCEEDED cannot become APPLYING");
        assertThat(progress.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(shop.events).isEmpty();
        assertThat(Files.exists(directory.resolve("journal.jsonl"))).isFalse();
    }
}
