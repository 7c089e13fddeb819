package dev.bulkhead.migrate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.ProgramOnHost;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Figures of a step of a walk: what it took, as its report tells, and how the project stands after it.
 *
 * @param step which
 * @param made what it took; empty for how things stood before the first
 * @param published ports of the engine's host that lead to containers
 * @param pairs pairs of services of which one reaches the other
 * @param exposed services that other machines of the LAN reach
 * @param secrets secrets that stand in the environment of containers
 * @param findings what {@code check} finds, worst first
 */
record StepFigures(
        String step,
        Optional<Made> made,
        List<String> published,
        int pairs,
        int exposed,
        int secrets,
        String findings) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OUTSIDE = List.of("host", "lan", "internet");
    private static final Pattern OPERATION = Pattern.compile("(?m)^\\d+\\. (?!\\*\\*)");
    private static final Pattern OUTAGE = Pattern.compile("(?m)^\\*\\*Downtime:\\*\\* (.*?) *$");

    /**
     * What a step took.
     *
     * @param operations things done to engine and files, one after the other
     * @param files files that are new or changed
     * @param took time from the command to its end
     * @param outage what users saw, in the words of the report
     */
    record Made(int operations, int files, Duration took, String outage) {

        /** Reads what the program said. */
        static Made of(String said, int files, Duration took) {
            return new Made(
                    (int) OPERATION.matcher(said).results().count(),
                    files,
                    took,
                    OUTAGE.matcher(said)
                            .results()
                            .map(found -> found.group(1).replace(", seen from outside", ""))
                            .findFirst()
                            .orElse("not told"));
        }
    }

    /** Asks how a project stands now. */
    static StepFigures of(String step, Optional<Made> made, ProgramOnHost program, List<String> published)
            throws IOException {
        List<JsonNode> cells = list(program.run("reach", "--matrix", "--format", "json"), "cells").stream()
                .filter(cell -> cell.path("verdict").asText().equals("reachable"))
                .toList();
        List<JsonNode> findings = list(program.run("check", "--format", "json"), "findings");
        return new StepFigures(
                step,
                made,
                published,
                (int) cells.stream()
                        .filter(cell -> !OUTSIDE.contains(cell.path("from").asText())
                                && !OUTSIDE.contains(cell.path("to").asText()))
                        .count(),
                (int) cells.stream()
                        .filter(cell -> cell.path("from").asText().equals("lan")
                                && !OUTSIDE.contains(cell.path("to").asText()))
                        .count(),
                (int) findings.stream()
                        .filter(finding -> finding.path("rule").asText().equals("plain-secret"))
                        .count(),
                severities(findings));
    }

    private static List<JsonNode> list(Commands.Output output, String name) throws IOException {
        // warnings come before the answer
        String text = output.output();
        assertThat(text).contains("{");
        return StreamSupport.stream(
                        JSON.readTree(text.substring(text.indexOf("{")))
                                .path(name)
                                .spliterator(),
                        false)
                .toList();
    }

    private static String severities(List<JsonNode> findings) {
        return String.join(
                ", ",
                Arrays.stream(new String[] {"error", "warning", "info"})
                        .map(severity -> findings.stream()
                                        .filter(finding -> finding.path("severity")
                                                .asText()
                                                .equals(severity))
                                        .count()
                                + " " + severity)
                        .toList());
    }

    /** Returns the head of a table of them. */
    static String head() {
        return "| after | operations | files | time | outage | published ports | reachable pairs | exposed services |"
                + " secrets in clear | `check` |\n|---|---|---|---|---|---|---|---|---|---|\n";
    }

    /** Returns its line of the table. */
    String line() {
        return "| " + step + " | "
                + made.map(m -> m.operations() + " | " + m.files() + " | " + seconds(m.took()) + " | " + m.outage())
                        .orElse("| | | ")
                + " | " + (published.size() > 6 ? String.valueOf(published.size()) : String.join(", ", published))
                + " | " + pairs + " | " + exposed + " | " + secrets + " | " + findings + " |\n";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
