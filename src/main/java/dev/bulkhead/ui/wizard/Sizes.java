package dev.bulkhead.ui.wizard;

/** Sizes of data the way people say them. */
final class Sizes {

    private Sizes() {}

    static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000 ? "%.1f kB".formatted(bytes / 1000.0) : "%.1f MB".formatted(bytes / 1_000_000.0);
    }
}
