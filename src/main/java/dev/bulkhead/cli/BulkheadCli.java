package dev.bulkhead.cli;

import dev.bulkhead.cli.check.AcceptCommand;
import dev.bulkhead.cli.check.CheckCommand;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.PictureException;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.edit.EditCommand;
import dev.bulkhead.cli.output.CommandPage;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.files.git.GitException;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: finds the command, runs it, and turns failures into one sentence and an exit code. */
public final class BulkheadCli {

    private static final Map<String, Function<CliContext, BulkheadCommand>> COMMANDS = commandsByName();

    /** Picocli's names of the option that its standard options have for the version. */
    private static final List<String> VERSION = List.of("--version", "-V");

    @Command(
            name = "bulkhead",
            mixinStandardHelpOptions = true,
            description = "Shows, checks and segments the networks of a Docker Compose project.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Without a command Bulkhead opens its window: on PATH, or on a sample with a practice engine.",
                "Exit codes: 0 fine; 1 findings; 2 bad usage or input; 3 rolled back; 4 needs a person."
            })
    private static final class Root {}

    private final CliContext context;

    /** Makes the command line of a context. */
    public BulkheadCli(CliContext context) {
        this.context = context;
    }

    /** Returns the names of the commands, in the order of the help. */
    public static Set<String> commands() {
        return Collections.unmodifiableSet(COMMANDS.keySet());
    }

    /** Returns a parser of some commands: examining what they declare is a good part of a start. */
    private CommandLine parser(Collection<String> named) {
        CommandLine line = new CommandLine(new Root());
        COMMANDS.forEach((name, command) -> {
            if (named.contains(name)) {
                line.addSubcommand(command.apply(context));
            }
        });
        line.setOut(context.out())
                .setErr(context.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, words) -> usage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e));
        line.getCommandSpec().version("bulkhead " + version());
        return line;
    }

    private static String version() {
        return Optional.ofNullable(BulkheadCli.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    /** Returns what is installed beside the program, by the name of its file: the page of the manual, completion for shells, and the names of the commands. */
    public Map<String, String> companions() {
        CommandLine line = parser(commands());
        return Map.of(
                "bulkhead.1", CommandPage.of(line, version()),
                "bulkhead.bash", AutoComplete.bash("bulkhead", line),
                "commands", String.join("\n", COMMANDS.keySet()) + "\n");
    }

    /**
     * Runs a command line.
     *
     * @return the exit code, one of {@link ExitCodes}
     */
    public int run(List<String> words) {
        CommandLine line = parser(needed(words));
        int code = words.isEmpty() ? help(line) : line.execute(words.toArray(String[]::new));
        context.out().flush();
        context.err().flush();
        return code;
    }

    /** Returns the commands that words can be about: the one that they begin with, and for help and slips all. */
    private static Collection<String> needed(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        if (COMMANDS.containsKey(first)) {
            return List.of(first);
        }
        return VERSION.contains(first) ? List.of() : commands();
    }

    private int help(CommandLine line) {
        line.usage(context.err());
        return ExitCodes.BAD_INPUT;
    }

    private int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        context.err().println("bulkhead: " + e.getMessage() + " (see bulkhead " + path(command) + "--help)");
        return ExitCodes.BAD_INPUT;
    }

    private static Map<String, Function<CliContext, BulkheadCommand>> commandsByName() {
        Map<String, Function<CliContext, BulkheadCommand>> commands = new LinkedHashMap<>();
        commands.put("show", ShowCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("accept", AcceptCommand::new);
        commands.put("reach", ReachCommand::new);
        commands.put("edit", EditCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("apply", ApplyCommand::new);
        commands.put("confirm", ConfirmCommand::new);
        commands.put("guard", GuardCommand::new);
        commands.put("rollback", RollbackCommand::new);
        commands.put("prune", PruneCommand::new);
        commands.put("renew", RenewCommand::new);
        commands.put("measure", MeasureCommand::new);
        commands.put("firewall", FirewallCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("drift", DriftCommand::new);
        commands.put("playbook", PlaybookCommand::new);
        commands.put("tour", TourCommand::new);
        return commands;
    }

    private static String path(CommandLine command) {
        String name = command.getCommandName();
        return name.equals("bulkhead") ? "" : name + " ";
    }

    private int failure(Exception e) {
        switch (e) {
            case ComposeException _,
                    EditRejectedException _,
                    EngineException _,
                    MigrationException _,
                    AnswersException _,
                    FileWriteException _,
                    GitException _,
                    PictureException _,
                    UsageException _ ->
                sentences(e).forEach(sentence -> context.err().println("bulkhead: " + sentence));
            default -> {
                // made here, since logging need not be ready for all that goes well
                LoggerFactory.getLogger(BulkheadCli.class).error("unexpected failure", e);
                context.err()
                        .println("bulkhead: something went wrong inside Bulkhead (" + e
                                + "); nothing more was done, the log file has the details.");
            }
        }
        return ExitCodes.BAD_INPUT;
    }

    /** Returns what is wrong: of a file that was read on after its first fault, every one. */
    private static List<String> sentences(Exception e) {
        Throwable told = e.getCause() instanceof ComposeException cause
                        && String.valueOf(cause.getMessage()).equals(e.getMessage())
                ? cause
                : e;
        return told instanceof ComposeException fault
                ? fault.all().stream()
                        .map(each -> String.valueOf(each.getMessage()))
                        .toList()
                : List.of(String.valueOf(e.getMessage()));
    }
}
