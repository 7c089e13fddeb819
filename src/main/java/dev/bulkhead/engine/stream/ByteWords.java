package dev.bulkhead.engine.stream;

import java.util.Locale;

/** Wording of numbers of bytes, in binary units as Docker counts memory. */
public final class ByteWords {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final int STEP = 1024;

    private ByteWords() {}

    /** Returns a number of bytes with at most one digit behind the point. */
    public static String of(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= STEP && unit < UNITS.length - 1) {
            number /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || number >= 10 ? "%.0f" : "%.1f", number) + " " + UNITS[unit];
    }
}
