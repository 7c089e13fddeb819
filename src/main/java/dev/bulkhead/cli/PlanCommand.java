package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.AnswersOption;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.options.TextOrJson;
import dev.bulkhead.cli.output.PassageText;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.Review;
import dev.bulkhead.migrate.report.PlanJson;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead plan}: what an iteration would do; nothing is written. */
@Command(name = "plan", description = "Show what an iteration would do, step by step; nothing is written.")
final class PlanCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(names = "--iteration", paramLabel = "ID", required = true, description = "Its number or its name.")
    private String iteration = "";

    @Mixin
    private AnswersOption answers = new AnswersOption();

    @Mixin
    private TextOrJson format = new TextOrJson();

    PlanCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        return migration.run(context(), this::plan);
    }

    private static String handouts(Review review) {
        return review.goal().handouts().stream()
                .map(handout -> "\n" + handout.text())
                .collect(Collectors.joining());
    }

    private int plan(Migration opened) throws Exception {
        MigrationSession session = opened.session(iteration);
        answers.give(session);
        Review review = session.review();
        print(format.choose(
                () -> review.plan().text() + "\n" + PassageText.of(review.passage()) + handouts(review),
                () -> PlanJson.write(review.plan(), review.passage())));
        review.notes().forEach(note -> say("note: " + note));
        return ExitCodes.FINE;
    }
}
