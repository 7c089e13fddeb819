package dev.bulkhead.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Nearest of known names to one that may be misspelt. */
public final class NearestName {

    private NearestName() {}

    /** Returns the name that is nearest, if it is near enough for a slip of the fingers. */
    public static Optional<String> to(String text, Collection<String> names) {
        int most = Math.max(1, text.length() / 3);
        return names.stream()
                .filter(name -> Math.abs(name.length() - text.length()) <= most)
                .filter(name -> distance(text, name) <= most)
                .min(Comparator.comparingInt((String name) -> distance(text, name))
                        .thenComparing(n -> n));
    }

    /** How many letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], 1 + steps[i - 2][j - 2]);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
