package dev.bulkhead.compose.export;

import java.util.Optional;

/**
 * One step of a runbook.
 *
 * @param phase which part of the runbook it belongs to
 * @param title what it does, in a few words
 * @param done a shell condition that holds when the step has nothing left to do
 * @param command the docker command
 * @param undo the docker command that takes it back, where one does
 */
record RunbookStep(Phase phase, String title, String done, String command, Optional<String> undo) {

    /** The parts of a runbook, in their order: nothing is taken away before everything is in place. */
    enum Phase {
        REQUIRE("Networks that have to be there"),
        CREATE("Create networks"),
        CONNECT("Attach containers while they run"),
        DISCONNECT("Take containers off networks"),
        REMOVE("Remove networks");

        private final String title;

        Phase(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
