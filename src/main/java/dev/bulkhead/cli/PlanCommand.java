package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.AnswersOption;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.options.PlanFile;
import dev.bulkhead.cli.options.RulesOption;
import dev.bulkhead.cli.output.PlanChangesText;
import dev.bulkhead.cli.output.PlanEffectText;
import dev.bulkhead.cli.output.PlanMarkdown;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.effect.PlanEffect;
import dev.bulkhead.migrate.effect.PlanEffectFinder;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.report.PlanJson;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead plan}: what an iteration would do, or bringing the engine to the files; nothing is written. */
@Command(
        name = "plan",
        description = "Show what would be done, step by step; nothing is written.",
        footer = "Exit code 1 when apply would not start with this plan; it says why.")
final class PlanCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(
            names = "--iteration",
            paramLabel = "ID",
            description = "Its number or its name; without it, the engine is brought to what the files say.")
    private @Nullable String iteration;

    @Mixin
    private AnswersOption answers = new AnswersOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Keep the plan in a file as well, for apply --plan to carry out exactly so.")
    private @Nullable Path out;

    @Option(
            names = "--since",
            paramLabel = "git:REF",
            description =
                    "What bringing a change to the engine means: the plan from the project at the commit REF, played"
                            + " on the built-in engine, to what the files say.")
    private @Nullable String since;

    enum Format {
        text,
        json,
        markdown
    }

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    PlanCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        if (since != null) {
            if (iteration != null || out != null || migration.namesEngine()) {
                throw new UsageException(
                        "--since plays the state of a commit on the built-in engine; leave --iteration,"
                                + " --engine and --out away.");
            }
            return migration.runSince(context(), since, this::planChange);
        }
        try {
            return migration.runOverHosts(context(), true, this::plan);
        } catch (EngineException | MigrationException e) {
            boolean asked = e instanceof EngineException || e.getCause() instanceof EngineException;
            if (asked && !migration.practises()) {
                throw new UsageException(
                        e.getMessage() + " Without an engine, --engine practice plans with the built-in one.");
            }
            throw e;
        }
    }

    private static String handouts(Review review) {
        return review.goal().handouts().stream()
                .map(handout -> "\n" + handout.text())
                .collect(Collectors.joining());
    }

    /** The files hold the change already: what it does to packets on the way is seen from the state before. */
    private int planChange(Migration opened, ComposeProject was, ComposeProject now) throws Exception {
        MigrationSession session = opened.filesAsTheyAre();
        Review review = session.review();
        Rules rules = new RulesOption().read(context(), now);
        ReachOptions options = rules.applyTo(ReachOptions.defaults()
                .withProfiles(now.activeProfiles())
                .withProxyFiles(new ProxyFileReader(context().files()).read(now)));
        PlanEffect effect = new PlanEffectFinder(
                        review.plan(),
                        new PlanEffectFinder.PlannedSequence(was.topology(), List.of(), now.topology()),
                        rules,
                        options)
                .find(review.goal().mustHold());
        return tell(
                session,
                new Review(
                        review.plan(),
                        review.patch(),
                        was.topology(),
                        now.topology(),
                        review.goal(),
                        review.facts(),
                        effect));
    }

    private int plan(Migration opened) throws Exception {
        MigrationSession session = iteration == null ? opened.filesAsTheyAre() : opened.session(iteration);
        answers.give(session, context().environment());
        return tell(session, session.review());
    }

    private int tell(MigrationSession session, Review review) throws Exception {
        List<PreflightItem> looked = session.preflight(review);
        List<PreflightItem> blocking =
                looked.stream().filter(PreflightItem::blocks).toList();
        print(
                switch (format) {
                    case text ->
                        review.plan().text() + "\n" + PlanEffectText.of(review.effect()) + "\n"
                                + PlanChangesText.of(review) + handouts(review) + warnings(looked) + stops(blocking);
                    case json -> PlanJson.write(review.plan(), review.effect(), blocking);
                    case markdown -> PlanMarkdown.of(review, blocking);
                });
        review.notes().forEach(note -> say("note: " + note));
        if (out != null) {
            PlanFile.write(out, session.keep(review).write());
            say("The plan is kept in " + out + "; carry it out with apply --plan " + out + ".");
        }
        boolean starts =
                blocking.isEmpty() && review.effect().unaccepted(Set.of()).isEmpty();
        return starts ? ExitCodes.FINE : ExitCodes.FINDINGS;
    }

    /** Returns what is worth knowing and stops nothing. */
    private static String warnings(List<PreflightItem> looked) {
        return listed(
                "Before it starts, apply warns:",
                looked.stream()
                        .filter(item -> item.status() == CheckStatus.WARNING)
                        .toList());
    }

    /** Returns what apply would stop at before its first step. */
    private static String stops(List<PreflightItem> blocking) {
        return listed("Apply would not start:", blocking);
    }

    private static String listed(String title, List<PreflightItem> items) {
        return items.isEmpty()
                ? ""
                : items.stream()
                        .map(item -> "- " + item.seen()
                                + item.fix().map(fix -> " " + fix).orElse("") + "\n")
                        .collect(Collectors.joining("", "\n" + title + "\n", ""));
    }
}
