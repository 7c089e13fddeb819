package dev.bulkhead.cli.options;

import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.goal.SecretSource;
import java.io.Console;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets that the operator gives to a change on the command line: in an environment variable, or typed at the terminal,
 * which does not show them. They are no options: those stand in the list of processes and in the shell's history.
 */
public final class GivenSecrets implements RunControl.Giver {

    private final Map<String, String> environment;

    /** Takes them from an environment. */
    public GivenSecrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<String> give(SecretSource.Given wanted) {
        Optional<String> stated =
                Optional.ofNullable(environment.get(wanted.variable())).filter(value -> !value.isEmpty());
        return stated.isPresent() ? stated : typed(wanted);
    }

    private static Optional<String> typed(SecretSource.Given wanted) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s (not shown): ", wanted.what()))
                .map(String::new)
                .filter(value -> !value.isEmpty());
    }
}
