package dev.bulkhead.reach.rules;

import dev.bulkhead.compose.CollectedFaults;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reader of one entry of {@code rules}. */
final class RuleReader {

    private static final String RIGHT = "write for instance - must: traefik -> jellyfin:8096";

    private Optional<Written> written = Optional.empty();
    private Optional<String> why = Optional.empty();
    private Optional<String> after = Optional.empty();

    private RuleReader() {}

    /** What a rule demands, as it is written. */
    private record Written(Rule.Kind kind, String text, SourceMark at) {}

    static Rule read(YamlNode item) throws ComposeException {
        Optional<ComposeException> whole = quotedWithItsKey(item);
        if (whole.isPresent()) {
            throw whole.get();
        }
        CollectedFaults faults = new CollectedFaults();
        RuleReader reader = new RuleReader();
        RulesReader.mapping(item, "a rule", RIGHT).entries().forEach(entry -> faults.in(() -> reader.take(entry)));
        if (reader.written.isPresent()) {
            Written flow = reader.written.get();
            Optional<Rule> rule = faults.of(() ->
                    rule(new Rule.Statement(flow.kind(), flow.text().strip(), reader.why, reader.after), flow.at()));
            faults.raise();
            return rule.orElseThrow();
        }
        faults.raise();
        throw new ComposeException(item.mark(), "this rule has none of must, must-not and only; " + RIGHT + ".");
    }

    private void take(MappingEntry entry) throws ComposeException {
        switch (entry.name()) {
            case "why" -> why = Optional.of(RulesReader.text(entry.value(), "why", "write the reason as one sentence"));
            case "after" -> after = Optional.of(after(entry));
            default -> flow(entry);
        }
    }

    private void flow(MappingEntry entry) throws ComposeException {
        Rule.Kind found = kind(entry.name())
                .orElseThrow(() -> RulesReader.unknownKey(entry, "must, must-not, only, why and after"));
        if (written.isPresent()) {
            throw new ComposeException(
                    entry.key().mark(),
                    "this rule has both " + written.get().kind().key() + " and " + entry.name() + "; write two rules.");
        }
        written = Optional.of(new Written(
                found,
                RulesReader.text(entry.value(), entry.name(), RIGHT),
                entry.value().mark()));
    }

    /** {@code - "must-not: * -> pg"} is a text, no rule. */
    private static Optional<ComposeException> quotedWithItsKey(YamlNode item) {
        if (!(item.resolved() instanceof ScalarNode scalar)) {
            return Optional.empty();
        }
        int colon = scalar.value().indexOf(':');
        return colon < 0
                ? Optional.empty()
                : kind(scalar.value().substring(0, colon).strip())
                        .map(kind -> new ComposeException(
                                item.mark(),
                                "the quotes stand around the key as well; write " + kind.key() + ": \""
                                        + scalar.value().substring(colon + 1).strip() + "\"."));
    }

    private static Optional<Rule.Kind> kind(String key) {
        for (Rule.Kind kind : Rule.Kind.values()) {
            if (kind.key().equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Returns the iteration that a rule waits for. */
    static String after(MappingEntry entry) throws ComposeException {
        return RulesReader.text(entry.value(), "after", "write the number of an iteration, for instance after: 8")
                .strip();
    }

    private static Rule rule(Rule.Statement statement, SourceMark at) throws ComposeException {
        String text = statement.flow();
        int arrow = text.indexOf("->");
        if (arrow < 0 || text.indexOf("->", arrow + 2) >= 0) {
            throw new ComposeException(at, "'" + text + "' needs one arrow between source and target; " + RIGHT + ".");
        }
        List<Selector> from = new ArrayList<>();
        for (String part : parts(text.substring(0, arrow), "source", at)) {
            from.add(Selector.of(part));
        }
        List<Target> to = new ArrayList<>();
        for (String part : parts(text.substring(arrow + 2), "target", at)) {
            to.add(target(part, at));
        }
        return new Rule(statement, from, to, at);
    }

    private static List<String> parts(String side, String what, SourceMark at) throws ComposeException {
        List<String> parts = new ArrayList<>();
        for (String part : side.split(",", -1)) {
            if (part.isBlank()) {
                throw new ComposeException(at, "a " + what + " of the rule is empty; " + RIGHT + ".");
            }
            parts.add(part.strip());
        }
        return parts;
    }

    /** A port follows the last colon, where what follows starts with a digit. */
    private static Target target(String text, SourceMark at) throws ComposeException {
        int colon = text.lastIndexOf(':');
        boolean port = colon >= 0 && colon + 1 < text.length() && Character.isDigit(text.charAt(colon + 1));
        if (!port) {
            return new Target(Selector.of(text), Optional.empty());
        }
        String number = text.substring(colon + 1);
        Optional<PortQuery> query = PortQuery.parse(number);
        if (query.isEmpty()) {
            throw new ComposeException(at, number + " is not a port; write for instance 8096 or 53/udp.");
        }
        return new Target(Selector.of(text.substring(0, colon)), query);
    }
}
