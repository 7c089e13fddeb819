package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.migrate.verify.Surprises;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Check that the containers were made from the project's own directory: a copy of a project has its records as well, and
 * must not lay hands on the containers of the other.
 */
final class DirectoryCheck {

    private DirectoryCheck() {}

    /**
     * Checks.
     *
     * @param accepted {@link Surprises#DIRECTORY} where they may have been made from another directory
     * @throws MigrationException if they were not
     */
    static void require(MigrationContext context, Set<String> accepted) throws MigrationException {
        if (accepted.contains(Surprises.DIRECTORY)) {
            return;
        }
        Optional<PreflightItem> other = Optional.empty();
        try {
            ComposeProject project = new ComposeLoader(context.files()).load(context.request());
            DriftFacts facts = new DriftFacts(project.directory(), Set.of(), Map.of(), Map.of(), Optional.empty());
            other = Surprises.find(project, context.engine().observer().observe(), facts, Set.of()).stream()
                    .filter(item -> item.id().equals(Surprises.DIRECTORY))
                    .findFirst();
        } catch (ComposeException | EngineException e) {
            // files that cannot be read and an engine that does not answer are told by what follows
            return;
        }
        if (other.isPresent()) {
            throw new MigrationException("Nothing was touched. " + other.get().seen() + " "
                    + other.get().fix().orElse(""));
        }
    }
}
