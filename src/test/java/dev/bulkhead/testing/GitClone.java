package dev.bulkhead.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository of a test's own, which no setting of the machine reaches. */
public record GitClone(Path top) {

    /** Makes an empty repository whose branch is main. */
    public static GitClone init(Path top) throws IOException, InterruptedException {
        Files.createDirectories(top);
        GitClone made = new GitClone(top);
        made.git("init", "--quiet", "--initial-branch=main");
        return made;
    }

    /** Writes a file. */
    public GitClone write(String name, String text) throws IOException {
        Path file = top.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Commits everything and returns the commit's id. */
    public String commit(String message) throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", message);
        return git("rev-parse", "HEAD").strip();
    }

    /** Runs git here and returns what it said. */
    public String git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(top.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(environment());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + text)
                .isZero();
        return text;
    }

    /** Returns the environment in which git is nobody in particular. */
    public static Map<String, String> environment() {
        return Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_AUTHOR_NAME", "somebody",
                "GIT_AUTHOR_EMAIL", "somebody@example.org",
                "GIT_COMMITTER_NAME", "somebody",
                "GIT_COMMITTER_EMAIL", "somebody@example.org",
                "GIT_ALLOW_PROTOCOL", "file");
    }
}
