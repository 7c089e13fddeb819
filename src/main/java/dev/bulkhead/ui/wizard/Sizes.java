package dev.bulkhead.ui.wizard;

/** Wording of sizes and counts the way people say them. */
final class Sizes {

    private Sizes() {}

    static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000 ? "%.1f kB".formatted(bytes / 1000.0) : "%.1f MB".formatted(bytes / 1_000_000.0);
    }

    /** Returns a count with its word, one or many. */
    static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
