package dev.bulkhead.reach.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.testing.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot hold beside another rule is one cause; who breaks it beside that is a second. */
class ContradictionTest {

    private static Stack stack() {
        return new Stack()
                .network("front")
                .service("proxy", "front")
                .service("app", "front")
                .service("other", "front");
    }

    private static List<RuleViolation.Kind> kinds(String... rules) throws ComposeException {
        Rules read = RulesReader.parse("bulkhead.yml", "rules:\n  - " + String.join("\n  - ", rules) + "\n");
        return RulesEvaluator.evaluate(read, Reach.compute(stack().topology(), ReachOptions.defaults())).stream()
                .map(RuleViolation::kind)
                .toList();
    }

    @Test
    void aRuleThatOnlyItsContradictionBreaksIsToldOnce() throws ComposeException {
        assertThat(kinds("must: proxy -> app", "must-not: proxy -> app"))
                .containsExactly(RuleViolation.Kind.CONTRADICTION);
        assertThat(kinds("must-not: proxy -> app", "must: proxy -> app"))
                .containsExactly(RuleViolation.Kind.CONTRADICTION);
        assertThat(kinds("must: internet -> app", "must-not: internet -> app"))
                .containsExactly(RuleViolation.Kind.CONTRADICTION);
    }

    @Test
    void whoElseBreaksItIsTold() throws ComposeException {
        assertThat(kinds("must: proxy -> app", "must-not: proxy, other -> app"))
                .containsExactly(RuleViolation.Kind.MUST_NOT, RuleViolation.Kind.CONTRADICTION);
        assertThat(kinds("only: proxy -> app", "only: other -> app")).containsExactly(RuleViolation.Kind.CONTRADICTION);
    }
}
