package dev.bulkhead.app;

import dev.bulkhead.cli.BulkheadCli;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Request that the words of the command line make. */
sealed interface Launch {

    /** What the window takes. */
    String WINDOW_HELP = """
            The window: bulkhead [PATH] [--engine URL|NAME|practice]...
              PATH             a directory with a compose file, or the file itself; without it the media-server sample
              --engine URL     the engine to watch and change (unix, tcp or ssh); otherwise DOCKER_HOST, then the
                               current docker context. May be repeated: then the hosts of all of them are shown
                               together; a name of hosts: in bulkhead.yml stands for its address
              --engine practice  the built-in engine: everything can be tried, nothing real changes; samples use it
            The tour:   bulkhead tour [--to DIR]
              the main job on the sample without a display: pictures, report and networks.yml in target/tour or DIR
            Environment: BULKHEAD_STARTUP_TRACE=1 prints how long the window took to come up.

            The command line:
            """;

    /** Names an engine. */
    String ENGINE = "--engine";

    /**
     * A window.
     *
     * @param project what to open; else the sample
     * @param engines the values of {@code --engine}
     */
    record OpenWindow(Optional<Path> project, List<String> engines) implements Launch {
        public OpenWindow {
            engines = List.copyOf(engines);
        }
    }

    /** The words that window and command line take. */
    record Help() implements Launch {}

    /** A command. */
    record RunCommand(List<String> words) implements Launch {
        public RunCommand {
            words = List.copyOf(words);
        }
    }

    /** Returns what is asked for: a path that exists opens a window, unless it is the name of a command. */
    static Launch of(List<String> words) {
        if (words.isEmpty()) {
            return new OpenWindow(Optional.empty(), List.of());
        }
        // the name of a command is one even where a file of that name exists
        boolean command = BulkheadCli.commands().contains(words.getFirst());
        return command ? new RunCommand(words) : window(words).orElseGet(() -> new RunCommand(words));
    }

    /** Returns the window that the words ask for; empty when some word is not for a window. */
    private static Optional<Launch> window(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        if (rest.remove("--help") || rest.remove("-h")) {
            return rest.isEmpty() || window(rest).isPresent() ? Optional.of(new Help()) : Optional.empty();
        }
        List<String> engines = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            String word = rest.get(i);
            if (word.equals(ENGINE) && i + 1 < rest.size()) {
                engines.add(rest.get(++i));
            } else if (word.startsWith(ENGINE + "=")) {
                engines.add(word.substring(ENGINE.length() + 1));
            } else {
                left.add(word);
            }
        }
        Optional<String> path = left.stream().findFirst();
        boolean understood = left.size() <= 1 && path.map(Launch::exists).orElse(!engines.isEmpty());
        return understood ? Optional.of(new OpenWindow(path.map(Path::of), engines)) : Optional.empty();
    }

    private static boolean exists(String word) {
        try {
            return !word.startsWith("-") && Files.exists(Path.of(word));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
