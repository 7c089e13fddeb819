package dev.bulkhead.cli.check;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.benchmark.BenchmarkReport;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.check.run.FindingsChange;
import dev.bulkhead.check.run.Judgement;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.LiveOption;
import dev.bulkhead.cli.options.OtherState;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.options.RulesOption;
import dev.bulkhead.cli.output.CheckReport;
import dev.bulkhead.cli.output.RepositoryPlaces;
import dev.bulkhead.cli.output.benchmark.BenchmarkPage;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.surroundings.host.ProjectLook;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.workspace.BaselineFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead check}: what is wrong with a project, or what a change of it makes worse. */
@Command(
        name = "check",
        description = "Check a project: addresses, networks, ports, exposure, good practice and the operator's rules.",
        footer =
                "Exit code 1 when there are findings worse than info; warnings of reading do not count, nor does what the"
                        + " baseline accepts. With --since only those count that were not there before. With --benchmark exit"
                        + " code 1 when an item does not hold.")
public final class CheckCommand extends BulkheadCommand {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private LiveOption live = new LiveOption();

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(
            names = "--since",
            paramLabel = "git:REF|OTHER_PATH",
            description =
                    "Tell what a change adds and removes: since the commit REF of the repository, git:REF... where the"
                            + " branch left REF, git:REF:DIR where the project was in DIR; or since another project.")
    private @Nullable String since;

    @Mixin
    private BenchmarkOption benchmark = new BenchmarkOption();

    /** Makes the command of a command line. */
    public CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        report.check();
        if (benchmark.isAsked()) {
            return byBenchmark();
        }
        ComposeProject read = project.loadLenient(context());
        if (since != null && live.isAsked()) {
            throw new UsageException("--since compares files, and --live asks what runs; choose one of them.");
        }
        Instant now = context().clock().instant();
        LocalDate today = BaselineFile.today(context().clock());
        CheckedState state = CheckedState.of(
                read,
                rules.source(context(), read),
                live.look(context(), read),
                BaselineFile.read(context().files(), read, baseline.existing(read, context()), today),
                target.read(context().files(), read),
                context());
        live.tellAssumptions(
                context(), state.input().rules().applyTo(state.input().reach()));
        Optional<CheckReport.Since> before = since == null ? Optional.empty() : Optional.of(since(since, state, today));
        CheckReport told = new CheckReport(
                read.topology().project(),
                RepositoryPlaces.of(context().files(), read),
                state.judgement(),
                before,
                now);
        print(report.printed(told));
        report.write(told);
        return Checks.fail(told.counting()) ? ExitCodes.FINDINGS : ExitCodes.FINE;
    }

    /** Tells what the files say, whatever is accepted of it or was so before. */
    private Integer byBenchmark() throws Exception {
        alone(since != null, "--since");
        alone(live.isAsked(), "--live");
        alone(baseline.isNamed(), "--baseline");
        alone(target.isAsked(), "--target");
        ResolvedProject resolved = new ComposeLoader(context().files()).resolveWithProblems(project.request(context()));
        ComposeProject read = resolved.project();
        if (!read.problems().isEmpty()) {
            say("warning: The project has faults, which bulkhead check names; the report is about what could be read.");
        }
        CheckInput input = CheckInput.of(read)
                .withRules(rules.read(context(), read))
                .withAround(live.look(context(), read))
                .withCatalogue(context().knowledge().read().catalogue());
        BenchmarkPage page = new BenchmarkPage(
                read.topology().project(),
                RepositoryPlaces.of(context().files(), read),
                benchmark.benchmarks().stream()
                        .map(one -> BenchmarkReport.of(one, resolved, input))
                        .toList());
        String text = report.printed(page);
        report.write(page);
        print(text);
        return page.reports().stream().allMatch(BenchmarkReport::holds) ? ExitCodes.FINE : ExitCodes.FINDINGS;
    }

    private static void alone(boolean given, String option) throws UsageException {
        if (given) {
            throw new UsageException(
                    "--benchmark tells what the files say and is not for " + option + "; choose one of them.");
        }
    }

    private CheckReport.Since since(String word, CheckedState state, LocalDate today) throws Exception {
        try (OtherState other = OtherState.open(word, project, state.project(), context())) {
            other.fault().ifPresent(fault -> say("warning: " + fault + " All that is found counts as new."));
            if (other.fault().isEmpty() && other.project().isEmpty()) {
                say("There was no such project at " + other.name() + ": all that is found counts as new.");
            }
            if (other.project().isEmpty()) {
                return new CheckReport.Since(
                        other.name(), FindingsChange.between(Judgement.NOTHING, state.judgement()), Optional.empty());
            }
            CheckedState before = checked(other, other.project().get(), today);
            // who reaches whom takes its time in large projects and stands in one format
            Optional<CheckReport.ReachChanges> reach =
                    report.wants(ReportOption.Format.markdown) ? Optional.of(reach(before, state)) : Optional.empty();
            return new CheckReport.Since(
                    other.name(), FindingsChange.between(before.judgement(), state.judgement()), reach);
        }
    }

    private CheckedState checked(OtherState other, ComposeProject was, LocalDate today) throws Exception {
        AcceptedFindings accepted = BaselineFile.read(other.files(), was, baseline.file(was), today);
        return CheckedState.of(
                was,
                rules.source(context(), was, other.files()),
                ProjectLook.unasked(was, other.files()),
                accepted,
                target.read(other.files(), was),
                context());
    }

    private static CheckReport.ReachChanges reach(CheckedState before, CheckedState after) {
        SourceMap was = before.project().sources();
        SourceMap is = after.project().sources();
        return new CheckReport.ReachChanges(
                ReachDiff.between(before.matrix(), after.matrix()),
                new CheckReport.Side(before.project().topology(), was),
                new CheckReport.Side(after.project().topology(), is));
    }
}
