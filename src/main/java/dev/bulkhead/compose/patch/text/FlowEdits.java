package dev.bulkhead.compose.patch.text;

import java.util.ArrayList;
import java.util.List;

/** Changes of what stands in brackets and braces in one file's text. */
public final class FlowEdits {

    private final TextLines lines;
    private final String text;

    public FlowEdits(SourceFile file) {
        this.lines = file.lines();
        this.text = lines.text();
    }

    /** Adds an element after the last one, on a line of its own where the last one has one. */
    public List<Splice> addAfter(int start, int end, String element) {
        int comma = comma(end);
        boolean trailing = comma >= 0;
        // Compose would read the comma into a key whose value is empty: {n:, m: }.
        String separator = end > 0 && text.charAt(end - 1) == ':' ? " ," : ",";
        List<Splice> splices = new ArrayList<>();
        if (!lines.firstOnLine(start)) {
            splices.add(Splice.insert(
                    trailing ? comma + 1 : end, (trailing ? " " : separator + " ") + element + (trailing ? "," : "")));
            return splices;
        }
        if (!trailing) {
            splices.add(Splice.insert(end, separator));
        }
        String indent = text.substring(start - lines.column(start), start);
        int after = lines.lineEnd(trailing ? comma : end);
        boolean closesHere = closingFirst(trailing ? comma + 1 : end) <= after;
        int at = closesHere ? (trailing ? comma + 1 : end) : after;
        splices.add(Splice.insert(at, lines.lineBreak() + indent + element + (trailing ? "," : "")));
        return splices;
    }

    /** Takes an element away, with the comma that separated it. */
    List<Splice> remove(int start, int end) {
        int comma = comma(end);
        if (lines.firstOnLine(start)) {
            int last = comma >= 0 ? comma : end - 1;
            int rest = skipOnLine(last + 1);
            if (rest == lines.lineEnd(end) || text.charAt(rest) == '#') {
                List<Splice> splices = new ArrayList<>();
                if (comma < 0) {
                    int before = commaBefore(start);
                    if (before >= 0) {
                        splices.add(Splice.delete(before, before + 1));
                    }
                }
                splices.add(lines.deleteLines(start, last));
                return splices;
            }
        }
        if (comma >= 0) {
            int next = lines.skipBlank(comma + 1);
            boolean closing = "]}".indexOf(text.charAt(next)) >= 0;
            if (!closing) {
                return List.of(Splice.delete(start, Math.min(next, lines.lineEnd(comma))));
            }
        }
        int before = commaBefore(start);
        return List.of(Splice.delete(before >= 0 ? before : start, end));
    }

    /** Returns the offset of the comma after an element, or -1 if the collection closes. */
    private int comma(int end) {
        int at = end;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lines.lineEnd(at);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return c == ',' ? at : -1;
            }
        }
        return -1;
    }

    /** Returns the offset of the comma before an element when only blanks stand between; -1 otherwise. */
    private int commaBefore(int start) {
        int at = start - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at >= 0 && text.charAt(at) == ',' ? at : -1;
    }

    private int closingFirst(int from) {
        int at = from;
        while (at < text.length() && "]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int skipOnLine(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
