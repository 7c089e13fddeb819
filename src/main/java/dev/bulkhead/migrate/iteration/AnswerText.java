package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.playbook.PlaybookTexts;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Texts of a playbook with the operator's answers in place of {@code ${QUESTION}}, and the project's name in that of
 * {@code ${project}}; {@code $$} means one dollar sign.
 */
final class AnswerText {

    private final Answers answers;
    private final String project;

    AnswerText(Answers answers, String project) {
        this.answers = answers;
        this.project = project;
    }

    String in(SourceMark at, String text) throws AnswersException {
        Matcher named = PlaybookTexts.NAMED.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (named.find()) {
            String question = named.group(1);
            String value = "$";
            if (question != null) {
                value = answers.value(question)
                        .or(() -> Optional.of(project).filter(_ -> question.equals(PlaybookTexts.PROJECT)))
                        .orElseThrow(() -> new AnswersException(
                                at + ": there is no question '" + question + "' whose answer could stand here."));
            }
            named.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return named.appendTail(filled).toString();
    }

    FieldValue in(SourceMark at, FieldValue value) throws AnswersException {
        return switch (value) {
            case FieldValue.Text(String text) -> FieldValue.text(in(at, text));
            case FieldValue.Written written -> written;
            case FieldValue.Literal literal -> literal;
            case FieldValue.Items(List<FieldValue> items) -> items(at, items);
            case FieldValue.Fields fields -> fields(at, fields);
        };
    }

    private FieldValue items(SourceMark at, List<FieldValue> items) throws AnswersException {
        List<FieldValue> filled = new ArrayList<>();
        for (FieldValue item : items) {
            filled.add(in(at, item));
        }
        return new FieldValue.Items(filled);
    }

    FieldValue.Fields fields(SourceMark at, FieldValue.Fields fields) throws AnswersException {
        FieldValue.Fields filled = FieldValue.fields();
        for (Map.Entry<String, FieldValue> entry : fields.fields().entrySet()) {
            filled = filled.with(in(at, entry.getKey()), in(at, entry.getValue()));
        }
        return filled;
    }
}
