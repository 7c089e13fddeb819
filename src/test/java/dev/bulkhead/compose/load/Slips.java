package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Slips of the pen: a Compose file with one thing in it that somebody wrote otherwise than they meant. */
final class Slips {

    /** What can go wrong with an entry of a mapping. */
    enum Kind {
        MISSPELT,
        MOVED,
        DOUBLED,
        RETYPED,
        EMPTIED,
        WRONG_SHAPE,
        GONE
    }

    /** A file after a slip, and what the slip was. */
    record Slip(String text, String told) {}

    private static final List<String> OTHER_TYPES = List.of(
            "7",
            "-1",
            "1.5",
            "true",
            "null",
            "\"\"",
            "some text",
            "\"3\"",
            "2001-01-01",
            "1h",
            "99999999999999999999",
            "\"-1\"",
            "0x1F",
            "0o17",
            "017",
            "08",
            "1_000",
            "+5",
            ".5",
            "-0.5",
            "1e3",
            ".inf",
            "yes",
            "~",
            "!!str 7",
            "-5s",
            "1:30",
            "2001-01-01T00:00:00Z",
            "'a b'",
            "a:b",
            "a=b",
            "65536",
            "$$x",
            "\"\\t\"");
    private static final List<String> OTHER_SHAPES =
            List.of("[]", "{}", "[a, a]", "{a: b}", "[{a: b}]", "{a: {b: c}}", "[[a]]", "[1, 2]");

    private final String text;
    private final List<MappingEntry> entries = new ArrayList<>();

    Slips(String text) throws ComposeException {
        this.text = text;
        YamlReader.parse("compose.yaml", text).documents().forEach(document -> collect(document.root()));
    }

    private void collect(YamlNode node) {
        switch (node) {
            case MappingNode map ->
                map.entries().forEach(entry -> {
                    if (entry.key() instanceof ScalarNode && !entry.isMerge()) {
                        entries.add(entry);
                    }
                    collect(entry.value());
                });
            case SequenceNode list -> list.items().forEach(this::collect);
            default -> {}
        }
    }

    /** Makes one slip; empty where the file has nothing for it. */
    Optional<Slip> make(Random random) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        MappingEntry entry = entries.get(random.nextInt(entries.size()));
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        Optional<String> after = switch (kind) {
            case MISSPELT ->
                Optional.of(replace(entry.key(), misspelt(entry.key().span().text(), random)));
            case MOVED -> moved(entry, random);
            case DOUBLED -> line(entry).map(line -> text.substring(0, end(entry)) + line + text.substring(end(entry)));
            case RETYPED -> Optional.of(replace(entry.value(), " " + pick(OTHER_TYPES, random)));
            case EMPTIED -> Optional.of(replace(entry.value(), ""));
            case WRONG_SHAPE -> Optional.of(replace(entry.value(), " " + pick(OTHER_SHAPES, random)));
            case GONE -> line(entry).map(_ -> text.substring(0, start(entry)) + text.substring(end(entry)));
        };
        return after.filter(other -> !other.equals(text))
                .map(other -> new Slip(
                        other,
                        kind + " " + entry.name() + " in line "
                                + entry.key().mark().line()));
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private String replace(YamlNode node, String with) {
        return text.substring(0, node.start()) + with + text.substring(node.end());
    }

    private static String misspelt(String word, Random random) {
        int at = random.nextInt(word.length());
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1) + (word.length() == 1 ? "x" : "");
            case 1 -> word.substring(0, at) + "e" + word.substring(at);
            case 2 ->
                at + 1 < word.length()
                        ? word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2)
                        : word + "s";
            default -> word.replace("_", "-").equals(word) ? word + "s" : word.replace("_", "-");
        };
    }

    /** The lines of an entry that has them to itself. */
    private Optional<String> line(MappingEntry entry) {
        boolean alone = text.substring(start(entry), entry.key().start()).isBlank();
        return alone && end(entry) <= text.length()
                ? Optional.of(text.substring(start(entry), end(entry)))
                : Optional.empty();
    }

    private int start(MappingEntry entry) {
        return text.lastIndexOf('\n', entry.key().start() - 1) + 1;
    }

    private int end(MappingEntry entry) {
        int end = text.indexOf('\n', Math.max(entry.value().end(), entry.key().end()));
        return end < 0 ? text.length() : end + 1;
    }

    /** Puts a line of one entry before another one, as deep as that. */
    private Optional<String> moved(MappingEntry entry, Random random) {
        MappingEntry before = entries.get(random.nextInt(entries.size()));
        Optional<String> line = line(entry);
        boolean whole = line.isPresent()
                && line(before).isPresent()
                && line.get().strip().lines().count() == 1;
        if (!whole || before.key().start() == entry.key().start() || line.isEmpty()) {
            return Optional.empty();
        }
        String indent = text.substring(start(before), before.key().start());
        String added = indent + line.get().strip() + "\n";
        int from = start(entry);
        int to = end(entry);
        int at = start(before);
        return Optional.of(
                at <= from
                        ? text.substring(0, at) + added + text.substring(at, from) + text.substring(to)
                        : text.substring(0, from) + text.substring(to, at) + added + text.substring(at));
    }
}
