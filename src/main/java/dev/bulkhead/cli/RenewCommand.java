package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.migrate.CertificateRenewal;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead renew}: renews the certificate of a private authority where it is time, and sees that it is shown. */
@Command(
        name = "renew",
        description =
                "Renew the certificate of the project's private authority where it is time, and see that it is shown.",
        footer =
                "One that lacks a name which is served is renewed as well. Of other certificates the proxy is told to read"
                        + " them anew. A timer that runs this daily is among what iteration 3 hands out.")
final class RenewCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "10",
            description = "It is time once fewer days are left (default: ${DEFAULT-VALUE}).")
    private int days = 10;

    @Option(names = "--force", description = "Renew it even if it is not time yet.")
    private boolean force;

    RenewCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        return migration.run(context(), opened -> {
            CertificateRenewal.Renewed renewed = opened.certificate().renew(Duration.ofDays(days), force);
            renewed.checks().forEach(check -> print("  " + check.subject() + ": " + check.saw()));
            print(renewed.sentence());
            return ExitCodes.FINE;
        });
    }
}
