package dev.bulkhead.cli.output.reach;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Reach matrix as comma-separated values (RFC 4180), one pair a line. */
public final class MatrixCsv {

    private MatrixCsv() {}

    /** Writes the matrix. */
    public static void write(ReachMatrix matrix, PrintWriter out) {
        out.print("from,to,verdict,reason,via,names,proxy\r\n");
        for (int from = 0; from < matrix.size(); from++) {
            for (int to = 0; to < matrix.size(); to++) {
                if (from != to) {
                    out.print(line(matrix.answer(from, to)));
                }
            }
        }
    }

    private static String line(ReachAnswer answer) {
        return List.of(
                                answer.from().text(),
                                answer.to().text(),
                                answer.verdict().text(),
                                answer.reason().name(),
                                answer.via().orElse(""),
                                Boolean.toString(answer.names()),
                                answer.routedBy().orElse(""))
                        .stream()
                        .map(MatrixCsv::quoted)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String quoted(String value) {
        return value.contains(",") || value.contains("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
