package dev.bulkhead.migrate.report;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.stream.ByteWords;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.Subnet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Report as Markdown. */
public final class ReportMarkdown {

    private static final String STATUS = "**Status:** ";

    private final RunReport report;
    private final Optional<Playbook> next;
    private final MarkdownText page = new MarkdownText();

    private ReportMarkdown(RunReport report, Optional<Playbook> next) {
        this.report = report;
        this.next = next;
    }

    /**
     * Returns the report.
     *
     * @param next the iteration that comes after this one
     */
    public static String write(RunReport report, Optional<Playbook> next) {
        return new ReportMarkdown(report, next).write();
    }

    /**
     * Returns a report whose head tells where its run stands now: what is written when a run ends goes on being read after
     * the operator, or a guard, has said more.
     *
     * @param report a report that was written here, with whatever was added to its end since
     */
    public static String restated(String report, RunState now) {
        StringBuilder restated = new StringBuilder();
        boolean title = false;
        boolean status = false;
        for (String line : report.lines().toList()) {
            int dash = line.lastIndexOf(" - ");
            if (!title && line.startsWith("# ") && dash > 0) {
                title = true;
                restated.append(line, 0, dash).append(" - ").append(word(now));
            } else if (!status && line.startsWith(STATUS)) {
                status = true;
                restated.append(STATUS).append(status(now)).append("  ");
            } else {
                restated.append(line);
            }
            restated.append('\n');
        }
        return restated.toString();
    }

    private String write() {
        head();
        networks();
        assignments();
        new ChecksMarkdown(report, page::line).write();
        changes();
        handouts();
        restorePoint();
        performance();
        issues();
        nextSteps();
        return page.toString();
    }

    private void head() {
        RunState state = report.result().state();
        page.line("# " + report.playbook().heading() + " - " + word(state));
        page.line("");
        if (report.end().practice()) {
            page.line(
                    "**Practice:** carried out on the practice engine. The files are real, the containers are not.  ");
        }
        page.line("**Completion Date:** " + Times.moment(report.result().times().ended()) + "  ");
        page.line(STATUS + status(state) + "  ");
        page.line("**Downtime:** " + downtime() + "  ");
        page.line("**Risk Level:** " + capital(report.playbook().risk().word()) + " (as planned)");
        page.section("Summary");
        page.line(report.playbook().objective() + " Project: " + report.end().project() + ".");
    }

    private static String word(RunState state) {
        return state == RunState.SUCCEEDED ? "COMPLETED" : state.name().replace('_', ' ');
    }

    private static String status(RunState state) {
        return switch (state) {
            case SUCCEEDED -> "✅ Successfully Completed";
            case AWAITING_CONFIRMATION -> "⏳ Done and verified; it waits to be confirmed";
            case WATCHING -> "⏳ Done and verified; it is being watched";
            case UNVERIFIED -> "⚠️ Applied, but not everything could be verified";
            case ROLLED_BACK -> "↩️ Rolled back: files and engine are as they were";
            case CANCELLED -> "⏸️ Cancelled; it can be continued or rolled back";
            case NEEDS_PERSON -> "❌ Needs a person: the way back was not completed";
            case LEFT -> "⏹️ Left as it is; it can still be rolled back";
            case ABANDONED -> "❌ Not started; nothing was changed";
            case PREPARED, CAPTURING, APPLYING, PAUSED, VERIFYING, INTERRUPTED, ROLLING_BACK ->
                "❌ Left in the middle; it can be continued or rolled back";
        };
    }

    private String downtime() {
        String outside = OutsideMarkdown.words(report.result().outside());
        if (!outside.isEmpty()) {
            return outside;
        }
        long restarted = report.result().away().size();
        if (restarted == 0) {
            return "no container was stopped; not measured from outside";
        }
        return Times.length(report.result().longestAway()) + " at most for one service, " + restarted
                + (restarted == 1 ? " service interrupted" : " services interrupted");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void networks() {
        List<RunReport.MadeNetwork> made = report.end().made();
        page.section("Achievements");
        page.line("### Networks Created (" + made.size() + " new " + (made.size() == 1 ? "network" : "networks") + ")");
        page.line("");
        int number = 1;
        for (RunReport.MadeNetwork network : made) {
            String range = network.network().subnets().stream()
                    .map(Subnet::subnet)
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            page.line(number++ + ". **" + network.network().name() + "** (" + range + ")"
                    + (network.network().options().internal() ? " - Internal" : ""));
            page.line("   - " + network.purpose());
            page.line("   - Services: "
                    + (network.members().isEmpty() ? "none yet" : String.join(", ", network.members())));
        }
    }

    private void assignments() {
        page.section("Service Network Assignments");
        report.end()
                .assignments()
                .forEach((service, networks) -> page.line("- **" + service + "**: " + networks.size()
                        + (networks.size() == 1 ? " network (" : " networks (") + String.join(", ", networks) + ")"));
        report.facts().unattached().forEach((service, reason) -> page.line("- **" + service + "**: " + reason));
    }

    private void changes() {
        page.section("Files Modified");
        int number = 1;
        for (var file : report.facts().files().entrySet()) {
            page.line(number++ + ". **" + file.getKey() + "** - " + file.getValue());
        }
        page.section("Configuration Changes");
        if (report.facts().settings().isEmpty()) {
            page.line("None besides networks and memberships.");
        }
        report.facts().settings().forEach(setting -> page.line("- " + setting));
    }

    private void handouts() {
        for (Handout handout : report.facts().handouts()) {
            page.section(handout.title());
            page.line("```");
            handout.lines().forEach(page::line);
            page.line("```");
        }
    }

    private void restorePoint() {
        page.section("Restore Point");
        Optional<RestorePoint> point = report.result().restorePoint();
        if (point.isEmpty()) {
            page.line("None was taken.");
            return;
        }
        RestorePoint.Counts counts = point.get().counts();
        page.line("`" + point.get().id() + "`, taken "
                + Times.moment(point.get().taken()) + ": " + Counted.of(counts.files(), "file")
                + " (" + ByteWords.of(counts.bytes()) + "), " + Counted.of(counts.containers(), "container") + ", "
                + Counted.of(counts.networks(), "network") + ".");
        page.line("");
        page.line("`bulkhead rollback --to " + point.get().id() + " --yes` puts all of it back.");
    }

    private void performance() {
        page.section("Performance Impact");
        page.line(
                "- **Deployment Time:** " + Times.length(report.result().times().operations()));
        page.line("- **Service Restarts:** " + report.result().away().size() + " of "
                + Counted.of(report.end().services().size(), "service"));
        new OutsideMarkdown(page::line).write(report.result().outside());
        if (report.result().away().isEmpty()) {
            return;
        }
        page.line("");
        page.line("### By the Engine's Events");
        page.line("");
        page.line("| Service | Away | Until healthy |");
        page.line("|---------|------|---------------|");
        for (var away : report.result().away().entrySet()) {
            Downtime time = away.getValue();
            ObservedContainer.Status end = report.end().services().get(away.getKey());
            boolean never = end == null || !end.ready();
            page.line("| " + away.getKey() + " | " + Times.length(time.away()) + " | "
                    + (never ? "not healthy at the end" : Times.length(time.untilReady())) + " |");
        }
    }

    private void issues() {
        page.section("Issues Encountered");
        if (report.result().issues().isEmpty()) {
            page.line("None.");
        }
        report.result().issues().forEach(issue -> page.line("- " + issue));
    }

    private void nextSteps() {
        page.section("Next Steps");
        report.facts().notes().forEach(note -> page.line("- " + note));
        report.result().checks().stream()
                .filter(check -> check.status() == CheckStatus.UNKNOWN && check.group() != CheckResult.Group.KEPT)
                .map(check -> "- Try by hand, since it could not be asked from inside: " + check.subject())
                .forEach(page::line);
        next.ifPresent(playbook -> page.line(
                "- Prepare for Iteration " + playbook.id() + ": " + playbook.title() + ". " + playbook.objective()));
    }
}
