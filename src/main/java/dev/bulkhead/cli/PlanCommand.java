package dev.bulkhead.cli;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.Review;
import dev.bulkhead.migrate.report.PlanJson;
import dev.bulkhead.reach.ReachDiff;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead plan}: what an iteration would do; nothing is written. */
@Command(name = "plan", description = "Show what an iteration would do, step by step; nothing is written.")
final class PlanCommand extends BulkheadCommand {

    enum Format {
        text,
        json
    }

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(names = "--iteration", paramLabel = "ID", required = true, description = "Its number or its name.")
    private String iteration = "";

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Answers to its questions, as the wizard saves them.")
    private @Nullable Path answers;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    PlanCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        return migration.run(context(), this::plan);
    }

    private int plan(Migration opened) throws Exception {
        MigrationSession session = opened.session(iteration);
        MigrationOptions.answer(session, Optional.ofNullable(answers));
        Review review = session.review();
        ReachDiff reach = session.reach(review);
        print(
                switch (format) {
                    case text ->
                        review.plan().text() + "\nWho reaches whom differently:\n" + ReachDiffFormat.text(reach);
                    case json -> PlanJson.write(review.plan(), reach);
                });
        review.notes().forEach(note -> say("note: " + note));
        return ExitCodes.FINE;
    }
}
