package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.report.RunReport;
import java.time.Instant;

/** Actions that the pages of an iteration ask of the window. */
public interface WizardActions {

    /** Brings the engine to what the files say, before the iteration whose pages are open goes on. */
    void applyFiles();

    /** Closes the pages; what runs goes on. */
    void close();

    /** Asks whether the run of an iteration is rolled back, and does so. */
    void askRollBack(WizardViewModel model);

    /**
     * Copies a text.
     *
     * @param done what is told then
     */
    void copy(String text, String done);

    /** Saves a text into a file that the operator names. */
    void save(String name, String text);

    /** Returns a report as Markdown. */
    String reportText(RunReport report);

    /** Returns whether the engine is the practice engine, so that no real container is touched. */
    boolean practice();

    /** Returns the time. */
    Instant now();
}
