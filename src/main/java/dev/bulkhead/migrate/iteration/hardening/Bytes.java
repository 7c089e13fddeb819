package dev.bulkhead.migrate.iteration.hardening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory, as Compose writes them and as people read them. */
final class Bytes {

    private static final long MEGA = 1L << 20;
    private static final Pattern TEXT =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([bkmg]?)(?:i?b)?", Pattern.CASE_INSENSITIVE);

    /** Sizes to choose among, in MiB. */
    static final List<Integer> SIZES =
            List.of(16, 32, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 16384);

    private Bytes() {}

    /** Returns the bytes of a text such as {@code 512m} (Compose specification, byte values); empty where it is none. */
    static Optional<Long> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(parts.group(1));
        return Optional.of((long)
                switch (parts.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> number * 1024;
                    case "m" -> number * MEGA;
                    case "g" -> number * 1024 * MEGA;
                    default -> number;
                });
    }

    /** Returns the smallest size that holds this many bytes; the largest where none does. */
    static long sizeFor(long bytes) {
        return SIZES.stream().filter(size -> size * MEGA >= bytes).findFirst().orElse(SIZES.getLast()) * MEGA;
    }

    /** Returns an amount as Compose writes it. */
    static String compose(long bytes) {
        return bytes % (1024 * MEGA) == 0 ? bytes / (1024 * MEGA) + "g" : bytes / MEGA + "m";
    }

    /** Returns an amount for people. */
    static String words(long bytes) {
        return Math.max(1, Math.round((double) bytes / MEGA)) + " MiB";
    }
}
