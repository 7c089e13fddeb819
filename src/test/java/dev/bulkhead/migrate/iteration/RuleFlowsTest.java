package dev.bulkhead.migrate.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Protocol;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the operator's rules make of flows that are merely usual between two images. */
class RuleFlowsTest {

    private static MustFlow flow(String from, String to, MustFlow.Source source) {
        return new MustFlow(from, to, OptionalInt.of(5432), Protocol.TCP, source, "It is so.");
    }

    @Test
    void whatIsMerelyUsualGivesWayToTheOperatorAndWhatFilesSayDoesNot() throws Exception {
        Stack stack = new Stack()
                .network("back")
                .service("app", "back")
                .service("grafana", "back")
                .service("vault", "back")
                .service("postgres", "back")
                .service("redis", "back");
        List<MustFlow> known = List.of(
                flow("app", "postgres", MustFlow.Source.CATALOGUE),
                flow("redis", "postgres", MustFlow.Source.CATALOGUE),
                flow("grafana", "postgres", MustFlow.Source.CATALOGUE),
                flow("grafana", "redis", MustFlow.Source.SETTING),
                flow("vault", "app", MustFlow.Source.CATALOGUE),
                flow("app", "grafana", MustFlow.Source.CATALOGUE));

        List<MustFlow> meant = RuleFlows.meant(known, RulesReader.parse("bulkhead.yml", """
                        version: 1
                        rules:
                          - only: app -> postgres, redis
                          - must-not: vault -> app
                        """), stack.topology());

        assertThat(meant)
                .extracting(MustFlow::rule)
                .containsExactly(
                        known.get(0).rule(),
                        known.get(1).rule(),
                        known.get(3).rule(),
                        known.get(5).rule());
    }
}
