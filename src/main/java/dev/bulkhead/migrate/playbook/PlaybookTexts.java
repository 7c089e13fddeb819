package dev.bulkhead.migrate.playbook;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts of a playbook's phases that name answers: whether there are such questions. */
public final class PlaybookTexts {

    /** What stands for an answer, and the dollar sign that stands for itself. */
    public static final Pattern NAMED = Pattern.compile("\\$\\$|\\$\\{([A-Za-z0-9._-]+)}");

    /** Stands for the name of the project. */
    public static final String PROJECT = "project";

    private final SortedMap<String, Question> questions;

    private PlaybookTexts(SortedMap<String, Question> questions) {
        this.questions = questions;
    }

    /**
     * Looks at all texts of the phases. A proposer that words its questions itself may ask anything, so that nothing is
     * said of a playbook with one.
     *
     * @throws ComposeException if an answer is named that nobody asks for, with its place
     */
    static void check(KeyedNode playbook, List<Ask> asks) throws ComposeException {
        SortedMap<String, Question> questions = new TreeMap<>();
        for (Ask ask : asks) {
            Optional<Question> worded = switch (ask) {
                case Ask.Fixed(Question question) -> Optional.of(question);
                case Ask.Proposed(SourceMark _, String _, Optional<Question> stated) -> stated;
            };
            if (worded.isEmpty()) {
                return;
            }
            questions.put(worded.get().id(), worded.get());
        }
        PlaybookTexts texts = new PlaybookTexts(questions);
        for (YamlNode phase : playbook.items("phases")) {
            if (phase instanceof MappingNode map) {
                texts.phase(map);
            }
        }
    }

    private void phase(MappingNode phase) throws ComposeException {
        for (String key : List.of("title", "join", "actions")) {
            Optional<YamlNode> value = phase.value(key);
            if (value.isPresent()) {
                texts(value.get());
            }
        }
        if (phase.value("when").map(YamlNode::resolved).orElse(null) instanceof MappingNode when) {
            for (MappingEntry condition : when.entries()) {
                condition(condition);
            }
        }
    }

    private void condition(MappingEntry condition) throws ComposeException {
        Question asked = questions.get(condition.name());
        if (asked == null) {
            throw unknown(condition.key().mark(), condition.name());
        }
        if (asked instanceof Question.Choice choice
                && condition.value().resolved() instanceof ScalarNode value
                && choice.options().stream().noneMatch(option -> option.value().equals(value.value()))) {
            throw new ComposeException(
                    value.mark(),
                    value.value() + " is none of the options of " + condition.name() + "; they are "
                            + String.join(
                                    ", ",
                                    choice.options().stream()
                                            .map(Question.Option::value)
                                            .toList())
                            + ".");
        }
    }

    private void texts(YamlNode node) throws ComposeException {
        switch (node.resolved()) {
            case ScalarNode scalar -> text(scalar);
            case SequenceNode list -> {
                for (YamlNode item : list.items()) {
                    texts(item);
                }
            }
            case MappingNode map -> {
                for (MappingEntry entry : map.entries()) {
                    texts(entry.key());
                    texts(entry.value());
                }
            }
            default -> {}
        }
    }

    private void text(ScalarNode scalar) throws ComposeException {
        Matcher named = NAMED.matcher(scalar.value());
        while (named.find()) {
            String question = named.group(1);
            if (question != null && !question.equals(PROJECT) && !questions.containsKey(question)) {
                throw unknown(scalar.mark(), question);
            }
        }
    }

    private ComposeException unknown(SourceMark at, String question) {
        return new ComposeException(
                at,
                "there is no question '" + question + "' whose answer could stand here; known are "
                        + String.join(
                                ", ",
                                Stream.concat(questions.keySet().stream(), Stream.of(PROJECT))
                                        .toList())
                        + ".");
    }
}
