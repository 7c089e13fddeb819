package dev.bulkhead.migrate.report;

import dev.bulkhead.engine.ObservedContainer;
import dev.bulkhead.migrate.iteration.Playbook;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.topology.Subnet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a report as Markdown. */
public final class ReportMarkdown {

    private final RunReport report;
    private final Optional<Playbook> next;
    private final StringBuilder text = new StringBuilder();

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

    private String write() {
        head();
        networks();
        assignments();
        new ChecksMarkdown(report, this::line).write();
        changes();
        restorePoint();
        performance();
        issues();
        nextSteps();
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void section(String title) {
        line("");
        line("---");
        line("");
        line("## " + title);
        line("");
    }

    private String name() {
        return "Iteration %02d: %s"
                .formatted(
                        Integer.parseInt(report.playbook().id()),
                        report.playbook().title());
    }

    private void head() {
        boolean done = report.ended().state() == RunState.SUCCEEDED;
        line("# " + name() + " - " + (done ? "COMPLETED" : word(report.ended().state())));
        line("");
        line("**Completion Date:** " + Times.moment(report.ended().at()) + "  ");
        line("**Status:** " + status() + "  ");
        line("**Downtime:** " + downtime() + "  ");
        line("**Risk Level:** " + capital(report.playbook().risk().word()) + " (as planned)");
        section("Summary");
        line(report.playbook().objective() + " Project: " + report.project() + ".");
    }

    private static String word(RunState state) {
        return state.name().replace('_', ' ');
    }

    private String status() {
        return switch (report.ended().state()) {
            case SUCCEEDED -> "✅ Successfully Completed";
            case UNVERIFIED -> "⚠️ Applied, but not everything could be verified";
            case ROLLED_BACK -> "↩️ Rolled back: files and engine are as they were";
            case CANCELLED -> "⏸️ Cancelled; it can be continued or rolled back";
            case NEEDS_PERSON -> "❌ Needs a person: the way back was not completed";
            case ABANDONED -> "❌ Not started; nothing was changed";
            case PREPARED, CAPTURING, APPLYING, PAUSED, VERIFYING, INTERRUPTED, ROLLING_BACK ->
                "❌ Left in the middle; it can be continued or rolled back";
        };
    }

    private String downtime() {
        long restarted = report.measured().away().size();
        if (restarted == 0) {
            return "none measured";
        }
        return Times.length(report.measured().worst()) + " at most for one service, " + restarted
                + (restarted == 1 ? " service" : " services") + " interrupted one group after the other";
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void networks() {
        List<RunReport.MadeNetwork> made = report.networks().made();
        section("Achievements");
        line("### Networks Created (" + made.size() + " new " + (made.size() == 1 ? "network" : "networks") + ")");
        line("");
        int number = 1;
        for (RunReport.MadeNetwork network : made) {
            String range = network.network().subnets().stream()
                    .map(Subnet::subnet)
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            line(number++ + ". **" + network.network().name() + "** (" + range + ")"
                    + (network.network().options().internal() ? " - Internal" : ""));
            line("   - " + network.purpose());
            line("   - Services: " + (network.members().isEmpty() ? "none yet" : String.join(", ", network.members())));
        }
    }

    private void assignments() {
        section("Service Network Assignments");
        report.networks()
                .assignments()
                .forEach((service, networks) -> line("- **" + service + "**: " + networks.size()
                        + (networks.size() == 1 ? " network (" : " networks (") + String.join(", ", networks) + ")"));
        report.networks().unattached().forEach((service, reason) -> line("- **" + service + "**: " + reason));
    }

    private void changes() {
        section("Files Modified");
        int number = 1;
        for (var file : report.changes().files().entrySet()) {
            line(number++ + ". **" + file.getKey() + "** - " + file.getValue());
        }
        section("Configuration Changes");
        if (report.changes().settings().isEmpty()) {
            line("None besides networks and memberships.");
        }
        report.changes().settings().forEach(setting -> line("- " + setting));
    }

    private void restorePoint() {
        section("Restore Point");
        Optional<RestorePoint> point = report.ended().restorePoint();
        if (point.isEmpty()) {
            line("None was taken.");
            return;
        }
        RestorePoint.Counts counts = point.get().counts();
        line("`" + point.get().id() + "`, taken " + Times.moment(point.get().taken()) + ": " + counts.files()
                + " files (" + counts.bytes() + " bytes), " + counts.containers() + " containers, " + counts.networks()
                + " networks.");
        line("");
        line("`bulkhead rollback --to " + point.get().id() + " --yes` puts all of it back.");
    }

    private void performance() {
        section("Performance Impact");
        line("- **Deployment Time:** " + Times.length(report.measured().operations()));
        line("- **Service Restarts:** " + report.measured().away().size() + " of "
                + report.measured().services().size() + " services");
        if (report.measured().away().isEmpty()) {
            return;
        }
        line("");
        line("| Service | Away | Until healthy |");
        line("|---------|------|---------------|");
        for (var away : report.measured().away().entrySet()) {
            Downtime time = away.getValue();
            ObservedContainer.Status end = report.measured().services().get(away.getKey());
            boolean never = end == null || !end.ready();
            line("| " + away.getKey() + " | " + Times.length(time.away()) + " | "
                    + (never ? "not healthy at the end" : Times.length(time.untilReady())) + " |");
        }
    }

    private void issues() {
        section("Issues Encountered");
        if (report.ended().issues().isEmpty()) {
            line("None.");
        }
        report.ended().issues().forEach(issue -> line("- " + issue));
    }

    private void nextSteps() {
        section("Next Steps");
        report.networks().notes().forEach(note -> line("- " + note));
        report.checks().stream()
                .filter(check -> check.status() == CheckStatus.UNKNOWN && check.group() != CheckResult.Group.KEPT)
                .map(check -> "- Try by hand, since it could not be asked from inside: " + check.subject())
                .forEach(this::line);
        next.ifPresent(playbook -> line(
                "- Prepare for Iteration " + playbook.id() + ": " + playbook.title() + ". " + playbook.objective()));
    }
}
