package dev.bulkhead.cli.command;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.migrate.watch.GuardStarter;
import java.util.Optional;

/** Maker of what starts a guard in a process of its own. */
@FunctionalInterface
public interface GuardMaker {

    /**
     * Returns what starts guards of a project's runs.
     *
     * @param engine the value of {@code --engine}, if it is given
     */
    GuardStarter of(ComposeRequest project, Optional<String> engine);
}
