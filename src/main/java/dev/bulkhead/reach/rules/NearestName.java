package dev.bulkhead.reach.rules;

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

    /** Levenshtein's distance: how many letters to insert, drop or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
