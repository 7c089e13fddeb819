package dev.bulkhead.cli.output.reach;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.explain.Assumption;
import dev.bulkhead.reach.explain.Assumptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Reach matrix as JSON, a public contract of schema 1; written as it is worked out, one cell a line. */
public final class MatrixJson {

    private MatrixJson() {}

    /** Writes the matrix, with what each verdict rests on. */
    public static void write(ReachMatrix matrix, PrintWriter out) throws IOException {
        Assumptions assumptions = Assumptions.of(matrix);
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("schema", 1);
            json.writeArrayFieldStart("subjects");
            for (Subject subject : matrix.subjects()) {
                json.writeString(subject.text());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("cells");
            for (int from = 0; from < matrix.size(); from++) {
                for (int to = 0; to < matrix.size(); to++) {
                    if (from != to) {
                        json.writeRaw(System.lineSeparator());
                        cell(json, matrix.answer(from, to), assumptions.of(from, to));
                    }
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void cell(JsonGenerator json, ReachAnswer answer, List<Assumption> assumed) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", answer.from().text());
        json.writeStringField("to", answer.to().text());
        json.writeStringField("verdict", answer.verdict().text());
        json.writeStringField("reason", answer.reason().name());
        json.writeStringField("via", answer.via().orElse(null));
        json.writeBooleanField("names", answer.names());
        json.writeStringField("proxy", answer.routedBy().orElse(null));
        if (!assumed.isEmpty()) {
            json.writeArrayFieldStart("assumed");
            for (Assumption assumption : assumed) {
                json.writeString(assumption.key());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
