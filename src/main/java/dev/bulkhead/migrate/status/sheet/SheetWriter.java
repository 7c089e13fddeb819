package dev.bulkhead.migrate.status.sheet;

import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.report.Times;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.status.NextStep;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.migrate.status.ProjectStatus.Completion;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.status.ProjectStatus.Standing;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Dated;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Fact;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Mark;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Writer of the sheet that tells where a project stands, in the order of the worked case. */
public final class SheetWriter {

    /** How many items of a kind are told one by one. */
    private static final int FEW = 3;

    private final StatusReport report;
    private final ProjectStatus path;
    private final List<Part> parts = new ArrayList<>();

    private SheetWriter(StatusReport report) {
        this.report = report;
        this.path = report.path();
    }

    /** Returns the sheet of a report. */
    public static StatusSheet write(StatusReport report) {
        SheetWriter writer = new SheetWriter(report);
        writer.current();
        report.next().ifPresent(writer::next);
        writer.parts.addAll(new MeasuredParts(report).parts());
        writer.progress();
        writer.runs();
        writer.parts.addAll(new ClosingParts(report).parts());
        return new StatusSheet(
                report.path().project() + " Architecture Migration - Status",
                report.path().at(),
                writer.parts);
    }

    private void section(String heading, Optional<Dated> dated, List<Block> blocks) {
        parts.add(new Part(1, heading, dated, blocks));
    }

    private void part(String heading, List<Block> blocks) {
        parts.add(new Part(2, heading, Optional.empty(), blocks));
    }

    private Optional<Dated> read() {
        return Optional.of(new Dated("read from the project's records", path.at()));
    }

    private void current() {
        List<IterationStatus> done = path.with(Standing.COMPLETE);
        String ready = report.next().map(SheetWriter::goesOn).orElse("");
        List<Block> blocks = new ArrayList<>();
        if (done.stream().anyMatch(IterationStatus::practice)) {
            words(
                    blocks,
                    Mark.PRACTICE,
                    "What is practised was carried out on the practice engine: the files are real, the containers are not.");
        }
        path.records().openRun().ifPresent(run -> words(blocks, Mark.WARNING, run.story()));
        path.records().waiting().ifPresent(run -> words(blocks, Mark.WAITING, run.sentence(path.at())));
        parts.add(new Part(
                1,
                "Current Status",
                Optional.of(
                        done.isEmpty()
                                ? Marked.plain("Nothing applied yet" + ready)
                                : new Marked(
                                        Mark.GOOD, done.getLast().playbook().shortHeading() + " Complete" + ready)),
                read(),
                blocks));
        for (IterationStatus iteration : done) {
            part(
                    iteration.playbook().heading(),
                    List.of(
                            new Block.Facts(completed(iteration)),
                            new Block.Words(Marked.plain("What was accomplished:")),
                            points(iteration.playbook().changes())));
        }
    }

    private static String goesOn(NextStep next) {
        String heading = next.playbook().shortHeading();
        return next.preflight()
                .value()
                .map(items -> items.stream().anyMatch(PreflightItem::blocks)
                        ? " - " + heading + " Is Next, Not Ready"
                        : " - Ready for " + heading)
                .orElse(" - " + heading + " Is Next");
    }

    private static void words(List<Block> blocks, Mark mark, String sentence) {
        blocks.add(new Block.Words(new Marked(mark, sentence)));
    }

    private static Block points(List<String> lines) {
        return new Block.Points(lines.stream().map(Marked::plain).toList());
    }

    private static List<Fact> completed(IterationStatus iteration) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Status", new Marked(Mark.GOOD, iteration.practice() ? "PRACTISED" : "COMPLETED")));
        iteration.completion().ifPresent(run -> {
            facts.add(new Fact("Completion Date", Marked.plain(Times.moment(run.at()))));
            facts.add(new Fact("Duration", Marked.plain(Times.length(run.took()))));
            facts.add(new Fact("Downtime", Marked.plain(away(run))));
            facts.add(new Fact("Report", Marked.plain(".bulkhead/runs/" + run.run() + "/report.md")));
        });
        return facts;
    }

    private static String away(Completion run) {
        List<Downtime> away = run.away().values().stream()
                .filter(time -> !time.untilReady().isZero())
                .toList();
        if (away.isEmpty()) {
            return "none was seen";
        }
        Duration whole = away.stream().map(Downtime::untilReady).reduce(Duration.ZERO, Duration::plus);
        return Times.length(whole) + " in all, " + away.size() + (away.size() == 1 ? " service" : " services");
    }

    private void next(NextStep next) {
        Playbook playbook = next.playbook();
        section(
                "Next: " + playbook.heading(),
                Optional.empty(),
                List.of(new Block.Facts(List.of(
                        new Fact("Status", ready(next)),
                        new Fact("Risk Level", Marked.plain(playbook.risk().word())),
                        new Fact("Objective", Marked.plain(playbook.objective()))))));
        part("What Will Happen", List.of(points(playbook.changes())));
        parts.add(new Part(
                2,
                "Preflight",
                Optional.of(new Dated("looked at", next.preflight().at())),
                List.of(next.preflight()
                        .value()
                        .<Block>map(items -> new Block.Points(items(items)))
                        .orElseGet(() -> new Block.Words(new Marked(
                                Mark.UNKNOWN, "Not known: " + next.preflight().why()))))));
        if (!playbook.before().isEmpty()) {
            part("Before Starting", List.of(points(playbook.before())));
        }
    }

    private static Marked ready(NextStep next) {
        if (!next.playbook().available()) {
            return Marked.plain("Not yet in this version");
        }
        return next.preflight()
                .value()
                .map(items -> items.stream().anyMatch(PreflightItem::blocks)
                        ? new Marked(Mark.WARNING, "Not ready: " + next.sentence())
                        : new Marked(Mark.GOOD, "Ready to begin"))
                .orElseGet(() -> new Marked(Mark.UNKNOWN, "Not known"));
    }

    /** What does not hold of one service after the other is told once; each stands among the pending changes. */
    private static List<Marked> items(List<PreflightItem> items) {
        SequencedMap<PreflightGroup, List<PreflightItem>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(
                        new PreflightGroup(item.title(), item.status()), group -> new ArrayList<>())
                .add(item));
        List<Marked> lines = new ArrayList<>();
        groups.forEach((group, alike) -> {
            if (alike.size() > FEW) {
                lines.add(item(alike.getFirst(), group.title() + ", " + alike.size() + " times, for instance"));
            } else {
                alike.forEach(item -> lines.add(item(item, group.title())));
            }
        });
        return lines;
    }

    private record PreflightGroup(String title, CheckStatus status) {}

    private static Marked item(PreflightItem item, String title) {
        Mark mark = switch (item.status()) {
            case PASSED -> Mark.GOOD;
            case FAILED -> Mark.BAD;
            case WARNING -> Mark.WARNING;
            case UNKNOWN -> Mark.UNKNOWN;
        };
        return new Marked(
                mark,
                title + ": " + item.seen() + item.fix().map(fix -> " " + fix).orElse(""));
    }

    private void progress() {
        List<List<Marked>> rows = new ArrayList<>();
        for (IterationStatus iteration : path.iterations()) {
            rows.add(List.of(
                    Marked.plain(iteration.playbook().id() + ". "
                            + iteration.playbook().title()),
                    switch (iteration.standing()) {
                        case COMPLETE -> new Marked(Mark.GOOD, iteration.practice() ? "Practised" : "Complete");
                        case NEXT -> new Marked(Mark.NEXT, "Next");
                        case PENDING -> new Marked(Mark.WAITING, "Pending");
                        case SKIPPED -> new Marked(Mark.SKIPPED, "Skipped");
                    },
                    Marked.plain(iteration.completed().map(Times::day).orElse("-"))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(List.of("Iteration", "Status", "Completion Date"), rows));
        path.pathTrouble()
                .ifPresent(trouble -> words(blocks, Mark.WARNING, "Playbooks of your own are not listed: " + trouble));
        blocks.add(new Block.Facts(List.of(new Fact("Overall Progress", Marked.plain(overall())))));
        section("Migration Progress", read(), blocks);
    }

    private String overall() {
        int done = path.with(Standing.COMPLETE).size();
        int all = path.iterations().size() - path.with(Standing.SKIPPED).size();
        return (all == 0 ? 0 : Math.round(100.0 * done / all)) + "% (" + done + "/" + all + " iterations)";
    }

    private void runs() {
        section("Runs", read(), List.of());
        List<Marked> open = new ArrayList<>();
        path.records().openRun().ifPresent(run -> open.add(new Marked(Mark.WARNING, run.story())));
        path.records().waiting().ifPresent(run -> open.add(new Marked(Mark.WAITING, run.sentence(path.at()))));
        part("Open Runs: " + open.size(), open.isEmpty() ? List.of() : List.of(new Block.Points(open)));
        List<RestorePoint> points = path.records().points();
        part(
                "Restore Points: " + points.size(),
                points.isEmpty()
                        ? List.of()
                        : List.of(points(points.stream()
                                .map(point -> point.id() + ", taken " + Times.moment(point.taken())
                                        + (path.records().practised().contains(point.run()) ? ", in practice" : ""))
                                .toList())));
    }
}
