package dev.bulkhead.cli.check;

import dev.bulkhead.check.benchmark.Benchmark;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Option that asks for a report by public benchmarks instead of findings. */
final class BenchmarkOption {

    private static final String BOTH = "both";

    @Option(
            names = "--benchmark",
            arity = "0..1",
            paramLabel = "cis|owasp",
            parameterConsumer = WordOrNothing.class,
            description =
                    "Instead of findings: which items of the CIS Docker Benchmark and of the OWASP Docker Security Cheat"
                            + " Sheet hold, which do not, and where (default: both).")
    private @Nullable String word;

    /** Takes the next word only where it names a benchmark, since it may be PATH. */
    static final class WordOrNothing implements IParameterConsumer {

        @Override
        @SuppressWarnings("JdkObsolete") // picocli's own interface
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            String next = words.isEmpty() ? "" : words.peek();
            if (named(next).isPresent()) {
                option.setValue(words.pop().toLowerCase(Locale.ROOT));
                return;
            }
            if (!next.isEmpty() && !next.startsWith("-") && pathIsGiven(command)) {
                throw new ParameterException(
                        command.commandLine(),
                        "--benchmark " + next + " names no benchmark; write cis, owasp, or nothing for both.");
            }
            option.setValue(BOTH);
        }

        private static boolean pathIsGiven(CommandSpec command) {
            CommandLine.Model.PositionalParamSpec path =
                    command.positionalParameters().getFirst();
            return path.getValue() != null && !path.getValue().toString().isEmpty();
        }
    }

    private static Optional<Benchmark> named(String word) {
        return Arrays.stream(Benchmark.values())
                .filter(benchmark -> benchmark.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns whether the report is asked for. */
    boolean isAsked() {
        return word != null;
    }

    /** Returns the benchmarks to report on. */
    List<Benchmark> benchmarks() {
        return Optional.ofNullable(word)
                .flatMap(BenchmarkOption::named)
                .map(List::of)
                .orElse(List.of(Benchmark.values()));
    }
}
