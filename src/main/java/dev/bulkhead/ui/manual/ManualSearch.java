package dev.bulkhead.ui.manual;

import dev.bulkhead.ui.markdown.MarkdownDocument.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Search in all pages of the manual: titles come before headings, headings before other words. */
public final class ManualSearch {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}_-]+");
    private static final int MOST = 60;
    private static final int MOST_OF_A_PAGE = 5;
    /** Letters from which on one slip in a word is forgiven, and two. */
    private static final int FORGIVEN_ONCE = 4;

    private static final int FORGIVEN_TWICE = 8;

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> vocabulary = new HashSet<>();

    /**
     * Outcome of a search.
     *
     * @param hits what was found, best first
     * @param instead the words that were looked for in place of misspelt ones; empty if none were
     */
    public record Found(List<ManualHit> hits, Optional<String> instead) {

        /** Nothing. */
        public static final Found NOTHING = new Found(List.of(), Optional.empty());

        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** How well a place fits, best first. */
    private enum Fit {
        TITLE,
        HEADING,
        WORDS_OF_A_FITTING_PAGE,
        WORDS
    }

    /** Words with what stands above them, as they are compared. */
    private record Entry(ManualHit hit, int level, String own, String above, String title) {

        Optional<Fit> fit(List<String> wanted) {
            if (!wanted.stream().allMatch(word -> own.contains(word) || above.contains(word) || title.contains(word))
                    || wanted.stream().noneMatch(own::contains)) {
                return Optional.empty();
            }
            boolean alone = wanted.stream().allMatch(own::contains);
            if (level == 1) {
                return alone ? Optional.of(Fit.TITLE) : Optional.empty();
            }
            if (level > 1) {
                return Optional.of(Fit.HEADING);
            }
            return Optional.of(wanted.stream().anyMatch(title::contains) ? Fit.WORDS_OF_A_FITTING_PAGE : Fit.WORDS);
        }
    }

    /** A place and how well it fits. */
    private record Ranked(ManualHit hit, Fit fit) {}

    /** Reads what pages say. */
    public ManualSearch(List<ManualPage> pages) {
        pages.forEach(this::read);
    }

    private void read(ManualPage page) {
        String heading = "";
        String title = fold(page.title());
        for (Part part : page.text().parts()) {
            String own = fold(part.words());
            if (part.level() > 1) {
                heading = part.words();
            }
            String words = part.level() > 0 ? "" : part.words();
            entries.add(new Entry(
                    new ManualHit(page, heading, part.line(), words), part.level(), own, fold(heading), title));
            tokens(own).forEach(vocabulary::add);
        }
    }

    /** Finds places that hold every word, each as a part of a word too. */
    public Found find(String query) {
        List<String> wanted = tokens(fold(query)).distinct().toList();
        if (wanted.isEmpty()) {
            return Found.NOTHING;
        }
        List<ManualHit> hits = find(wanted);
        if (!hits.isEmpty()) {
            return new Found(hits, Optional.empty());
        }
        List<String> meant = wanted.stream().map(this::meant).toList();
        return meant.equals(wanted) ? Found.NOTHING : new Found(find(meant), Optional.of(String.join(" ", meant)));
    }

    private List<ManualHit> find(List<String> wanted) {
        List<Ranked> ranked = entries.stream()
                .flatMap(entry -> entry.fit(wanted).map(fit -> new Ranked(entry.hit(), fit)).stream())
                .sorted(Comparator.comparing(Ranked::fit))
                .toList();
        Map<String, Integer> ofPage = new HashMap<>();
        return ranked.stream()
                .map(Ranked::hit)
                .filter(hit -> ofPage.merge(hit.page().path(), 1, Integer::sum) <= MOST_OF_A_PAGE)
                .limit(MOST)
                .toList();
    }

    /** Returns the word of the manual that a misspelt one is nearest to, or the word itself. */
    private String meant(String word) {
        int forgiven = word.length() < FORGIVEN_ONCE ? 0 : word.length() < FORGIVEN_TWICE ? 1 : 2;
        if (forgiven == 0 || vocabulary.stream().anyMatch(known -> known.contains(word))) {
            return word;
        }
        return vocabulary.stream()
                .filter(known -> Math.abs(known.length() - word.length()) <= forgiven)
                .map(known -> Map.entry(known, slips(word, known)))
                .filter(known -> known.getValue() <= forgiven)
                .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(word);
    }

    /** Returns how many letters were left out, added, mistaken or exchanged with their neighbour. */
    private static int slips(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private static String fold(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    private static Stream<String> tokens(String words) {
        return BETWEEN.splitAsStream(words).filter(token -> !token.isEmpty());
    }
}
