package dev.bulkhead.migrate;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.JournalEntry;
import dev.bulkhead.migrate.run.RunRecord;
import java.util.List;

/**
 * Check that a run is taken up on the hosts that it was begun on: with another one among them, or without one, its records would mean
 * other containers.
 */
final class HostsOfRun {

    private static final List<String> ONE = List.of("");

    private HostsOfRun() {}

    /**
     * Checks.
     *
     * @throws MigrationException if the engines are those of other hosts
     */
    static void require(Engine engine, RunRecord run) throws MigrationException {
        List<String> begun = run.entries().stream()
                .flatMap(entry -> entry instanceof JournalEntry.OnHosts(var at, var hosts)
                        ? List.of(hosts).stream()
                        : List.<List<String>>of().stream())
                .findFirst()
                .orElse(ONE);
        List<String> present = engine.networks().hosts();
        if (!present.equals(begun)) {
            throw new MigrationException(
                    begun.equals(ONE)
                            ? "Nothing was touched. Run " + run.id() + " is about one host; name its engine alone."
                            : "Nothing was touched. Run " + run.id() + " is about the hosts " + String.join(", ", begun)
                                    + ", in this order; name them all: --engine " + String.join(" --engine ", begun)
                                    + ", and list them so below hosts: in bulkhead.yml.");
        }
    }
}
