package dev.bulkhead.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What all commands have in common. */
@Command(mixinStandardHelpOptions = true)
abstract class BulkheadCommand implements Callable<Integer> {

    private final CliContext context;

    BulkheadCommand(CliContext context) {
        this.context = context;
    }

    final CliContext context() {
        return context;
    }

    /** Prints a result. */
    final void print(String text) {
        context.out().print(text);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            context.out().println();
        }
        context.out().flush();
    }

    /** Says something that is not the result. */
    final void say(String text) {
        context.err().println(text);
        context.err().flush();
    }
}
