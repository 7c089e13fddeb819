package dev.bulkhead.ui.shell.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be asked for while a question is open. */
class CommandsTest {

    @Test
    void aQuestionHoldsEveryCommandButTheManual() {
        List<String> done = new ArrayList<>();
        Commands commands =
                new Commands().on(Command.SAVE, () -> done.add("save")).on(Command.MANUAL, () -> done.add("manual"));
        commands.suspendedProperty().set(true);

        commands.run(Command.SAVE);
        commands.run(Command.MANUAL);
        assertThat(done).containsExactly("manual");

        commands.suspendedProperty().set(false);
        commands.run(Command.SAVE);
        assertThat(done).containsExactly("manual", "save");
    }
}
