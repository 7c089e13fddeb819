package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.EnginesOption;
import dev.bulkhead.cli.options.OpenHosts;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.cli.output.hosts.HostsJson;
import dev.bulkhead.cli.output.hosts.HostsStatus;
import dev.bulkhead.cli.output.hosts.HostsText;
import dev.bulkhead.cli.output.status.StatusJson;
import dev.bulkhead.cli.output.status.StatusText;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.hosts.ManyEngines;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.record.Damage;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.StatusPage;
import dev.bulkhead.workspace.ProjectDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead status}: how far a project is on its path, and how it feels. */
@Command(
        name = "status",
        description =
                "Show where the project stands: progress, health, routes, exposure, what is pending and what is next.")
final class StatusCommand extends BulkheadCommand {

    enum Format {
        text,
        json,
        markdown,
        html
    }

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private EnginesOption engine = new EnginesOption();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    StatusCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.load(context());
        if (engine.several()) {
            return onHosts(read);
        }
        try (Engine connection = engine.connect(context(), read)) {
            print(form(report(read, connection)));
            if (engine.practice()) {
                say("Practice: no real container is touched. Files and records that are written are real.");
            }
        }
        return ExitCodes.FINE;
    }

    private int onHosts(ComposeProject read) throws Exception {
        if (format != Format.text && format != Format.json) {
            throw new UsageException("--format " + format + " is about one engine; choose text or json, or name one.");
        }
        try (OpenHosts hosts = engine.open(context(), read)) {
            ObservedHosts seen = hosts.observe();
            StatusReport all = report(read, ManyEngines.of(hosts.engines(), seen));
            HostsStatus.notKnown(all, seen).ifPresent(this::say);
            say("What follows the hosts is said of all that answered together. A change, and the preflight of the next"
                    + " iteration, is of one host: name one engine.");
            StatusReport report = HostsStatus.of(all, seen);
            print(
                    format == Format.text
                            ? HostsText.of(read.topology(), seen).stripLeading() + "\n" + StatusText.of(report)
                            : JsonText.of(HostsJson.beside(StatusJson.of(report), read.topology(), seen)));
        }
        return ExitCodes.FINE;
    }

    private StatusReport report(ComposeProject read, Engine connection) throws Exception {
        Migration opened = new Migration(
                new MigrationContext(
                        project.request(context()),
                        context().files(),
                        connection,
                        ProjectDirectory.of(read.directory()),
                        context().clock(),
                        () -> false),
                context().knowledge().read());
        StatusReport report = opened.report(LookCourse.SILENT);
        for (Damage damage : opened.damagedRecords()) {
            say("damaged record " + damage.record() + ": " + damage.sentence());
        }
        return report;
    }

    private String form(StatusReport report) throws Exception {
        return switch (format) {
            case text -> StatusText.of(report);
            case json -> StatusJson.of(report);
            case markdown -> StatusPage.write(report);
            case html -> StatusPage.html(report);
        };
    }
}
