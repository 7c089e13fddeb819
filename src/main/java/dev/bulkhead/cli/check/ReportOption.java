package dev.bulkhead.cli.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.output.CheckReport;
import dev.bulkhead.cli.output.FindingsJson;
import dev.bulkhead.cli.output.FindingsJunit;
import dev.bulkhead.cli.output.FindingsMarkdown;
import dev.bulkhead.cli.output.FindingsSarif;
import dev.bulkhead.cli.output.FindingsText;
import dev.bulkhead.cli.output.benchmark.BenchmarkJson;
import dev.bulkhead.cli.output.benchmark.BenchmarkMarkdown;
import dev.bulkhead.cli.output.benchmark.BenchmarkPage;
import dev.bulkhead.cli.output.benchmark.BenchmarkText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options that say in which formats findings are told, and where. */
final class ReportOption {

    /** Format of findings. */
    enum Format {
        text,
        json,
        sarif,
        junit,
        markdown;

        String of(CheckReport report) throws JsonProcessingException {
            return switch (this) {
                case text -> FindingsText.of(report);
                case json -> FindingsJson.of(report);
                case sarif -> FindingsSarif.of(report);
                case junit -> FindingsJunit.of(report);
                case markdown -> FindingsMarkdown.of(report);
            };
        }

        String of(BenchmarkPage page) throws JsonProcessingException, UsageException {
            return switch (this) {
                case text -> BenchmarkText.of(page);
                case json -> BenchmarkJson.of(page);
                case markdown -> BenchmarkMarkdown.of(page);
                case sarif, junit ->
                    throw new UsageException("The report by a benchmark has no form " + name()
                            + ", which holds findings only; choose text, markdown or json.");
            };
        }
    }

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "The same in a file as well, in any of these formats; may be repeated.")
    private List<String> reports = List.of();

    /** One file to be written. */
    private record Wanted(Format format, Path file) {

        static Wanted of(String word) throws UsageException {
            int equals = word.indexOf('=');
            Optional<Format> format = Arrays.stream(Format.values())
                    .filter(f -> equals > 0
                            && f.name().equals(word.substring(0, equals).toLowerCase(Locale.ROOT)))
                    .findFirst();
            if (format.isEmpty() || equals == word.length() - 1) {
                throw new UsageException("--report " + word
                        + " does not name a format and a file; write FORMAT=FILE with one"
                        + " of "
                        + Arrays.stream(Format.values()).map(Format::name).collect(Collectors.joining(", ")) + ".");
            }
            try {
                return new Wanted(format.get(), Path.of(word.substring(equals + 1)));
            } catch (InvalidPathException e) {
                throw new UsageException("--report " + word + " does not name a file; write FORMAT=FILE.");
            }
        }

        void write(String text) throws UsageException {
            try {
                Files.writeString(file, text.endsWith("\n") ? text : text + "\n");
            } catch (IOException e) {
                throw new UsageException("The report cannot be written to " + file + "; name a file that can.");
            }
        }
    }

    /**
     * Returns the words wrongly given before anything is looked at.
     *
     * @throws UsageException if one of them names no format or no file
     */
    void check() throws UsageException {
        for (String word : reports) {
            Wanted.of(word);
        }
    }

    /** Returns what is to be printed. */
    String printed(CheckReport report) throws JsonProcessingException {
        return format.of(report);
    }

    /** Writes the files that are wanted. */
    void write(CheckReport report) throws UsageException, JsonProcessingException {
        for (String word : reports) {
            Wanted wanted = Wanted.of(word);
            wanted.write(wanted.format().of(report));
        }
    }

    /** As {@link #printed(CheckReport)}, of a report by benchmarks. */
    String printed(BenchmarkPage page) throws JsonProcessingException, UsageException {
        return format.of(page);
    }

    /** As {@link #write(CheckReport)}, of a report by benchmarks. */
    void write(BenchmarkPage page) throws UsageException, JsonProcessingException {
        for (String word : reports) {
            Wanted wanted = Wanted.of(word);
            wanted.write(wanted.format().of(page));
        }
    }

    /** Returns whether a format is wanted. */
    boolean wants(Format wanted) throws UsageException {
        boolean wants = format == wanted;
        for (String word : reports) {
            wants |= Wanted.of(word).format() == wanted;
        }
        return wants;
    }
}
