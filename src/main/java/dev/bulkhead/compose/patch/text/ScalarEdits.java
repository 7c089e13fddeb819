package dev.bulkhead.compose.patch.text;

import dev.bulkhead.compose.patch.text.ScalarWriter.Quote;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.ScalarStyle;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.List;
import java.util.regex.Pattern;

/** Changes of single values in one file's text. */
public final class ScalarEdits {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");

    private final TextLines lines;

    public ScalarEdits(SourceFile file) {
        this.lines = file.lines();
    }

    /** Puts another text in the place of a value, quoted as that one was where it can be. */
    public List<Splice> replace(ScalarNode node, String value, boolean flow) throws EditRejectedException {
        if (node.style() == ScalarStyle.LITERAL || node.style() == ScalarStyle.FOLDED) {
            throw new EditRejectedException(
                    node.mark() + ": this value is a block of text; change it by hand, or write it on one line first.");
        }
        Quote quote = StyleProbe.quote(node);
        boolean plainNumber =
                quote == Quote.PLAIN && WHOLE_NUMBER.matcher(value).matches();
        return replaceWith(node, plainNumber ? value : ScalarWriter.write(value, quote, flow));
    }

    /** Puts characters in the place of a value, and keeps the column of a comment behind it. */
    public List<Splice> replaceWith(ScalarNode node, String characters) {
        int start = node.contentStart();
        int end = node.end();
        if (node.isEmpty() && start > 0 && lines.text().charAt(start - 1) != ' ') {
            return List.of(Splice.insert(start, " " + characters));
        }
        int grown = characters.length() - (end - start);
        int comment = end;
        while (comment < lines.text().length() && lines.text().charAt(comment) == ' ') {
            comment++;
        }
        if (grown == 0 || !alignedComment(comment) || comment - end - grown < 1) {
            return List.of(new Splice(start, end, characters));
        }
        return List.of(new Splice(start, comment, characters + " ".repeat(comment - end - grown)));
    }

    /** Returns whether a comment starts here and another one in the same column of a line above or below. */
    private boolean alignedComment(int offset) {
        String text = lines.text();
        if (offset >= text.length() || text.charAt(offset) != '#') {
            return false;
        }
        int column = lines.column(offset);
        int above = lines.lineStart(offset);
        int below = lines.nextLine(offset);
        return (above > 1 && commentAt(lines.lineStart(lines.backOverBreak(above)), column))
                || (below < text.length() && commentAt(below, column));
    }

    private boolean commentAt(int lineStart, int column) {
        int at = lineStart + column;
        return at < lines.lineEnd(lineStart)
                && lines.text().charAt(at) == '#'
                && (column == 0 || lines.text().charAt(at - 1) == ' ');
    }
}
