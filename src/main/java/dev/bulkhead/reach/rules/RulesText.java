package dev.bulkhead.reach.rules;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlFile;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/** Text of a rules file that rules are added to: every other byte of the operator's stays as it is. */
public final class RulesText {

    private static final String RULES = "rules";

    private RulesText() {}

    /**
     * Returns the text with rules after those that stand in it; rules that stand in it already are not added again.
     *
     * @param name the name that sentences give the file
     * @param text the text so far; empty where there is no file yet
     * @throws ComposeException if the text is no rules file, with one sentence that names the place
     */
    public static String with(String name, Optional<String> text, List<Rule.Statement> added) throws ComposeException {
        String old = text.orElse("");
        Rules before = RulesReader.parse(name, old);
        List<Rule.Statement> fresh = added.stream()
                .filter(rule -> before.stated().stream()
                        .noneMatch(there -> there.statement().demandsTheSame(rule)))
                .distinct()
                .toList();
        if (fresh.isEmpty()) {
            return old;
        }
        String result = insert(name, old, fresh);
        int expected = before.stated().size() + fresh.size();
        int read = RulesReader.parse(name, result).stated().size();
        if (read != expected) {
            throw new IllegalStateException("added " + fresh.size() + " rules, read " + read + " of " + expected);
        }
        return result;
    }

    private static String insert(String name, String old, List<Rule.Statement> fresh) throws ComposeException {
        String newline = old.contains("\r\n") ? "\r\n" : "\n";
        YamlFile file = YamlReader.parse(name, old);
        Optional<MappingNode> root = file.documents().stream()
                .findFirst()
                .map(document -> document.root().resolved())
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast);
        if (root.isEmpty()) {
            return ended(old, newline) + "version: 1" + newline + "rules:" + newline + items("  ", newline, fresh);
        }
        Optional<MappingEntry> rules = root.get().entry(RULES);
        if (rules.isEmpty()) {
            return root.get().flow()
                    ? inFlow(old, root.get(), "rules: [" + flowItems(fresh) + "]")
                    : ended(old, newline) + "rules:" + newline + items("  ", newline, fresh);
        }
        YamlNode value = rules.get().value();
        if (value.resolved() instanceof SequenceNode list && !list.items().isEmpty()) {
            return list.flow()
                    ? after(old, list.items().getLast().end(), ", " + flowItems(fresh))
                    : afterLast(old, list, newline, fresh);
        }
        return root.get().flow()
                ? old.substring(0, value.start()) + "[" + flowItems(fresh) + "]" + old.substring(value.end())
                : intoEmpty(old, value, newline, fresh);
    }

    /** After the line that holds the end of the last rule, with the dashes where the operator has them. */
    private static String afterLast(String old, SequenceNode list, String newline, List<Rule.Statement> fresh) {
        int dash = list.start();
        String indent = " ".repeat(dash - lineStart(old, dash));
        int end = lineEnd(old, list.items().getLast().end());
        String head = ended(old.substring(0, end), newline);
        return head + items(indent, newline, fresh) + old.substring(end);
    }

    /** In the place of nothing, {@code []} or {@code null}. */
    private static String intoEmpty(String old, YamlNode value, String newline, List<Rule.Statement> fresh) {
        boolean written = value.end() > value.start();
        int from = value.start();
        String head = old.substring(0, from).stripTrailing();
        String tail = old.substring(written ? value.end() : from);
        int rest = lineEnd(tail, 0);
        String comment = tail.substring(0, rest).strip();
        String line = comment.isEmpty() ? head : head + "  " + comment;
        return line + newline + items("  ", newline, fresh) + tail.substring(rest);
    }

    private static String inFlow(String old, MappingNode map, String entry) {
        String comma = map.entries().isEmpty() ? "" : ", ";
        int end = map.entries().isEmpty()
                ? map.contentStart() + 1
                : map.entries().getLast().value().end();
        return after(old, end, comma + entry);
    }

    private static String after(String old, int offset, String added) {
        return old.substring(0, offset) + added + old.substring(offset);
    }

    private static String items(String indent, String newline, List<Rule.Statement> fresh) {
        StringBuilder text = new StringBuilder();
        for (Rule.Statement rule : fresh) {
            text.append(indent)
                    .append("- ")
                    .append(rule.kind().key())
                    .append(": ")
                    .append(scalar(rule.flow()))
                    .append(newline);
            rule.after()
                    .ifPresent(after -> text.append(indent)
                            .append("  after: ")
                            .append(scalar(after))
                            .append(newline));
            rule.why()
                    .ifPresent(why -> text.append(indent)
                            .append("  why: ")
                            .append(scalar(why))
                            .append(newline));
        }
        return text.toString();
    }

    private static String flowItems(List<Rule.Statement> fresh) {
        return String.join(
                ", ",
                fresh.stream()
                        .map(rule -> "{" + rule.kind().key() + ": " + quoted(rule.flow())
                                + rule.after()
                                        .map(after -> ", after: " + quoted(after))
                                        .orElse("")
                                + rule.why().map(why -> ", why: " + quoted(why)).orElse("") + "}")
                        .toList());
    }

    /** Plain where that is read as the same text, else quoted. */
    private static String scalar(String text) {
        boolean plain;
        try {
            YamlFile read = YamlReader.parse(Rules.FILE, "- " + text + "\n");
            plain = read.documents().getFirst().root() instanceof SequenceNode list
                    && list.items().size() == 1
                    && list.items().getFirst() instanceof ScalarNode node
                    && node.value().equals(text);
        } catch (ComposeException unreadable) {
            plain = false;
        }
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }

    private static String ended(String text, String newline) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + newline;
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Returns the offset after the line break that ends the line of an offset. */
    private static int lineEnd(String text, int offset) {
        int at = text.indexOf('\n', offset);
        return at < 0 ? text.length() : at + 1;
    }
}
