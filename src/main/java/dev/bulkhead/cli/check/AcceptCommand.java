package dev.bulkhead.cli.check;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.baseline.BaselineEntry;
import dev.bulkhead.check.baseline.BaselineReader;
import dev.bulkhead.check.baseline.BaselineText;
import dev.bulkhead.check.baseline.Fingerprint;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.LiveOption;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.options.RulesOption;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.compose.patch.UnifiedDiff;
import dev.bulkhead.workspace.BaselineFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead accept}: entries of the file of accepted findings, printed or written. */
@Command(
        name = "accept",
        description =
                "Accept findings for a time, each with a reason and a last day; without a choice, list what can be"
                        + " chosen.",
        footer =
                "Without --write the change of the file is printed and nothing is written. An entry accepts one finding,"
                        + " wherever it moves; when its last day is over the finding counts again.")
public final class AcceptCommand extends BulkheadCommand {

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

    @Option(
            names = "--finding",
            paramLabel = "RULE|FILE:LINE|FINGERPRINT",
            description = "Which findings; may be repeated.")
    private List<String> chosen = List.of();

    @Option(names = "--all", description = "All findings for which check would end with exit code 1.")
    private boolean all;

    @Option(names = "--because", paramLabel = "TEXT", description = "Why they are accepted.")
    private @Nullable String because;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day on which they are, by UTC, as YEAR-MONTH-DAY.")
    private @Nullable String until;

    @Option(names = "--prune", description = "Take out the entries that match nothing any more.")
    private boolean prune;

    @Option(names = "--write", description = "Write the file.")
    private boolean write;

    /** Makes the command of a command line. */
    public AcceptCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.loadLenient(context());
        LocalDate today = BaselineFile.today(context().clock());
        Path file = baseline.file(read);
        AcceptedFindings stands = BaselineFile.read(context().files(), read, file, today);
        CheckedState state = CheckedState.of(
                read,
                rules.source(context(), read),
                live.look(context(), read),
                stands,
                target.read(context().files(), read),
                context());
        List<Finding> open = state.judgement().findings().stream()
                .filter(finding -> !AcceptedFindings.isAbout(finding.rule()))
                .toList();
        if (chosen.isEmpty() && !all && !prune) {
            print(listed(open));
            return ExitCodes.FINE;
        }
        String name = read.directory().relativize(file).toString().replace('\\', '/');
        String text = text(file, name, stands);
        String next = text;
        if (prune) {
            List<Finding> found = Stream.concat(
                            open.stream(), state.judgement().accepted().stream().map(Accepted::finding))
                    .toList();
            next = written(next, stands, Checks.asked(stands, state.input()).unmatched(found), List.of(), name, today);
        }
        if (!chosen.isEmpty() || all) {
            List<Finding> wanted = wanted(open);
            List<BaselineEntry> over = stands.over(wanted);
            next = written(next, BaselineReader.parse(name, next, today), over, wanted, name, today);
        }
        TextChange change =
                new TextChange(file, name, text.isEmpty() ? Optional.empty() : Optional.of(text), Optional.of(next));
        if (write && !next.equals(text)) {
            write(file, next);
            print("wrote " + name);
        } else {
            print(next.equals(text) ? "Nothing changes.\n" : UnifiedDiff.of(change));
        }
        return ExitCodes.FINE;
    }

    private static String listed(List<Finding> open) {
        return open.isEmpty()
                ? "No findings to accept.\n"
                : open.stream()
                        .map(finding -> Fingerprint.of(finding) + " "
                                + finding.severity().text() + ": "
                                + finding.at().map(at -> at + ": ").orElse("") + finding.message() + " ["
                                + finding.rule() + "]\n")
                        .collect(Collectors.joining());
    }

    private List<Finding> wanted(List<Finding> open) throws UsageException {
        List<Finding> wanted = new ArrayList<>();
        for (String word : chosen) {
            List<Finding> meant =
                    open.stream().filter(finding -> means(word, finding)).toList();
            if (meant.isEmpty()) {
                throw new UsageException(
                        "--finding " + word + " names nothing that is found and not accepted yet; write a"
                                + " rule, a file with a line, or a fingerprint, as accept without a choice lists them.");
            }
            meant.stream().filter(finding -> !wanted.contains(finding)).forEach(wanted::add);
        }
        open.stream()
                .filter(finding -> all && Checks.fail(List.of(finding)) && !wanted.contains(finding))
                .forEach(wanted::add);
        return wanted;
    }

    private static boolean means(String word, Finding finding) {
        return word.equals(finding.rule())
                || word.equals(Fingerprint.of(finding))
                || finding.at()
                        .map(at -> word.equals(at.fileAndLine()) || word.equals(at.toString()))
                        .orElse(false);
    }

    /** Returns the text with some entries gone and others added, read again to be sure that it says just that. */
    private String written(
            String text,
            AcceptedFindings stands,
            List<BaselineEntry> gone,
            List<Finding> added,
            String name,
            LocalDate today)
            throws UsageException {
        String next = BaselineText.without(text, stands, gone);
        if (!added.isEmpty()) {
            next = BaselineText.with(next, added, reason(), today, day(today));
        }
        try {
            AcceptedFindings after = BaselineReader.parse(name, next, today);
            int expected = stands.entries().size() - gone.size() + added.size();
            if (after.entries().size() == expected
                    && after.faults().size() == stands.faults().size()) {
                return next;
            }
        } catch (ComposeException broken) {
            throw unusual(name);
        }
        throw unusual(name);
    }

    private static UsageException unusual(String name) {
        return new UsageException(
                name + " is written in a way that entries cannot be added to or taken out of; write the"
                        + " list below accepted: with one entry after another, each beginning with a dash and a key, at the end of"
                        + " the file.");
    }

    private String reason() throws UsageException {
        if (because == null || because.isBlank()) {
            throw new UsageException("A finding is accepted for a reason; give it with --because TEXT.");
        }
        return because.strip().replaceAll("\\s+", " ");
    }

    private LocalDate day(LocalDate today) throws UsageException {
        try {
            LocalDate day = LocalDate.parse(until == null ? "" : until);
            if (day.isBefore(today)) {
                throw new UsageException("--until " + day + " is over already; name a day from " + today + " on.");
            }
            return day;
        } catch (DateTimeException none) {
            throw new UsageException(
                    "A finding is accepted up to a day; give it with --until YEAR-MONTH-DAY, for instance" + " --until "
                            + today.plusMonths(3) + ".");
        }
    }

    private String text(Path file, String name, AcceptedFindings stands) throws UsageException {
        if (!context().files().isFile(file)) {
            return "";
        }
        if (stands.faults().stream().anyMatch(fault -> fault.rule().equals(AcceptedFindings.UNREADABLE_RULE))) {
            throw new UsageException(name + " cannot be read, so nothing is added to it: "
                    + stands.faults().getFirst().message());
        }
        try {
            return new String(context().files().read(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException(name + " cannot be read; give yourself read access to it.");
        }
    }

    /** The new text takes the place of the old one as a whole. */
    private static void write(Path file, String text) throws UsageException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file;
            Path beside = target.resolveSibling(target.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UsageException(
                    "The baseline cannot be written to " + file + "; name a file that can with --baseline.");
        }
    }
}
