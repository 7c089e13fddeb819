package dev.bulkhead.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the words of the command line ask for. */
sealed interface Launch {

    /** Words that are commands even where a file of that name exists. */
    Set<String> COMMANDS = Set.of(
            "show", "check", "reach", "edit", "export", "plan", "apply", "rollback", "status", "import", "drift");

    /** A window, with a project or with the sample. */
    record OpenWindow(Optional<Path> project) implements Launch {}

    /** The main job without a display. */
    record Tour(Path to) implements Launch {}

    /** A command. */
    record RunCommand(List<String> words) implements Launch {
        public RunCommand {
            words = List.copyOf(words);
        }
    }

    /** Returns what is asked for: a path that exists opens a window, unless it is the name of a command. */
    static Launch of(List<String> words) {
        if (words.isEmpty()) {
            return new OpenWindow(Optional.empty());
        }
        String first = words.getFirst();
        if (first.equals("tour")) {
            boolean stated = words.size() == 3 && words.get(1).equals("--to");
            if (words.size() == 1 || stated) {
                return new Tour(Path.of(stated ? words.get(2) : "target/tour"));
            }
            return new RunCommand(words);
        }
        boolean path = words.size() == 1 && !first.startsWith("-") && !COMMANDS.contains(first);
        return path && Files.exists(Path.of(first))
                ? new OpenWindow(Optional.of(Path.of(first)))
                : new RunCommand(words);
    }
}
