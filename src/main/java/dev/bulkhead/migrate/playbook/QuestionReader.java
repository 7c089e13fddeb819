package dev.bulkhead.migrate.playbook;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.migrate.playbook.Question.Choice;
import dev.bulkhead.migrate.playbook.Question.Line;
import dev.bulkhead.migrate.playbook.Question.LineKind;
import dev.bulkhead.migrate.playbook.Question.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reader of the questions of a playbook. */
final class QuestionReader {

    private QuestionReader() {}

    static List<Ask> read(List<YamlNode> items, List<Tier> tiers) throws ComposeException {
        List<Ask> asks = new ArrayList<>();
        for (YamlNode item : items) {
            KeyedNode node = KeyedNode.of(item, "a question");
            Optional<String> proposer = node.optionalText("propose");
            boolean worded = node.node("id").isPresent();
            if (!worded && proposer.isPresent()) {
                asks.add(new Ask.Proposed(node.at(), proposer.get(), Optional.empty()));
            } else {
                Question question = question(node, tiers, proposer.isPresent());
                asks.add(
                        proposer.isPresent()
                                ? new Ask.Proposed(node.at(), proposer.get(), Optional.of(question))
                                : new Ask.Fixed(question));
            }
            node.finish();
        }
        return asks;
    }

    private static Question question(KeyedNode node, List<Tier> tiers, boolean filled) throws ComposeException {
        String id = node.text("id");
        String title = node.text("title");
        String help = node.text("help");
        String kind = node.text("kind");
        if (kind.equals("tiers")) {
            if (!filled) {
                throw new ComposeException(node.at(), "a table of tiers needs a proposer; write propose: tiers.");
            }
            return new Question.Tiers(id, title, help, tiers, List.of());
        }
        if (kind.equals("choice")) {
            return choice(node, id, title, help);
        }
        if (kind.equals("password")) {
            return new Question.Password(id, title, help);
        }
        LineKind line = switch (kind) {
            case "range" -> LineKind.CIDR;
            case "file" -> LineKind.FILE_NAME;
            case "domain" -> LineKind.DOMAIN;
            case "directory" -> LineKind.DIRECTORY;
            case "host-name" -> LineKind.HOST_NAME;
            case "user-name" -> LineKind.USER_NAME;
            case "mail" -> LineKind.MAIL;
            case "line" -> LineKind.FREE;
            default ->
                throw new ComposeException(
                        node.needed("kind").mark(),
                        "there is no kind " + kind
                                + " of a question; known are tiers, choice, password, range, file, directory, domain,"
                                + " host-name, user-name, mail and line.");
        };
        Optional<String> proposed = node.optionalText("proposed");
        if (proposed.isEmpty() && !filled) {
            throw new ComposeException(node.at(), "question " + id + " proposes no answer; write proposed.");
        }
        return new Line(id, title, help, line, proposed.orElse(""));
    }

    private static Choice choice(KeyedNode node, String id, String title, String help) throws ComposeException {
        List<Option> options = new ArrayList<>();
        for (YamlNode item : node.items("options")) {
            KeyedNode option = KeyedNode.of(item, "an option");
            options.add(new Option(option.text("value"), option.text("label"), option.text("consequence")));
            option.finish();
        }
        String proposed = node.text("proposed");
        if (options.stream().noneMatch(option -> option.value().equals(proposed))) {
            throw new ComposeException(
                    node.needed("proposed").mark(), proposed + " is none of the options of " + id + ".");
        }
        return new Choice(id, title, help, options, proposed);
    }
}
