package dev.bulkhead.cli.command;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/** Base of all commands: their context, and how they print. */
@Command(mixinStandardHelpOptions = true)
public abstract class BulkheadCommand implements Callable<Integer> {

    /** What a terminal obeys instead of showing it; names and logs that others wrote can hold such. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\x{80}-\\x{9F}]");

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
        context.out().print(CONTROL.matcher(text).replaceAll("?"));
        if (!text.isEmpty() && !text.endsWith("\n")) {
            context.out().println();
        }
        context.out().flush();
    }

    /** Says something that is not the result. */
    public final void say(String text) {
        context.err().println(CONTROL.matcher(text).replaceAll("?"));
        context.err().flush();
    }
}
