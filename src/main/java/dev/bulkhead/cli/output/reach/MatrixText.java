package dev.bulkhead.cli.output.reach;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Verdict;
import java.io.PrintWriter;
import java.util.BitSet;
import java.util.Locale;

/** Reach matrix as text: a row for every source, a numbered column for every target. */
public final class MatrixText {

    private static final String CORNER = "from \\ to";

    private MatrixText() {}

    /** Writes the matrix. */
    public static void write(ReachMatrix matrix, PrintWriter out) {
        int digits = Integer.toString(matrix.size()).length();
        int widest = matrix.subjects().stream()
                .mapToInt(s -> s.text().length())
                .max()
                .orElse(0);
        widest = Math.max(widest, CORNER.length());
        out.println("# every port   p published ports only   r by the proxy only   ? not known   . not at all");
        out.println();
        String row = "%" + digits + "s %-" + widest + "s ";
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, row, "", CORNER));
        for (int to = 1; to <= matrix.size(); to++) {
            head.append(String.format(Locale.ROOT, " %" + digits + "d", to));
        }
        out.println(head);
        for (int from = 0; from < matrix.size(); from++) {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT, row, from + 1, matrix.subjects().get(from).text()));
            BitSet open = matrix.openFrom(from);
            for (int to = 0; to < matrix.size(); to++) {
                line.append(" ".repeat(digits)).append(sign(matrix, open, from, to));
            }
            out.println(line);
        }
    }

    private static char sign(ReachMatrix matrix, BitSet open, int from, int to) {
        if (from == to) {
            return ' ';
        }
        if (open.get(to)) {
            return '#';
        }
        Verdict verdict = matrix.verdict(from, to);
        return switch (verdict) {
            case REACHABLE -> 'p';
            case UNKNOWN -> '?';
            case BLOCKED -> matrix.routedBy(from, to).isPresent() ? 'r' : '.';
        };
    }
}
