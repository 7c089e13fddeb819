package dev.bulkhead.migrate.report;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckResult.Group;
import dev.bulkhead.migrate.verify.CheckStatus;
import java.util.List;
import java.util.function.Consumer;

/** The part of a report that tells what was verified. */
final class ChecksMarkdown {

    private static final String INSIDE = "probed from inside with success";

    private final RunReport report;
    private final Consumer<String> line;

    ChecksMarkdown(RunReport report, Consumer<String> line) {
        this.report = report;
        this.line = line;
    }

    void write() {
        line.accept("");
        line.accept("---");
        line.accept("");
        line.accept("## Validation Results");
        if (report.result().checks().isEmpty()) {
            line.accept("");
            line.accept("The run ended before anything was verified.");
            return;
        }
        services();
        networks();
        counted(Group.MEMBERSHIPS, "Memberships", "memberships present with all their names");
        listed(Group.FLOWS, "Network Connectivity", INSIDE);
        listed(Group.ROUTES, "Reverse Proxy Routes", INSIDE);
        listed(Group.ENTRANCES, "Entrances", "are answered");
        listed(Group.PORTS, "Ports Closed", INSIDE);
        listed(Group.INSIDE, "Asked Inside Containers", INSIDE);
        listed(Group.SECRETS, "Secrets", INSIDE);
        counted(
                Group.KEPT,
                "Backward Compatibility",
                "services keep every network, name and port they had before"
                        + (of(Group.PORTS).isEmpty() ? "" : ", but for those that were meant to go"));
    }

    private void services() {
        var statuses = report.end().services().values();
        long healthy = statuses.stream()
                .filter(s -> s.health() == ObservedContainer.Health.HEALTHY)
                .count();
        long unchecked = statuses.stream()
                .filter(s -> s.health() == ObservedContainer.Health.NONE)
                .count();
        title(Group.SERVICES, "Services Running");
        line.accept("- " + statuses.size() + " services deployed");
        line.accept("- " + healthy + " services reporting healthy");
        line.accept("- " + unchecked + " services without health checks");
        failures(Group.SERVICES);
    }

    private void networks() {
        List<CheckResult> checks = of(Group.NETWORKS);
        if (checks.isEmpty()) {
            return;
        }
        title(Group.NETWORKS, "Networks");
        line.accept("- " + count(checks, CheckStatus.PASSED) + " of " + checks.size() + " as the files say");
        checks.forEach(check -> line.accept("- " + mark(check.status()) + " " + check.subject() + ": " + check.saw()));
    }

    private void counted(Group group, String title, String what) {
        List<CheckResult> checks = of(group);
        if (checks.isEmpty()) {
            return;
        }
        title(group, title);
        long passed = count(checks, CheckStatus.PASSED);
        line.accept("- " + passed + " of " + checks.size() + " " + what);
        failures(group);
    }

    private void listed(Group group, String title, String how) {
        List<CheckResult> checks = of(group);
        if (checks.isEmpty()) {
            return;
        }
        title(group, title);
        long noted = count(checks, CheckStatus.WARNING);
        line.accept("- " + count(checks, CheckStatus.PASSED) + " of " + checks.size()
                + " " + how + ", " + count(checks, CheckStatus.UNKNOWN) + " could not be asked"
                + (noted == 0 ? "" : ", " + noted + " to be noted"));
        for (CheckResult check : checks) {
            line.accept("- " + mark(check.status()) + " " + check.subject() + ": " + check.saw());
        }
    }

    private void failures(Group group) {
        of(group).stream()
                .filter(check -> check.status() != CheckStatus.PASSED)
                .forEach(
                        check -> line.accept("- " + mark(check.status()) + " " + check.subject() + ": " + check.saw()));
    }

    private void title(Group group, String title) {
        line.accept("");
        boolean failed = of(group).stream().anyMatch(check -> check.status() == CheckStatus.FAILED);
        line.accept("### " + (failed ? "❌" : "✅") + " " + title);
    }

    private static String mark(CheckStatus status) {
        return switch (status) {
            case PASSED -> "✅";
            case FAILED -> "❌";
            case WARNING -> "⚠️";
            case UNKNOWN -> "❔";
        };
    }

    private List<CheckResult> of(Group group) {
        return report.result().checks().stream()
                .filter(check -> check.group() == group)
                .toList();
    }

    private static long count(List<CheckResult> checks, CheckStatus status) {
        return checks.stream().filter(check -> check.status() == status).count();
    }
}
