package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.fail;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.CorpusCases.Case;
import dev.bulkhead.files.DiskFileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Opens a project with Compose and with Bulkhead and tells how the two differ. */
final class OracleComparison {

    /** Reasons of the oracle's that Bulkhead does not share, each with why. */
    private static final Map<String, Pattern> OUT_OF_SCOPE = Map.of(
            "env files hold secrets and are often elsewhere: a missing one is a warning",
            Pattern.compile("env file .* not found|couldn't find env file"));

    enum Outcome {
        AGREE,
        BOTH_REFUSE,
        OUT_OF_SCOPE,
        DIFFERENT,
        WE_REFUSE,
        WE_ACCEPT
    }

    private static final Set<Outcome> FAULTS = Set.of(Outcome.DIFFERENT, Outcome.WE_REFUSE, Outcome.WE_ACCEPT);

    /** How one project came out. */
    record Result(Case opened, Outcome outcome, String detail) {

        boolean isFault() {
            return FAULTS.contains(outcome);
        }

        @Override
        public String toString() {
            return outcome + " " + opened.label() + ": " + detail;
        }
    }

    private OracleComparison() {}

    static void report(String what, List<Result> results) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        results.forEach(r -> counts.merge(r.outcome(), 1, Integer::sum));
        System.err.println("Reader compared with Compose: " + results.size() + " " + what + ", " + counts);
        if (Boolean.getBoolean("bulkhead.oracle.show")) {
            results.forEach(System.err::println);
        }
    }

    static Result compare(Case opened, Oracle oracle) {
        Oracle.Answer answer;
        try {
            answer = oracle.config(opened.directory(), opened.oracleOptions(), opened.variables());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            ComposeProject project = new ComposeLoader(new DiskFileTree())
                    .load(opened.request(oracle.baseEnvironment()))
                    .requireSound();
            return accepted(opened, project, answer);
        } catch (ComposeException e) {
            return refused(opened, e, answer);
        } catch (RuntimeException e) {
            return fail(opened.label(), e);
        }
    }

    private static Result accepted(Case opened, ComposeProject project, Oracle.Answer answer) {
        if (!answer.accepted()) {
            return new Result(
                    opened,
                    OUT_OF_SCOPE.values().stream()
                                    .anyMatch(p -> p.matcher(answer.text()).find())
                            ? Outcome.OUT_OF_SCOPE
                            : Outcome.WE_ACCEPT,
                    answer.text());
        }
        List<String> ours = Facts.of(project.topology());
        List<String> theirs = Facts.of(answer.text());
        if (ours.equals(theirs)) {
            return new Result(opened, Outcome.AGREE, "");
        }
        List<String> onlyOurs = new ArrayList<>(ours);
        onlyOurs.removeAll(theirs);
        List<String> onlyTheirs = new ArrayList<>(theirs);
        onlyTheirs.removeAll(ours);
        return new Result(opened, Outcome.DIFFERENT, "ours " + onlyOurs + " theirs " + onlyTheirs);
    }

    private static Result refused(Case opened, ComposeException e, Oracle.Answer answer) {
        return new Result(
                opened,
                answer.accepted() ? Outcome.WE_REFUSE : Outcome.BOTH_REFUSE,
                e.getMessage() + " | oracle: " + (answer.accepted() ? "accepts" : answer.text()));
    }
}
