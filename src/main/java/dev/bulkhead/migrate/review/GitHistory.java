package dev.bulkhead.migrate.review;

import dev.bulkhead.migrate.iteration.evidence.VersionHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * History of a project in git, as the machine's own git tells it. Values are looked for here and not by git, whose command
 * line everybody on the machine sees.
 */
record GitHistory(Path directory) implements VersionHistory {

    /** A history that goes on is looked at no further; what was found until then is told. */
    private static final int MOST_LINES = 2_000_000;

    @Override
    public Set<String> holding(Map<String, String> values, List<String> files) {
        Set<String> found = new TreeSet<>();
        if (values.isEmpty() || !tracked()) {
            return found;
        }
        List<String> command = new ArrayList<>(List.of(
                "git",
                "--no-pager",
                "-c",
                "core.fsmonitor=false",
                "log",
                "--all",
                "--patch",
                "--unified=0",
                "--format=",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                "--"));
        command.addAll(files);
        ProcessBuilder git = new ProcessBuilder(command).directory(directory.toFile());
        git.redirectError(ProcessBuilder.Redirect.DISCARD);
        git.environment().putAll(Map.of("GIT_OPTIONAL_LOCKS", "0", "GIT_TERMINAL_PROMPT", "0"));
        try {
            Process process = git.start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.ISO_8859_1)) {
                String line = lines.readLine();
                for (int read = 0; line != null && read < MOST_LINES && found.size() < values.size(); read++) {
                    for (Map.Entry<String, String> value : values.entrySet()) {
                        if (line.contains(value.getValue())) {
                            found.add(value.getKey());
                        }
                    }
                    line = lines.readLine();
                }
            } finally {
                process.destroy();
            }
        } catch (IOException noGit) {
            return found;
        }
        return found;
    }

    private boolean tracked() {
        for (Path here = directory.toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }
}
