package dev.bulkhead.engine.observed;

/**
 * Look of an engine at a container's health: what the check came to when it was run last.
 *
 * @param exitCode what the check ended with; the engine's own number where it was not waited for
 * @param output what it wrote, or what the engine says about it; may hold a secret
 */
public record HealthLook(int exitCode, String output) {

    /** More is a report and no reason. */
    private static final int MOST = 200;

    /** Returns whether the check found the container well. */
    public boolean passed() {
        return exitCode == 0;
    }

    /** Returns what it said, as a part of a sentence: its end where it is long, since programs give their reason last. */
    public String text() {
        String line = output.strip().replaceAll("\\s+", " ").replaceFirst("[.]$", "");
        String said = line.length() > MOST ? "… " + line.substring(line.length() - MOST) : line;
        // below zero it is the engine that speaks: the check took too long, or could not be started
        return "its last health check " + (exitCode < 0 ? "" : "ended with " + exitCode + " and ")
                + (said.isEmpty() ? "said nothing" : "said: " + said);
    }
}
