package dev.bulkhead.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.testing.ManualTimer;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of each network after a run: that it is there, is the project's own, and is as the files say. */
class NetworkChecksTest {

    private static final Topology FILES = new Stack()
            .network("apps", "172.30.2.0/24")
            .internal("data")
            .network("spare", "172.30.9.0/24")
            .network("later", "172.30.8.0/24")
            .service("web", "apps", "data")
            .service("db", "data")
            .service("of-another-profile", "later")
            .topology();

    private static List<String> told(Topology onEngine, Topology before) throws Exception {
        ObservedState state = running(onEngine);
        List<String> told = new ArrayList<>();
        new NetworkChecks(
                        new Expectation(
                                FILES,
                                List.of("web", "db"),
                                List.of(),
                                running(before),
                                new Baseline(Map.of()),
                                MayGo.NOTHING),
                        state)
                .run(check -> told.add(check.subject() + " " + check.status() + (check.lost() ? " lost: " : ": ")
                        + check.ran() + ": " + check.saw()));
        return told;
    }

    private static ObservedState running(Topology topology) throws Exception {
        try (PracticeEngine engine = PracticeEngine.running(topology, new ManualTimer())) {
            return engine.observe();
        }
    }

    @Test
    void eachThatServicesStandOnIsToldWithWhoIsOnIt() throws Exception {
        assertThat(told(FILES, FILES))
                .containsExactly(
                        "stack_apps PASSED: inspect network stack_apps: bridge, 172.30.2.0/24, with stack-web-1",
                        "stack_data PASSED: inspect network stack_data: bridge, 172.18.0.0/16, internal, with stack-db-1,"
                                + " stack-web-1");
    }

    @Test
    void whatIsOtherwiseIsToldWithWhatTheFilesSay() throws Exception {
        Topology other = new Stack()
                .network("apps", "172.31.2.0/24")
                .network("data")
                .service("web", "apps", "data")
                .topology();

        assertThat(told(other, FILES))
                .containsExactly(
                        "stack_apps WARNING: inspect network stack_apps: bridge, 172.31.2.0/24, with stack-web-1, where the"
                                + " files say 172.30.2.0/24",
                        "stack_data WARNING: inspect network stack_data: bridge, 172.18.0.0/16, with stack-web-1, where the"
                                + " files say internal");
    }

    @Test
    void oneThatIsGoneIsLostWhereItWasThere() throws Exception {
        Topology without = new Stack()
                .network("apps", "172.30.2.0/24")
                .service("web", "apps")
                .topology();

        assertThat(told(without, FILES))
                .contains("stack_data FAILED lost: inspect network stack_data: no such network");
        assertThat(told(without, without)).contains("stack_data FAILED: inspect network stack_data: no such network");
    }
}
