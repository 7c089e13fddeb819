package dev.bulkhead.check.baseline;

import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlFile;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reader of a baseline. An entry that lacks something accepts nothing and becomes a finding; all others hold. */
public final class BaselineReader {

    private static final String RIGHT =
            "write version: 1 and accepted: with a list of entries, as bulkhead accept does.";
    private static final String ENTRY =
            "Write fingerprint, rule, because and until: YEAR-MONTH-DAY; bulkhead accept does.";

    private final List<BaselineEntry> entries = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();

    private BaselineReader() {}

    /**
     * Reads a baseline's text.
     *
     * @param name the name that marks give the file
     * @param today the day it is looked at, by UTC
     * @throws ComposeException if it is no baseline at all, with one sentence that names the place
     */
    public static AcceptedFindings parse(String name, String text, LocalDate today) throws ComposeException {
        BaselineReader reader = new BaselineReader();
        YamlFile file = YamlReader.parse(name, text);
        if (!file.documents().isEmpty()) {
            reader.root(file.documents().getFirst().root().resolved());
        }
        return new AcceptedFindings(name, reader.entries, reader.faults, today);
    }

    private void root(YamlNode root) throws ComposeException {
        if (isEmpty(root)) {
            return;
        }
        if (!(root instanceof MappingNode map)) {
            throw new ComposeException(root.mark(), "a baseline has to be a mapping; " + RIGHT);
        }
        for (MappingEntry entry : map.entries()) {
            YamlNode value = entry.value().resolved();
            switch (entry.name()) {
                case "version" -> {
                    if (!text(value).equals(Optional.of("1"))) {
                        throw new ComposeException(value.mark(), "this version of baselines is not known; " + RIGHT);
                    }
                }
                case "accepted" -> entries(value);
                default -> {
                    if (!entry.name().startsWith("x-")) {
                        throw new ComposeException(
                                entry.key().mark(), "the key " + entry.name() + " has no meaning here; " + RIGHT);
                    }
                }
            }
        }
    }

    private void entries(YamlNode value) throws ComposeException {
        if (isEmpty(value)) {
            return;
        }
        if (!(value instanceof SequenceNode list)) {
            throw new ComposeException(value.mark(), "accepted has to be a list; " + RIGHT);
        }
        for (YamlNode item : list.items()) {
            entry(item.resolved());
        }
    }

    private void entry(YamlNode item) {
        SourceMark at = item.mark();
        Map<String, String> said = new TreeMap<>();
        if (item instanceof MappingNode map) {
            map.entries().forEach(e -> text(e.value().resolved()).ifPresent(text -> said.put(e.name(), text)));
        }
        List<String> missing = List.of("fingerprint", "rule", "because", "until").stream()
                .filter(key -> !said.containsKey(key))
                .toList();
        if (!missing.isEmpty()) {
            fault(at, "This entry does not state " + String.join(", ", missing) + ", so it accepts nothing.");
            return;
        }
        Optional<LocalDate> until = day(said.get("until"));
        Optional<LocalDate> since = day(said.get("since"));
        if (until.isEmpty() || (said.containsKey("since") && since.isEmpty())) {
            String wrong = until.isEmpty() ? "until: " + said.get("until") : "since: " + said.get("since");
            fault(at, wrong + " is no day, so this entry accepts nothing.");
            return;
        }
        entries.add(new BaselineEntry(
                said.getOrDefault("fingerprint", ""),
                said.getOrDefault("rule", ""),
                said.getOrDefault("finding", ""),
                said.getOrDefault("because", ""),
                since,
                until.get(),
                at));
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(YamlNode node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.value().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static boolean isEmpty(YamlNode node) {
        return node instanceof ScalarNode scalar && scalar.isEmpty();
    }

    private void fault(SourceMark at, String message) {
        faults.add(new Finding(
                AcceptedFindings.INCOMPLETE.id(),
                AcceptedFindings.INCOMPLETE.severity(),
                List.of(new Element.FileElement(at.file())),
                message,
                Optional.of(at),
                Optional.of(ENTRY),
                Optional.empty()));
    }
}
