package dev.bulkhead.migrate.record;

import java.util.Comparator;

/**
 * Order of runs and restore points: the number that their names begin with, for instance 3 in {@code
 * 0003-20260105-140211-1}. The clock, which can stand anywhere, decides nothing.
 */
public final class Sequence {

    /** The oldest first; names without a number, in their own order, before all others. */
    public static final Comparator<String> OLDEST_FIRST =
            Comparator.comparingInt(Sequence::of).thenComparing(Comparator.naturalOrder());

    private static final int LONGEST = 7;

    private Sequence() {}

    /** Returns the number that a name begins with; 0 if it begins with none. */
    public static int of(String name) {
        int end = 0;
        while (end < name.length() && Character.isDigit(name.charAt(end))) {
            end++;
        }
        boolean numbered = end > 0 && end <= LONGEST && end < name.length() && name.charAt(end) == '-';
        return numbered ? Integer.parseInt(name.substring(0, end)) : 0;
    }

    /** Returns a name that comes after a number. */
    public static String name(int after, String rest) {
        return String.format(java.util.Locale.ROOT, "%04d-%s", after + 1, rest);
    }
}
