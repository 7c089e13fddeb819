package dev.bulkhead.reach.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules and containers outside the project, of which an engine told. */
class ForeignRulesTest {

    @Test
    void containersOfOthersAreForeignWhereAnEngineToldOfThem() throws ComposeException {
        Topology shop = new Stack()
                .network("proxy", o -> o.withExternal(true))
                .internal("back")
                .service("traefik", "proxy")
                .service("web", "proxy", "back")
                .service("db", "back")
                .topology();
        ReachOptions told = ReachOptions.defaults()
                .withShared(new SharedNetworks(
                        Map.of("stack_proxy", NetworkOptions.defaults()),
                        List.of(new NamedOutsider(
                                "evil", Optional.empty(), Map.of("stack_proxy", Set.of("evil")), List.of()))));
        Rules rules = RulesReader.parse("bulkhead.yml", """
                rules:
                  - only: traefik -> web
                  - must-not: foreign -> web
                  - must-not: foreign -> db
                  - must-not: "* -> db"
                  - only: traefik, foreign, db -> web
                """);

        assertThat(RulesEvaluator.evaluate(rules, Reach.compute(shop, told)))
                .extracting(v -> v.kind().id() + " " + v.message())
                .containsExactly(
                        "rule-only Rule 'only: traefik -> web' does not hold: db reaches web: both are on network back,"
                                + " where all ports are open. So it is for 1 more pair.",
                        "rule-must-not Rule 'must-not: foreign -> web' does not hold: foreign:evil reaches web: both are on"
                                + " network proxy, where all ports are open.",
                        "rule-must-not Rule 'must-not: * -> db' does not hold: web reaches db: both are on network back,"
                                + " where all ports are open.",
                        "rule-shadowed Rule 'only: traefik, foreign, db -> web' demands nothing that rule 'only: traefik ->"
                                + " web' of line 2 does not.");
    }
}
