package dev.bulkhead.compose.yaml;

import dev.bulkhead.compose.ComposeException;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Fault that the parser complains of, as a sentence that an operator can act on. */
final class YamlFault {

    private YamlFault() {}

    static ComposeException of(MarkedYamlEngineException fault, SourceText source, OffsetMap offsets) {
        int problemAt = offset(fault.getProblemMark().or(fault::getContextMark), offsets);
        String problem = Optional.ofNullable(fault.getProblem()).orElse("").strip();
        String context = Optional.ofNullable(fault.getContext()).orElse("").strip();
        if (problem.contains("(TAB)") || tabIndents(source, problemAt)) {
            return new ComposeException(
                    source.mark(tabOffset(source, problemAt)),
                    "a tab indents this line, which YAML forbids; use spaces.");
        }
        if (problem.contains("unexpected end of stream") && context.contains("quoted scalar")) {
            int opened = offset(fault.getContextMark(), offsets);
            return new ComposeException(
                    source.mark(opened), "the quote that opens here is never closed; add the closing quote.");
        }
        return new ComposeException(source.mark(problemAt), sentence(problem, context));
    }

    static ComposeException unprintable(ReaderException fault, SourceText source) {
        int at = source.text().indexOf(fault.getCodePoint());
        return new ComposeException(
                source.mark(Math.max(at, 0)),
                String.format(
                        Locale.ROOT,
                        "the character U+%04X is not allowed in YAML; remove it, or write it as an escape in double quotes.",
                        fault.getCodePoint()));
    }

    private static String sentence(String problem, String context) {
        if (problem.contains("mapping values are not allowed")) {
            return "a second key starts here where a value stands; check the indentation, or quote a value that holds ': '.";
        }
        if (problem.contains("sequence entries are not allowed")) {
            return "a list item cannot start here; put the list on the lines below its key.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "the line before has no ':' after its key; write it as 'key: value'.";
        }
        if (problem.contains("that cannot start any token")) {
            return "a value cannot start with this character; put the value in quotes.";
        }
        if (problem.startsWith("expected <block end>") || problem.startsWith("expected '<document start>'")) {
            return "this line does not line up with those above; indent it like the entries it belongs to.";
        }
        if (context.contains("flow sequence")) {
            return "a ',' or ']' is missing before this place; complete the list in brackets.";
        }
        if (context.contains("flow mapping")) {
            return "a ',' or '}' is missing before this place; complete the mapping in braces.";
        }
        String detail = context.isEmpty() ? problem : context + ", " + problem;
        return "this is not valid YAML (" + detail.replace('\n', ' ') + "); correct this place.";
    }

    private static boolean tabIndents(SourceText source, int offset) {
        return source.text().indexOf('\t', lineStart(source, offset)) == tabOffset(source, offset)
                && tabOffset(source, offset) < source.text().length();
    }

    /** Returns the offset of a tab among the blanks that start the line, or the length of the text. */
    private static int tabOffset(SourceText source, int offset) {
        String text = source.text();
        for (int i = lineStart(source, offset);
                i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t');
                i++) {
            if (text.charAt(i) == '\t') {
                return i;
            }
        }
        return text.indexOf('\t', offset) == offset ? offset : text.length();
    }

    private static int lineStart(SourceText source, int offset) {
        return source.lineStart(source.line(offset));
    }

    private static int offset(Optional<Mark> mark, OffsetMap offsets) {
        return mark.map(m -> offsets.offset(m.getIndex())).orElse(0);
    }
}
