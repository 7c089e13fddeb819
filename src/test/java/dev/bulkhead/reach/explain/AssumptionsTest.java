package dev.bulkhead.reach.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.IpFamilies;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A verdict names what it rests on, and nothing else. */
class AssumptionsTest {

    private static final Stack STACK = new Stack()
            .network("front")
            .network("back")
            .network("proxy", o -> o.withExternal(true))
            .service("web", "front", "proxy")
            .service("api", "back")
            .publish("api", "8080:80")
            .service("db", "back")
            .service("app", "proxy", "back");

    private static List<String> of(ReachMatrix matrix, String from, String to, String port) {
        return Assumptions.of(matrix).of(index(matrix, from), index(matrix, to), PortQuery.parse(port)).stream()
                .map(assumption ->
                        assumption.key() + " else " + assumption.otherwise().text())
                .toList();
    }

    private static int index(ReachMatrix matrix, String subject) {
        return matrix.indexOf(Subject.of(subject)).orElseThrow();
    }

    @Test
    void aVerdictNamesWhatItRestsOn() {
        ReachMatrix matrix = Reach.compute(STACK.topology());

        assertThat(of(matrix, "web", "api", "80")).containsExactly("userland-proxy else blocked");
        assertThat(of(matrix, "web", "db", "")).containsExactly("iptables else reachable");
        assertThat(of(matrix, "api", "db", "")).isEmpty();
        assertThat(of(matrix, "web", "app", "")).containsExactly("network:stack_proxy else blocked");
        assertThat(of(matrix, "api", "internet", ""))
                .containsExactly("iptables else unknown", "ip-forward else blocked");
    }

    /** Found by packets: such a network takes the ports to the host's own address, for IPv6 as well, though another one has IPv6. */
    @Test
    void anExternalNetworkMayHaveBothOneFamilyAndAnOptionOfItsOwn() {
        Stack stack = new Stack()
                .network("alpha", o -> o.withExternal(true))
                .network("six", o -> o.withFamilies(IpFamilies.IPV6))
                .service("web", "alpha", "six")
                .publish("web", "8080:80");

        ReachMatrix matrix = Reach.compute(stack.topology());

        assertThat(matrix.answer(ReachMatrix.LAN, index(matrix, "web")).verdict())
                .isEqualTo(Verdict.REACHABLE);
        assertThat(of(matrix, "lan", "web", "80")).contains("network:stack_alpha else blocked");
    }

    @Test
    void whatWasToldIsNoAssumption() {
        Map<EngineSetting, Boolean> all =
                Arrays.stream(EngineSetting.values()).collect(Collectors.toMap(setting -> setting, setting -> true));
        ReachMatrix matrix = Reach.compute(
                STACK.topology(),
                ReachOptions.defaults()
                        .withSettings(EngineSettings.told(all).whenAsked())
                        .withExternal(
                                "stack_proxy",
                                STACK.topology().network("front").orElseThrow().options()));

        for (int from = 0; from < matrix.size(); from++) {
            for (int to = 0; to < matrix.size(); to++) {
                if (from != to) {
                    assertThat(Assumptions.of(matrix).of(from, to)).isEmpty();
                    assertThat(matrix.verdict(from, to) == Verdict.UNKNOWN
                                    && from >= ReachMatrix.OUTSIDERS
                                    && to >= ReachMatrix.OUTSIDERS)
                            .isFalse();
                }
            }
        }
        assertThat(Assumptions.ofNetworks(matrix)).isEmpty();
    }

    @Test
    void theVersionOfAnEngineThatNobodyAskedIsAssumed() {
        Stack stack = new Stack()
                .network(
                        "hidden",
                        o -> o.withInternal(true)
                                .withDriverOpts(Map.of("com.docker.network.bridge.gateway_mode_ipv4", "isolated")))
                .service("db", "hidden");

        assertThat(of(Reach.compute(stack.topology()), "host", "db", ""))
                .containsExactly("engine-version else reachable");
        assertThat(new Assumption("icc", "members meet", Verdict.BLOCKED).line())
                .isEqualTo("assumed: members meet; else blocked");
    }

    @Test
    void oneLineSaysWhatExternalNetworksAreTakenFor() {
        assertThat(Assumptions.ofNetworks(Reach.compute(STACK.topology())))
                .contains(
                        "Assumed of external network stack_proxy, since nobody told: a plain bridge. Ask the engine with --live, or state what it is like under x-bulkhead.");
    }
}
