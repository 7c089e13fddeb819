package dev.bulkhead.ui.status;

import dev.bulkhead.migrate.status.sheet.StatusSheet.Deed;

/** Actions that the status leads to. */
public interface StatusActions {

    /**
     * Puts a text where other programs find it.
     *
     * @param done what is told then
     */
    void copy(String text, String done);

    /** Asks where a file goes, and writes it. */
    void save(String name, String text);

    /** Does in the window what a command would do. */
    void run(Deed deed);
}
