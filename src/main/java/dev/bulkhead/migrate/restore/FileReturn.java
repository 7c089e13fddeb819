package dev.bulkhead.migrate.restore;

import java.util.Optional;

/** Return of one file on the way back. */
sealed interface FileReturn {

    /** Returns its path relative to the project directory. */
    String name();

    /**
     * It stays as it is.
     *
     * @param now what it holds
     */
    record Stays(String name, Optional<byte[]> now) implements FileReturn {}

    /**
     * It holds what the run found again.
     *
     * @param now what it holds until then
     * @param content what the run found; empty when there was no such file
     * @param mode its permissions then
     * @param foreign whether it holds something until then that neither the run found nor wrote, of which a copy is kept
     */
    record PutBack(String name, Optional<byte[]> now, Optional<byte[]> content, Optional<String> mode, boolean foreign)
            implements FileReturn {}

    /**
     * The run's changes go, somebody else's stay.
     *
     * @param now what it holds until then, of which a copy is kept
     * @param content what it holds afterwards
     */
    record Merged(String name, Kept.Bytes now, Kept.Bytes content) implements FileReturn {}

    /**
     * The operator has to say what becomes of it.
     *
     * @param sentence why, and what can be done
     */
    record Asks(String name, String sentence) implements FileReturn {}
}
