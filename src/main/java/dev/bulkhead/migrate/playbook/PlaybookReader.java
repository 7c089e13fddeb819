package dev.bulkhead.migrate.playbook;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.YamlFile;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.topology.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Reader of playbooks from YAML; every fault is one sentence with its place. */
public final class PlaybookReader {

    private static final String FOLDER = "/assets/playbooks/";
    private static final String PATH = "path.yml";

    /**
     * Returns the playbooks that come with Bulkhead, in the order of the built-in path.
     *
     * @throws PlaybookException if one is missing or cannot be used
     */
    public List<Playbook> readBuiltIn() throws PlaybookException {
        List<Playbook> playbooks = new ArrayList<>();
        try {
            for (YamlNode item : KeyedNode.items(root(PATH, bundled(PATH)), "the path")) {
                String name = KeyedNode.text(item, "an iteration of the path");
                playbooks.add(read(name, bundled(name)));
            }
        } catch (ComposeException e) {
            throw new PlaybookException(String.valueOf(e.getMessage()), e);
        }
        return List.copyOf(playbooks);
    }

    /**
     * Returns the playbook of a text.
     *
     * @param name the file's name, for messages
     * @throws PlaybookException if it is not YAML of the right shape, with the place
     */
    public Playbook read(String name, String text) throws PlaybookException {
        try {
            return playbook(KeyedNode.of(root(name, text), "a playbook"));
        } catch (ComposeException e) {
            throw new PlaybookException(String.valueOf(e.getMessage()), e);
        }
    }

    private static YamlNode root(String name, String text) throws ComposeException {
        YamlFile file = YamlReader.parse(name, text);
        if (file.documents().isEmpty()) {
            throw new ComposeException(name + ": the file is empty; write what a playbook says.");
        }
        return file.documents().getFirst().root();
    }

    private static Playbook playbook(KeyedNode node) throws ComposeException {
        version(node);
        String id = word(node, "id");
        String name = word(node, "name");
        String title = node.text("title");
        String objective = node.text("objective");
        Risk risk = risk(node.needed("risk"));
        boolean stated = node.node("available").isPresent();
        boolean flag = node.flag("available");
        List<Playbook.Requirement> requires = requires(node.items("requires"));
        List<String> changes = node.texts("changes");
        List<String> before = node.texts("before");
        List<Tier> tiers = tiers(node.items("tiers"));
        Optional<YamlNode> ports = node.node("ports");
        PortGuide guide = ports.isPresent() ? ports(KeyedNode.of(ports.get(), "ports")) : PortGuide.NONE;
        List<Ask> questions = QuestionReader.read(node.items("questions"), tiers);
        List<Rule> rules = rules(node, "rules");
        List<PhaseScript> phases = phases(node.items("phases"));
        SortedMap<String, String> texts = node.named("texts");
        node.finish();
        boolean available = stated ? flag : !phases.isEmpty();
        PlaybookTexts.check(node, questions);
        if (available && phases.isEmpty()) {
            throw new ComposeException(node.at(), "phases of a playbook that can be carried out are missing.");
        }
        return new Playbook(
                new Playbook.About(id, name, title, objective, risk, available, requires, changes, before),
                tiers,
                guide,
                texts,
                new Playbook.Script(questions, rules, phases));
    }

    private static void version(KeyedNode node) throws ComposeException {
        Optional<String> version = node.optionalText("version");
        if (version.filter(stated -> !stated.equals("1")).isPresent()) {
            throw new ComposeException(
                    node.needed("version").mark(),
                    "version " + version.get() + " of playbooks is not known to this version of Bulkhead; write 1.");
        }
    }

    /** Records are kept in files of that name. */
    private static String word(KeyedNode node, String key) throws ComposeException {
        String word = node.text(key);
        if (!word.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
            throw new ComposeException(
                    node.needed(key).mark(),
                    key + " is '" + word + "'; it has to be letters, digits, - and _, at most 64 of them.");
        }
        return word;
    }

    private static List<Playbook.Requirement> requires(List<YamlNode> items) throws ComposeException {
        List<Playbook.Requirement> requires = new ArrayList<>();
        for (YamlNode item : items) {
            requires.add(new Playbook.Requirement(KeyedNode.text(item, "an item of requires"), item.mark()));
        }
        return requires;
    }

    private static List<PhaseScript> phases(List<YamlNode> items) throws ComposeException {
        List<PhaseScript> phases = new ArrayList<>();
        for (YamlNode item : items) {
            KeyedNode node = KeyedNode.of(item, "a phase");
            Optional<String> proposer = node.optionalText("propose");
            phases.add(
                    proposer.isPresent()
                            ? new PhaseScript.Proposed(node.at(), proposer.get())
                            : new PhaseScript.Written(
                                    node.at(),
                                    node.text("title"),
                                    new PhaseScript.Terms(
                                            node.optionalText("join").orElse("live"),
                                            node.named("when"),
                                            node.flag("alone")),
                                    rules(node, "before"),
                                    ActionReader.read(node.items("actions")),
                                    rules(node, "after")));
            node.finish();
        }
        return phases;
    }

    private static List<Rule> rules(KeyedNode node, String key) throws ComposeException {
        Optional<YamlNode> rules = node.node(key);
        return rules.isPresent() ? RulesReader.rules(rules.get()) : List.of();
    }

    private static List<Tier> tiers(List<YamlNode> items) throws ComposeException {
        List<Tier> tiers = new ArrayList<>();
        for (YamlNode item : items) {
            KeyedNode node = KeyedNode.of(item, "a tier");
            tiers.add(new Tier(
                    node.text("id"),
                    node.text("network"),
                    node.text("purpose"),
                    traits(node.items("traits")),
                    node.texts("words")));
            node.finish();
        }
        return tiers;
    }

    private static Set<Tier.Trait> traits(List<YamlNode> items) throws ComposeException {
        Set<Tier.Trait> traits = EnumSet.noneOf(Tier.Trait.class);
        for (YamlNode item : items) {
            String word = KeyedNode.text(item, "a trait");
            traits.add(Tier.Trait.parse(word)
                    .orElseThrow(() -> new ComposeException(item.mark(), word + " is not a trait of a tier.")));
        }
        return traits;
    }

    private static PortGuide ports(KeyedNode node) throws ComposeException {
        List<List<String>> order = new ArrayList<>();
        for (YamlNode group : node.items("order")) {
            List<String> names = new ArrayList<>();
            for (YamlNode item : KeyedNode.items(group, "an entry of order")) {
                names.add(KeyedNode.text(item, "a name in order"));
            }
            order.add(names);
        }
        List<PortGuide.Use> uses = new ArrayList<>();
        for (YamlNode item : node.items("uses")) {
            uses.add(use(KeyedNode.of(item, "a use of a port")));
        }
        node.finish();
        return new PortGuide(order, uses);
    }

    private static PortGuide.Use use(KeyedNode node) throws ComposeException {
        String port = node.text("port");
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65535) {
            throw new ComposeException(node.needed("port").mark(), port + " is not a port; write 1 to 65535.");
        }
        String protocol = node.optionalText("protocol").orElse(Protocol.TCP.text());
        PortGuide.Use use = new PortGuide.Use(
                Integer.parseInt(port),
                Protocol.parse(protocol)
                        .orElseThrow(() -> new ComposeException(
                                node.at(), protocol + " of port " + port + " is neither tcp nor udp.")),
                node.text("use"),
                node.text("lost"));
        node.finish();
        return use;
    }

    private static Risk risk(YamlNode node) throws ComposeException {
        String word = KeyedNode.text(node, "risk");
        for (Risk risk : Risk.values()) {
            if (risk.word().equals(word.toLowerCase(Locale.ROOT))) {
                return risk;
            }
        }
        throw new ComposeException(node.mark(), "risk " + word + " is none of none, low, medium and high.");
    }

    private static String bundled(String name) throws PlaybookException {
        try (InputStream in = PlaybookReader.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new PlaybookException("Playbook " + name + " is missing from this installation.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PlaybookException("Playbook " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
