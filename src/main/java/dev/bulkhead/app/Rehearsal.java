package dev.bulkhead.app;

import dev.bulkhead.app.home.Logs;
import dev.bulkhead.app.home.UserDirectories;
import java.nio.file.Path;
import java.util.List;

/** Run of a few commands, so that the virtual machine can record which classes they need; later starts map that record instead of loading them one by one. */
public final class Rehearsal {

    private Rehearsal() {}

    /** Takes the directory of a project; what the commands print is of no use. */
    public static void main(String[] words) {
        String project = words[0];
        Path home = Path.of(System.getProperty("user.home", ""));
        Logs.start(UserDirectories.of(System.getenv(), home, System.getProperty("os.name", "")));
        for (List<String> command : List.of(
                List.of("show", project),
                List.of("show", project, "--format", "json"),
                List.of("check", project),
                List.of("check", project, "--format", "sarif"),
                List.of("check", project, "--format", "junit"),
                List.of("check", project, "--since", project, "--format", "markdown"),
                List.of("reach", project, "--matrix"),
                List.of("reach", project, "--diff", project),
                List.of("plan", project, "--engine", "practice"),
                // where the project lies in no repository it says so, and less is recorded
                List.of("plan", project, "--since", "git:HEAD", "--format", "markdown"),
                List.of("--version"))) {
            if (Launch.of(command) instanceof Launch.RunCommand(List<String> run)) {
                Main.run(run, home);
            }
        }
    }
}
