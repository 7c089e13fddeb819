package dev.bulkhead.check;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.check.lint.LintChecks;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.SourceMap;
import java.util.ArrayList;
import java.util.List;

/** Runs the checks over a project put together in a test. */
public final class Checked {

    private Checked() {}

    /** Leaves out the checks of {@code check.lint}, which have tests of their own. */
    public static List<Finding> run(CheckInput input) {
        List<String> lint = LintChecks.all().stream()
                .flatMap(c -> c.rules().stream())
                .map(CheckRule::id)
                .toList();
        return Checks.run(input).stream().filter(f -> !lint.contains(f.rule())).toList();
    }

    public static List<Finding> findings(Stack stack, UsedRange... used) {
        return run(new CheckInput(stack.topology(), SourceMap.EMPTY, List.of(used)));
    }

    public static List<String> lines(Stack stack, UsedRange... used) {
        List<String> lines = new ArrayList<>();
        for (Finding f : findings(stack, used)) {
            lines.add(f.severity().text() + " " + f.rule() + ": " + f.message()
                    + f.fix().map(x -> " " + x).orElse(""));
        }
        return lines;
    }
}
