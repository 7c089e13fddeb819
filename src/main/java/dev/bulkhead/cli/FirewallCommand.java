package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.migrate.firewall.HostFirewall;
import dev.bulkhead.reach.setting.FirewallBackend;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead firewall}: packet rules of the engine's host by the operator's rules. */
@Command(
        name = "firewall",
        description =
                "Show the packet rules of the host that follow from bulkhead.yml, install them, keep them up to date,"
                        + " or remove them.",
        footer =
                "Without an option it shows them and changes nothing. All else needs root on the machine of the engine.")
final class FirewallCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @ArgGroup(exclusive = true)
    private Wish wish = new Wish();

    @Option(
            names = "--with",
            paramLabel = "PROGRAM",
            description = "iptables or nftables; otherwise what the engine works with.")
    private @Nullable FirewallBackend backend;

    @Option(
            names = "--log",
            description = "Let the kernel's log tell of what is dropped: BH-PROJECT and the line of bulkhead.yml, ten"
                    + " times a minute for each rule at most. --refresh keeps it, --install without it ends it.")
    private boolean log;

    private static final class Wish {

        @Option(names = "--install", description = "Install them, in chains or a table of the project's own.")
        private boolean install;

        @Option(
                names = "--refresh",
                description = "Bring what is installed up to date with rules, and addresses of containers.")
        private boolean refresh;

        @Option(names = "--follow", description = "Install them and keep them up to date until it is ended.")
        private boolean follow;

        @Option(names = "--remove", description = "Take everything away that was installed.")
        private boolean remove;
    }

    FirewallCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        return migration.runIn(context(), false, opened -> {
            HostFirewall firewall = new HostFirewall(opened, Optional.ofNullable(backend), log);
            if (wish.install) {
                print(firewall.install());
            } else if (wish.refresh) {
                print(firewall.refresh());
            } else if (wish.follow) {
                firewall.follow(this::print);
            } else if (wish.remove) {
                print(firewall.remove());
            } else {
                show(firewall.show());
            }
            return ExitCodes.FINE;
        });
    }

    private void show(HostFirewall.Shown shown) {
        if (shown.install().isEmpty()) {
            print("No rule of bulkhead.yml forbids what packet rules could stop, so none follows.");
        } else {
            print("# what installs them");
            shown.install().forEach(this::print);
            print("# what removes them without a trace");
            shown.remove().forEach(this::print);
        }
        say(shown.standing());
    }
}
