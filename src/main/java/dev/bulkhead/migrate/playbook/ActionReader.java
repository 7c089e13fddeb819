package dev.bulkhead.migrate.playbook;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.ScalarStyle;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.playbook.Action.Holder;
import dev.bulkhead.migrate.playbook.Action.Kind;
import dev.bulkhead.migrate.playbook.Action.Services;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reader of the actions of a playbook's phase, each of them one key that names it, with its details below. */
final class ActionReader {

    private static final String KNOWN =
            "propose, create-network, attach, detach, leave, remove-network, set-subnet, publish,"
                    + " unpublish, set, remove, add, add-service, add-volume, add-secret, add-config, write-file,"
                    + " write-secret and restart";

    private static final Pattern LITERAL = Pattern.compile("true|false|null|-?[0-9]+(\\.[0-9]+)?");

    private static final Pattern OWNER = Pattern.compile("([0-9]{1,9}):([0-9]{1,9})");

    private ActionReader() {}

    static List<Action> read(List<YamlNode> items) throws ComposeException {
        List<Action> actions = new ArrayList<>();
        for (YamlNode item : items) {
            if (!(item instanceof MappingNode map) || map.entries().size() != 1) {
                throw new ComposeException(
                        item.mark(), "an action is one key with its details below; known are " + KNOWN + ".");
            }
            actions.add(action(map.entries().getFirst()));
        }
        return actions;
    }

    private static Action action(MappingEntry entry) throws ComposeException {
        SourceMark at = entry.key().mark();
        String name = entry.name();
        YamlNode value = entry.value().resolved();
        if (name.equals("propose")) {
            return new Action.Propose(at, KeyedNode.text(value, "propose"));
        }
        if (name.equals("remove-network")) {
            return new Action.RemoveNetwork(at, KeyedNode.text(value, name));
        }
        Optional<Kind> added = added(name);
        if (added.isPresent()) {
            return element(at, added.get(), value);
        }
        KeyedNode node = KeyedNode.of(value, name);
        Action action = switch (name) {
            case "create-network" ->
                new Action.CreateNetwork(
                        at,
                        node.text("network"),
                        node.optionalText("subnet"),
                        node.flag("internal"),
                        node.optionalText("purpose").orElse(""));
            case "attach" -> attach(at, node);
            case "detach" -> new Action.Detach(at, services(node), node.text("network"));
            case "leave" -> new Action.Leave(at, services(node), node.text("network"));
            case "set-subnet" -> new Action.SetSubnet(at, node.text("network"), node.text("subnet"));
            case "publish" -> new Action.Publish(at, services(node), node.text("port"));
            case "unpublish" -> new Action.Unpublish(at, services(node), node.text("port"));
            case "set" -> new Action.SetField(at, holder(node), path(node), value(node.needed("value")));
            case "remove" -> new Action.RemoveField(at, holder(node), path(node));
            case "add" -> new Action.AddItem(at, holder(node), path(node), value(node.needed("item")));
            case "write-file" -> new Action.WriteFile(at, node.text("file"), whole(node.needed("text")), mode(node));
            case "write-secret" -> new Action.WriteSecret(at, secret(node));
            case "restart" -> new Action.Restart(at, services(node), node.text("why"));
            default -> throw new ComposeException(at, "there is no action " + name + "; known are " + KNOWN + ".");
        };
        node.finish();
        return action;
    }

    private static Action attach(SourceMark at, KeyedNode node) throws ComposeException {
        Services services = services(node);
        Optional<String> address = node.optionalText("ipv4");
        if (address.isPresent() && services.selectors().size() > 1) {
            throw new ComposeException(at, "an address is for one service; attach each with its own.");
        }
        return new Action.Attach(at, services, node.text("network"), node.texts("aliases"), address);
    }

    private static Optional<Kind> added(String name) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.NETWORK && name.equals("add-" + word(kind))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Action element(SourceMark at, Kind kind, YamlNode value) throws ComposeException {
        KeyedNode node = KeyedNode.of(value, "add-" + word(kind));
        String key = node.text("name");
        Optional<YamlNode> body = node.node("body");
        node.finish();
        if (body.isEmpty()) {
            return new Action.AddElement(at, kind, key, FieldValue.fields());
        }
        if (value(body.get()) instanceof FieldValue.Fields fields) {
            return new Action.AddElement(at, kind, key, fields);
        }
        throw new ComposeException(body.get().mark(), "body has to be what a Compose file says below the name.");
    }

    private static Holder holder(KeyedNode node) throws ComposeException {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SERVICE) {
                Optional<String> key = node.optionalText(word(kind));
                if (key.isPresent()) {
                    return new Holder.OfElement(kind, key.get());
                }
            }
        }
        return new Holder.OfServices(services(node));
    }

    /** {@code service: web} or {@code services: [web, group:apps]}. */
    private static Services services(KeyedNode node) throws ComposeException {
        Optional<String> one = node.optionalText("service");
        List<String> names = one.isPresent() ? List.of(one.get()) : node.texts("services");
        if (one.isPresent()) {
            node.node("services");
        }
        if (names.isEmpty()) {
            throw new ComposeException(
                    node.at(), "nobody is meant; write service: NAME, or services: with a list of names.");
        }
        return new Services(node.at(), names.stream().map(Selector::of).toList());
    }

    /** {@code field: deploy/resources/limits/memory}; as a list where a name holds a slash. */
    private static List<String> path(KeyedNode node) throws ComposeException {
        YamlNode field = node.needed("field");
        return field instanceof SequenceNode
                ? node.texts("field")
                : List.of(KeyedNode.text(field, "field").split("/"));
    }

    private static Optional<FileMode> mode(KeyedNode node) throws ComposeException {
        Optional<String> octal = node.optionalText("mode");
        if (octal.isEmpty()) {
            return Optional.empty();
        }
        if (!octal.get().matches("[0-7]{3}")) {
            throw new ComposeException(
                    node.needed("mode").mark(),
                    "mode is '" + octal.get() + "'; write three octal digits, for instance 600.");
        }
        return Optional.of(new FileMode(octal.get()));
    }

    private static SecretFile secret(KeyedNode node) throws ComposeException {
        SecretFile.Access usual = SecretFile.Access.PRIVATE;
        FileMode mode = mode(node).orElse(usual.mode());
        Optional<SecretFile.Owner> owner = Optional.empty();
        Optional<String> stated = node.optionalText("owner");
        if (stated.isPresent()) {
            Matcher numbers = OWNER.matcher(stated.get());
            if (!numbers.matches()) {
                throw new ComposeException(
                        node.needed("owner").mark(),
                        "owner is '" + stated.get() + "'; write the numbers of user and group, for instance"
                                + " 1000:1000.");
            }
            owner = Optional.of(
                    new SecretFile.Owner(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))));
        }
        return new SecretFile(node.text("file"), source(node), new SecretFile.Access(mode, owner));
    }

    private static SecretSource source(KeyedNode node) throws ComposeException {
        Optional<String> form = node.optionalText("generate");
        Optional<String> length = node.optionalText("length");
        Optional<YamlNode> from = node.node("from");
        Optional<String> ask = node.optionalText("ask");
        Optional<String> what = node.optionalText("what");
        if (form.isPresent()) {
            return new SecretSource.Generated(
                    switch (form.get()) {
                        case "letters" -> SecretSource.Form.LETTERS_AND_DIGITS;
                        case "hex" -> SecretSource.Form.HEX;
                        case "base64" -> SecretSource.Form.BASE64;
                        default ->
                            throw new ComposeException(
                                    node.needed("generate").mark(),
                                    "generate is '" + form.get() + "'; it has to be letters, hex or base64.");
                    },
                    length(node, length),
                    node.optionalText("shown").filter("true"::equals).isPresent());
        }
        if (from.isPresent()) {
            List<String> path = from.get() instanceof SequenceNode
                    ? node.texts("from")
                    : List.of(KeyedNode.text(from.get(), "from").split("/"));
            return new SecretSource.Moved(path, "");
        }
        if (ask.isPresent()) {
            return new SecretSource.Given(ask.get(), what.orElse(ask.get()));
        }
        throw new ComposeException(
                node.at(),
                "it is not said where the secret comes from; write generate, from with the place it stands at, or"
                        + " ask.");
    }

    private static int length(KeyedNode node, Optional<String> stated) throws ComposeException {
        String length = stated.orElse("32");
        if (!length.matches("[1-9][0-9]{0,3}")) {
            throw new ComposeException(
                    node.needed("length").mark(), "length is '" + length + "'; it has to be a number from 1 to 9999.");
        }
        return Integer.parseInt(length);
    }

    private static String whole(YamlNode node) throws ComposeException {
        if (node instanceof ScalarNode scalar) {
            return scalar.value();
        }
        throw new ComposeException(node.mark(), "text has to be the text of the file.");
    }

    private static FieldValue value(YamlNode node) {
        BiFunction<FieldValue.Fields, MappingEntry, FieldValue.Fields> add =
                (fields, entry) -> fields.with(entry.name(), value(entry.value().resolved()));
        return switch (node.resolved()) {
            case ScalarNode scalar ->
                scalar.style() == ScalarStyle.PLAIN
                                && LITERAL.matcher(scalar.value()).matches()
                        ? new FieldValue.Literal(scalar.value())
                        : FieldValue.text(scalar.value());
            case SequenceNode list ->
                new FieldValue.Items(
                        list.items().stream().map(ActionReader::value).toList());
            case MappingNode map -> map.entries().stream().reduce(FieldValue.fields(), add, (a, b) -> b);
            case AliasNode alias -> value(alias.resolved());
        };
    }
}
