package dev.bulkhead.migrate.goal;

import java.util.List;

/**
 * Check run inside a running container: a command that has to end with an exit code.
 *
 * @param service the service in whose containers it is run
 * @param command the program and its arguments; never with a secret, since plans and reports show it
 * @param exitCode the code that it has to end with
 * @param proves what is so once it does, as a sentence
 */
public record ContainerCheck(String service, List<String> command, int exitCode, String proves) {

    public ContainerCheck {
        command = List.copyOf(command);
    }

    /** A check that succeeds with code 0. */
    public ContainerCheck(String service, List<String> command, String proves) {
        this(service, command, 0, proves);
    }

    /** A check of a command line, which the container's own shell reads. */
    public static ContainerCheck shell(String service, String line, String proves) {
        return new ContainerCheck(service, List.of("sh", "-c", line), proves);
    }

    /** Returns the command as a person writes it. */
    public String line() {
        return command.size() == 3
                        && command.getFirst().endsWith("sh")
                        && command.get(1).equals("-c")
                ? command.getLast()
                : String.join(" ", command);
    }
}
