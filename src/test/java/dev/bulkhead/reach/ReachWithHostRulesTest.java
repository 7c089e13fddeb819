package dev.bulkhead.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.explain.Explainer;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.HostRules;
import dev.bulkhead.reach.setting.HostRules.Passage;
import dev.bulkhead.reach.setting.HostRules.View;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Topology;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What packet rules of the host that are none of the engine's make of verdicts. */
class ReachWithHostRulesTest {

    private static final String RULE = "-A DOCKER-USER -s 172.20.0.0/16 -j DROP";
    private static final Topology SHOP = new Stack()
            .network("front")
            .network("back")
            .service("web", "front")
            .publish("web", "8080:80")
            .service("page", "front")
            .service("db", "back")
            .topology();

    private static ReachMatrix matrix(Passage front, Passage host) {
        return Reach.compute(
                SHOP,
                ReachOptions.defaults()
                        .withSettings(EngineSettings.ASSUMED.withRules(
                                new HostRules(Map.of("stack_front", front), Passage.FREE, host, View.USUAL))));
    }

    private static String ask(ReachMatrix matrix, String from, String to) {
        int source = matrix.indexOf(Subject.of(from)).orElseThrow();
        int target = matrix.indexOf(Subject.of(to)).orElseThrow();
        ReachAnswer answer = matrix.answer(source, target);
        assertThat(matrix.verdict(source, target)).isEqualTo(answer.verdict());
        return answer.verdict().text() + " " + answer.reason();
    }

    private static Passage closed(Way way) {
        return new Passage(Map.of(way, RULE), Map.of(), Map.of());
    }

    private static Passage doubtful(Way way) {
        return new Passage(Map.of(), Map.of(way, RULE), Map.of());
    }

    private static Passage opened(Way way) {
        return new Passage(Map.of(), Map.of(), Map.of(way, RULE));
    }

    @Test
    void whatIsDroppedForCertainDoesNotGetThrough() {
        ReachMatrix out = matrix(closed(Way.OUT), Passage.FREE);

        assertThat(ask(out, "web", "internet")).isEqualTo("blocked NOT_FORWARDED");
        assertThat(ask(out, "db", "internet")).isEqualTo("reachable EGRESS");
        assertThat(ask(out, "lan", "web")).isEqualTo("reachable PUBLISHED_VIA_HOST");
        // Over IPv6 the engine's proxy takes it, which the rules about what is forwarded do not see.
        assertThat(ask(matrix(closed(Way.IN), Passage.FREE), "lan", "web")).isEqualTo("unknown HOST_RULES");
        assertThat(new Explainer(out)
                        .explain(out.indexOf(Subject.of("web")).orElseThrow(), ReachMatrix.INTERNET, Optional.empty())
                        .sentences())
                .first()
                .asString()
                .isEqualTo("web does not reach internet: rules of the host that are none of the engine's drop it ("
                        + RULE + ").");
    }

    @Test
    void whatMayBeDroppedIsNotKnownAndNamesTheRule() {
        ReachMatrix out = matrix(doubtful(Way.OUT), Passage.FREE);

        assertThat(ask(out, "web", "internet")).isEqualTo("unknown HOST_RULES");
        assertThat(ask(out, "web", "page")).isEqualTo("reachable SHARED_NETWORK");
        assertThat(ask(out, "db", "web")).isEqualTo("reachable PUBLISHED_VIA_HOST");
        assertThat(out.answer(out.indexOf(Subject.of("web")).orElseThrow(), ReachMatrix.LAN)
                        .via())
                .contains(RULE);
        assertThat(ask(matrix(doubtful(Way.IN), Passage.FREE), "lan", "web")).isEqualTo("unknown HOST_RULES");
        assertThat(ask(matrix(doubtful(Way.WITHIN), Passage.FREE), "web", "page"))
                .isEqualTo("unknown HOST_RULES");
        assertThat(ask(matrix(doubtful(Way.FROM_HOST), Passage.FREE), "db", "web"))
                .isEqualTo("unknown HOST_RULES");
        assertThat(ask(matrix(doubtful(Way.FROM_HOST), Passage.FREE), "host", "web"))
                .isEqualTo("unknown HOST_RULES");
        assertThat(ask(matrix(doubtful(Way.TO_HOST), Passage.FREE), "web", "host"))
                .isEqualTo("unknown HOST_RULES");
    }

    @Test
    void whatMayBeLetPastTheEnginesRulesIsNotKnown() {
        assertThat(ask(matrix(opened(Way.ACROSS), Passage.FREE), "web", "db")).isEqualTo("blocked NO_SHARED_NETWORK");
        ReachMatrix both = Reach.compute(
                SHOP,
                ReachOptions.defaults()
                        .withSettings(EngineSettings.told(Map.of(EngineSetting.FORWARD_POLICY, false))
                                .withRules(new HostRules(Map.of(), opened(Way.ACROSS), Passage.FREE, View.USUAL))));
        assertThat(ask(both, "web", "db")).isEqualTo("unknown HOST_RULES");
        assertThat(ask(matrix(opened(Way.IN), Passage.FREE), "lan", "page")).isEqualTo("unknown HOST_RULES");
    }

    @Test
    void theHostsOwnDoorIsThatOfServicesOnItsNetwork() {
        ReachMatrix shut = Reach.compute(
                new Stack().service("ha").mode("ha", "host").topology(),
                ReachOptions.defaults()
                        .withSettings(EngineSettings.ASSUMED.withRules(
                                new HostRules(Map.of(), Passage.FREE, doubtful(Way.INTO_HOST), View.USUAL))));

        assertThat(ask(shut, "lan", "ha")).isEqualTo("unknown HOST_RULES");
        assertThat(ask(shut, "ha", "internet")).isEqualTo("reachable HOST_NETWORK");
    }

    @Test
    void theOperatorMayStateThatThereAreSome() {
        ReachMatrix some = Reach.compute(
                SHOP,
                ReachOptions.defaults().withSettings(EngineSettings.told(Map.of(EngineSetting.HOST_RULES, false))));

        assertThat(ask(some, "web", "internet")).isEqualTo("unknown HOST_RULES");
        assertThat(ask(some, "web", "db")).isEqualTo("unknown HOST_RULES");
    }
}
