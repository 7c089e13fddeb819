package dev.bulkhead.reach.rules;

import dev.bulkhead.compose.CollectedFaults;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlFile;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.EngineSettingsReader;
import dev.bulkhead.reach.setting.StatedHost;
import dev.bulkhead.reach.setting.StatedHostsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reader of the operator's rules file, with the place of everything in it. */
public final class RulesReader {

    private static final String KEYS = "version, groups, rules, exposure, checks, engine, hosts, playbooks and skip";

    private final SortedMap<String, Group> groups = new TreeMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private Exposure exposure = Exposure.UNSTATED;
    private List<CheckSetting> checks = List.of();
    private EngineSettings engine = EngineSettings.ASSUMED;
    private List<StatedHost> hosts = List.of();
    private List<Rules.Stated> playbooks = List.of();
    private List<Rules.Stated> skipped = List.of();

    private RulesReader() {}

    /**
     * Reads a rules file's text.
     *
     * @param name the name that marks give the file
     * @throws ComposeException if it is not a rules file, with one sentence that names the place and what would be right for
     *     each fault
     */
    public static Rules parse(String name, String text) throws ComposeException {
        YamlFile file = yaml(name, text);
        if (file.documents().isEmpty()) {
            return Rules.NONE;
        }
        YamlNode root = file.documents().getFirst().root().resolved();
        if (root instanceof ScalarNode scalar && scalar.isEmpty()) {
            return Rules.NONE;
        }
        MappingNode map = mapping(root, "a rules file", "write " + KEYS + " as keys");
        CollectedFaults faults = new CollectedFaults();
        RulesReader reader = new RulesReader();
        map.entries().forEach(entry -> faults.in(() -> reader.take(entry)));
        faults.raise();
        return new Rules(
                reader.groups,
                reader.rules,
                reader.exposure,
                reader.checks,
                Progress.NONE,
                new Rules.Engines(reader.engine, reader.hosts),
                new Rules.Path(reader.playbooks, reader.skipped));
    }

    private void take(MappingEntry entry) throws ComposeException {
        YamlNode value = entry.value().resolved();
        switch (entry.name()) {
            case "version" -> version(value);
            case "groups" -> groups(value);
            case "rules" -> rules.addAll(rules(value));
            case "exposure" -> exposure = ExposureReader.read(value);
            case "checks", "severities" -> checks = checks(value);
            case "engine" -> engine = EngineSettingsReader.read(value);
            case "hosts" -> hosts = StatedHostsReader.read(value);
            case "playbooks" -> playbooks = texts(value, "playbooks", "write each as the path of its file");
            case "skip" -> skipped = texts(value, "skip", "write each as the number or name of an iteration");
            default -> {
                if (!entry.name().startsWith("x-")) {
                    throw unknownKey(entry, KEYS);
                }
            }
        }
    }

    /** A rule that is quoted in part is no YAML; what is wrong with it is said rather than what the parser stumbles over. */
    private static YamlFile yaml(String name, String text) throws ComposeException {
        try {
            return YamlReader.parse(name, text);
        } catch (ComposeException broken) {
            CollectedFaults misquoted = new CollectedFaults();
            MisquotedRule.in(name, text)
                    .forEach(fault -> misquoted.in(() -> {
                        throw fault;
                    }));
            misquoted.raise();
            throw broken;
        }
    }

    private static void version(YamlNode value) throws ComposeException {
        if (!text(value, "version", "write version: 1").equals("1")) {
            throw new ComposeException(value.mark(), "this version of rules files is not known; write version: 1.");
        }
    }

    private void groups(YamlNode value) throws ComposeException {
        String right = "write each group as NAME: [service, service]";
        CollectedFaults faults = new CollectedFaults();
        for (MappingEntry entry : mapping(value, "groups", right).entries()) {
            faults.in(() -> {
                List<Selector> members = each(
                        sequence(entry.value(), "a group", right),
                        item -> Selector.of(
                                text(item, "a member of a group", right).strip()));
                groups.put(
                        entry.name(),
                        new Group(entry.name(), members, entry.key().mark()));
            });
        }
        faults.raise();
    }

    /** Makes something of an item of the file. */
    @FunctionalInterface
    interface Making<N, T> {
        T of(N item) throws ComposeException;
    }

    /** Makes something of each item, and tells the faults of all that have one. */
    static <N, T> List<T> each(List<N> items, Making<N, T> making) throws ComposeException {
        CollectedFaults faults = new CollectedFaults();
        List<T> made = items.stream()
                .flatMap(item -> faults.of(() -> making.of(item)).stream())
                .toList();
        faults.raise();
        return made;
    }

    /**
     * Reads a list of rules.
     *
     * @throws ComposeException if it is none, with one sentence that names the place and what would be right
     */
    public static List<Rule> rules(YamlNode value) throws ComposeException {
        return each(sequence(value, "rules", "write each rule as - must: SOURCE -> TARGET"), RuleReader::read);
    }

    /** Which checks and levels there are is not known here: what nobody knows becomes a finding. */
    private static List<CheckSetting> checks(YamlNode value) throws ComposeException {
        String right = "write each check as NAME: LEVEL, for instance image-tag: off";
        return each(mapping(value, "checks", right).entries(), entry -> {
            String level = text(entry.value(), "a level", right).strip();
            return new CheckSetting(
                    entry.name(), level, entry.key().mark(), entry.value().mark());
        });
    }

    private static List<Rules.Stated> texts(YamlNode value, String what, String right) throws ComposeException {
        return each(
                sequence(value, what, right),
                item -> new Rules.Stated(text(item, "an item of " + what, right).strip(), item.mark()));
    }

    static ComposeException unknownKey(MappingEntry entry, String known) {
        return new ComposeException(
                entry.key().mark(), "the key " + entry.name() + " has no meaning here; known are " + known + ".");
    }

    static MappingNode mapping(YamlNode node, String what, String right) throws ComposeException {
        if (node.resolved() instanceof MappingNode map) {
            return map;
        }
        throw new ComposeException(node.mark(), what + " has to be a mapping; " + right + ".");
    }

    /** Returns the items of a list; nothing written is an empty list. */
    static List<YamlNode> sequence(YamlNode node, String what, String right) throws ComposeException {
        YamlNode resolved = node.resolved();
        if (resolved instanceof SequenceNode list) {
            return list.items();
        }
        if (resolved instanceof ScalarNode scalar && scalar.isEmpty()) {
            return List.of();
        }
        throw new ComposeException(node.mark(), what + " has to be a list; " + right + ".");
    }

    static String text(YamlNode node, String what, String right) throws ComposeException {
        return Optional.of(node.resolved())
                .filter(ScalarNode.class::isInstance)
                .map(n -> ((ScalarNode) n).value())
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new ComposeException(node.mark(), what + " has to be a text; " + right + "."));
    }
}
