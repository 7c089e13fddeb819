package dev.bulkhead.compose.patch.text;

import dev.bulkhead.compose.patch.text.ScalarWriter.Quote;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Probe of how a file lays out its blocks, by looking at those it has. */
public final class StyleProbe {

    private final TextLines lines;
    private final Map<Integer, Integer> steps = new TreeMap<>();
    private final Map<Integer, Integer> dashIndents = new TreeMap<>();
    private final Map<String, Integer> dashGaps = new TreeMap<>();

    private final Map<Quote, Integer> keys = new EnumMap<>(Quote.class);

    private StyleProbe(TextLines lines) {
        this.lines = lines;
    }

    /** Returns the style of the blocks below a node; what they do not show is taken from a fallback. */
    public static BlockStyle below(YamlNode node, TextLines lines, BlockStyle fallback) {
        StyleProbe probe = new StyleProbe(lines);
        probe.look(node);
        return new BlockStyle(
                most(probe.steps).orElse(fallback.step()),
                most(probe.dashIndents).orElse(fallback.dashIndent()),
                most(probe.dashGaps).orElse(fallback.dashGap()),
                fallback.quote(),
                most(probe.keys).orElse(fallback.keys()));
    }

    /** Returns how a text is quoted. */
    public static Quote quote(YamlNode node) {
        if (!(node instanceof ScalarNode scalar)) {
            return Quote.PLAIN;
        }
        return switch (scalar.style()) {
            case SINGLE_QUOTED -> Quote.SINGLE;
            case DOUBLE_QUOTED -> Quote.DOUBLE;
            case PLAIN, LITERAL, FOLDED -> Quote.PLAIN;
        };
    }

    private void look(YamlNode start) {
        Deque<YamlNode> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case MappingNode map
                when !map.flow() -> {
                    for (MappingEntry entry : map.entries()) {
                        note(entry);
                        open.push(entry.value());
                    }
                }
                case SequenceNode sequence
                when !sequence.flow() -> sequence.items().forEach(open::push);
                default -> {}
            }
        }
    }

    private void note(MappingEntry entry) {
        if (!entry.isMerge()) {
            keys.merge(quote(entry.key()), 1, Integer::sum);
        }
        int column = lines.column(entry.key().start());
        switch (entry.value()) {
            case MappingNode map
            when !map.flow() && !map.entries().isEmpty() ->
                count(steps, lines.column(map.entries().getFirst().key().start()) - column);
            case SequenceNode sequence
            when !sequence.flow() && !sequence.items().isEmpty() -> {
                int dash = sequence.contentStart();
                count(dashIndents, lines.column(dash) - column);
                int item = sequence.items().getFirst().start();
                if (item > dash + 1 && item <= lines.lineEnd(dash)) {
                    dashGaps.merge(lines.text().substring(dash + 1, item), 1, Integer::sum);
                }
            }
            default -> {}
        }
    }

    private static void count(Map<Integer, Integer> counts, int value) {
        if (value >= 0) {
            counts.merge(value, 1, Integer::sum);
        }
    }

    private static <K> Optional<K> most(Map<K, Integer> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
