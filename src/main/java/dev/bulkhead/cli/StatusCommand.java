package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.output.status.StatusJson;
import dev.bulkhead.cli.output.status.StatusText;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.record.Damage;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.StatusPage;
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
    private MigrationOptions migration = new MigrationOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    StatusCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        return migration.run(context(), this::show);
    }

    private int show(Migration opened) throws Exception {
        StatusReport report = opened.report(LookCourse.SILENT);
        for (Damage damage : opened.damagedRecords()) {
            say("damaged record " + damage.record() + ": " + damage.sentence());
        }
        print(
                switch (format) {
                    case text -> StatusText.of(report);
                    case json -> StatusJson.of(report);
                    case markdown -> StatusPage.write(report);
                    case html -> StatusPage.html(report);
                });
        return ExitCodes.FINE;
    }
}
