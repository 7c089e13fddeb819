package dev.bulkhead.cli.output;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The manual page of the command line for {@code man}: what the commands say of themselves, so that it cannot say anything else. */
public final class CommandPage {

    private CommandPage() {}

    /** Returns the page in the language of {@code roff}. */
    public static String of(CommandLine root, String version) {
        StringBuilder page = new StringBuilder();
        page.append(".TH BULKHEAD 1 \"\" \"Bulkhead ").append(version).append("\" \"User Commands\"\n");
        page.append(".SH NAME\nbulkhead \\- ")
                .append(text(
                        String.join(" ", root.getCommandSpec().usageMessage().description())))
                .append('\n');
        page.append("""
                .SH SYNOPSIS
                .B bulkhead
                .RI [ PATH ]
                .RB [ \\-\\-engine
                .IR URL ]
                .br
                .B bulkhead
                .I COMMAND
                .RI [ WORD ...]
                .SH DESCRIPTION
                .B bulkhead
                without a command opens the window: on a directory with a Compose file or on the file itself, without one on a
                sample with a practice engine. With a command it works without a display. Opening, checking and planning never
                write; what is written or applied can be undone.
                """);
        page.append(verbatim(root.getUsageMessage(Ansi.OFF)));
        page.append(".SH COMMANDS\n");
        root.getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                page.append(".SS ").append(text(name)).append('\n').append(verbatim(command.getUsageMessage(Ansi.OFF)));
            }
        });
        page.append(".SH SEE ALSO\n.BR docker (1)\n");
        return page.toString();
    }

    private static String verbatim(String help) {
        return help.strip().lines().map(CommandPage::text).collect(Collectors.joining("\n", ".PP\n.nf\n", "\n.fi\n"));
    }

    /** Signs that roff would take for orders or for typographic ones mean themselves. */
    private static String text(String line) {
        String plain = line.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }
}
