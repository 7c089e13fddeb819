package dev.bulkhead.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Base of all commands: their context, and how they print. */
@Command(mixinStandardHelpOptions = true)
public abstract class BulkheadCommand implements Callable<Integer> {

    private final CliContext context;

    /** Makes a command that works with a context. */
    protected BulkheadCommand(CliContext context) {
        this.context = context;
    }

    /** Returns what the command works with. */
    protected final CliContext context() {
        return context;
    }

    /** Prints a result. */
    public final void print(String text) {
        context.out().print(text);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            context.out().println();
        }
        context.out().flush();
    }

    /** Says something that is not the result. */
    public final void say(String text) {
        context.err().println(text);
        context.err().flush();
    }
}
