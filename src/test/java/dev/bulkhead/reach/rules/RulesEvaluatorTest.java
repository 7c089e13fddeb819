package dev.bulkhead.reach.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.ContainerSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesEvaluatorTest {

    private static List<String> check(Stack stack, String rules) throws ComposeException {
        Rules read = RulesReader.parse("bulkhead.yml", rules);
        ReachOptions options = read.applyTo(ReachOptions.defaults());
        return RulesEvaluator.evaluate(read, Reach.compute(stack.topology(), options)).stream()
                .map(v -> v.kind().id() + " " + v.at().map(m -> m.line() + "").orElse("") + ": " + v.message())
                .toList();
    }

    private static List<String> rules(Stack stack, String... rules) throws ComposeException {
        StringBuilder text = new StringBuilder("rules:\n");
        for (String rule : rules) {
            text.append("  - ").append(rule).append('\n');
        }
        return check(stack, text.toString());
    }

    private static Stack tiers() {
        return new Stack()
                .network("front")
                .network("back")
                .internal("db")
                .service("proxy", "front")
                .publish("proxy", "80:80")
                .service("app", "front", "back")
                .service("api", "back", "db")
                .service("postgres", "db")
                .service("redis", "db");
    }

    @Test
    void findsNothingWhereTheRulesHold() throws ComposeException {
        assertThat(check(tiers(), """
                        groups: {databases: [postgres, redis]}
                        rules:
                          - must: proxy -> app:8080
                          - must: app -> internet
                          - must-not: internet, lan, proxy, app -> group:databases
                          - only: app, api -> network:db
                        exposure: {allow-published: [80/tcp]}
                        """)).isEmpty();
    }

    @Test
    void findsFlowsThatHaveToWorkAndDoNot() throws ComposeException {
        assertThat(rules(tiers(), "{must: proxy -> postgres:5432, why: reports}", "must: postgres -> internet"))
                .containsExactly(
                        "rule-must 2: Rule 'must: proxy -> postgres:5432' (reports) does not hold: proxy does not reach"
                                + " postgres on port 5432/tcp: they share no network, and postgres publishes no port on the"
                                + " host.",
                        "rule-must 3: Rule 'must: postgres -> internet' does not hold: postgres does not reach internet:"
                                + " postgres is on internal networks only, which nothing leaves.");
    }

    @Test
    void findsFlowsThatMustBeImpossibleAndCountsThem() throws ComposeException {
        assertThat(rules(tiers(), "must-not: api -> network:db"))
                .containsExactly(
                        "rule-must-not 2: Rule 'must-not: api -> network:db' does not hold: api reaches postgres:"
                                + " both are on network db, where all ports are open. So it is for 1 more pair.");
    }

    @Test
    void findsWhoReachesWhatOnlyOthersMay() throws ComposeException {
        Stack leak = tiers().mode("scanner", "host");

        assertThat(rules(leak, "only: api -> postgres, redis"))
                .contains("rule-only 2: Rule 'only: api -> postgres, redis' does not hold: scanner reaches postgres:"
                        + " scanner uses the host's own network, and the host has an address on network db.");
    }

    @Test
    void asksForThePortWhereOnlyPortsArePublished() throws ComposeException {
        assertThat(rules(tiers(), "must: lan -> proxy:80", "must-not: lan -> proxy:22"))
                .isEmpty();
        assertThat(rules(tiers(), "must-not: lan -> proxy:80")).hasSize(1);
    }

    @Test
    void countsTheProxysRouteAsAWayIn() throws ComposeException {
        Stack routed = new Stack()
                .network("front")
                .service("traefik", "front")
                .container("traefik", c -> ContainerSpec.ofImage("traefik:v3"))
                .publish("traefik", "80:80")
                .service("app", "front")
                .container("app", c -> c.withLabels(Map.of("traefik.http.routers.app.rule", "Host(`app.local`)")));

        assertThat(rules(routed, "must: lan -> app")).isEmpty();
        assertThat(rules(routed, "must-not: lan -> app"))
                .containsExactly("rule-must-not 2: Rule 'must-not: lan -> app' does not hold: lan gets to app through a"
                        + " route of traefik.");
    }

    @Test
    void saysWhereItCannotTell() throws ComposeException {
        Stack stack = new Stack().network("a").service("one", "a").mode("guest", "container:stranger");

        assertThat(rules(stack, "must: one -> guest"))
                .containsExactly(
                        "rule-undecided 2: Rule 'must: one -> guest' cannot be decided: one may or may not reach"
                                + " guest: one of them uses the network of a container outside the project"
                                + " (on which networks is that container?).");
    }

    @Test
    void listsPortsThatMustNotBePublished() throws ComposeException {
        Stack stack = tiers().publish("app", "8080:8080").publish("api", "127.0.0.1:9000:9000");

        assertThat(check(stack, "exposure: {allow-published: [80/tcp]}"))
                .containsExactly("exposure-not-allowed 1: Service app publishes host:8080/tcp, which"
                        + " exposure.allow-published does not list.");
    }

    @Test
    void guessesWhatAnUnknownNameMeant() throws ComposeException {
        assertThat(check(tiers(), """
                        groups: {databases: [postgre]}
                        rules:
                          - must: prxy -> app
                          - must: network:frnt -> group:database
                        """))
                .containsExactly(
                        "rule-unknown-subject 1: There is no service postgre; did you mean postgres? It is named in group"
                                + " databases.",
                        "rule-unknown-subject 3: There is no service prxy; did you mean proxy? It is named in rule 'must:"
                                + " prxy -> app'.",
                        "rule-unknown-subject 4: There is no network frnt; did you mean front? It is named in rule 'must:"
                                + " network:frnt -> group:database'.",
                        "rule-unknown-subject 4: There is no group database; did you mean databases? It is named in rule"
                                + " 'must: network:frnt -> group:database'.");
    }

    @Test
    void aGroupThatIsNamedLikeAServiceIsToldApart() throws ComposeException {
        assertThat(check(tiers(), """
                        groups: {databases: [postgres]}
                        rules:
                          - must: app -> databases
                        """))
                .containsExactly(
                        "rule-unknown-subject 3: There is no service databases; did you mean group:databases? It is"
                                + " named in rule 'must: app -> databases'.");
    }

    @Test
    void findsRulesThatContradictRepeatOrMeanNobody() throws ComposeException {
        Stack stack = tiers().network("empty");

        assertThat(rules(
                        stack,
                        "must: proxy -> app:80",
                        "must-not: network:front -> app",
                        "must: proxy -> app",
                        "must-not: lan -> network:empty",
                        "only: redis -> app"))
                .contains(
                        "rule-contradiction 3: Rule 'must-not: network:front -> app' contradicts rule 'must: proxy -> app:80'"
                                + " of line 2.",
                        "rule-shadowed 4: Rule 'must: proxy -> app' demands nothing that rule 'must: proxy -> app:80' of line"
                                + " 2 does not.",
                        "rule-never-matches 5: Rule 'must-not: lan -> network:empty' speaks of nobody: one of its sides has no"
                                + " members.",
                        "rule-contradiction 6: Rule 'only: redis -> app' contradicts rule 'must: proxy -> app:80' of line 2.");
    }

    @Test
    void survivesGroupsThatHoldThemselves() throws ComposeException {
        assertThat(check(tiers(), """
                        groups: {a: ["group:b"], b: ["group:a", postgres]}
                        rules: [{must-not: "proxy -> group:a"}]
                        """)).isEmpty();
    }

    private static List<String> fixes(Stack stack, String... rules) throws ComposeException {
        Rules read = RulesReader.parse("bulkhead.yml", "rules:\n  - " + String.join("\n  - ", rules) + "\n");
        return RulesEvaluator.evaluate(read, Reach.compute(stack.topology(), ReachOptions.defaults())).stream()
                .map(RuleViolation::fix)
                .toList();
    }

    @Test
    void everybodyIsEveryServiceAndNobodyElse() throws ComposeException {
        Stack alone = new Stack()
                .network("front")
                .network("back")
                .service("web", "front")
                .service("pg", "back");

        assertThat(rules(alone, "must-not: \"* -> pg\"")).isEmpty();
        assertThat(rules(tiers(), "must-not: \"* -> postgres\"")).hasSize(1);
    }

    @Test
    void nothingIsPublishedFromInternalNetworksAlone() throws ComposeException {
        Stack stack = tiers().internal("vault").service("safe", "vault");

        assertThat(fixes(stack, "must: lan -> safe"))
                .containsExactly(
                        "Publish the port of safe on the host, and give safe a network that is not internal, without"
                                + " which nothing is published; or drop the rule.");
    }

    @Test
    void remediesFitTheTwo() throws ComposeException {
        Stack stack = tiers().mode("scanner", "host").mode("guest", "service:postgres");

        assertThat(fixes(
                        stack,
                        "must: lan -> app:80",
                        "must: guest -> internet",
                        "must: proxy -> guest",
                        "must-not: app -> internet",
                        "must-not: lan -> proxy:80",
                        "must-not: host -> postgres",
                        "must-not: scanner -> app",
                        "only: redis, lan -> app"))
                .containsExactly(
                        "Publish port 80/tcp of app on the host; or drop the rule.",
                        "Give postgres, whose network guest uses, a network that is not internal as well; or drop the rule.",
                        "Put proxy and postgres, whose network guest uses, on one network; or drop the rule.",
                        "Make network back internal, or take app off it; or drop the rule.",
                        "No longer publish host:80/tcp, or publish it on 127.0.0.1 only; or drop the rule.",
                        "Leave host out of the rule, for the host reaches every container on its bridges (an internal network"
                                + " with gateway mode isolated, engine 28, is the exception); or drop the rule.",
                        "Take scanner off the host's network; or drop the rule.",
                        "Take api or app off network back, or name api as a source of the rule.");
    }

    @Test
    void findsOnlyRulesThatExcludeEachOtherAndShadowsInEitherOrder() throws ComposeException {
        assertThat(rules(tiers(), "only: api -> network:db", "only: app -> postgres"))
                .anyMatch(line -> line.startsWith("rule-contradiction 3:"));
        assertThat(rules(tiers(), "only: api, app -> postgres", "only: api -> postgres"))
                .anyMatch(line -> line.startsWith("rule-shadowed 2:"));
        assertThat(rules(tiers(), "only: api -> postgres, redis", "only: api, app, redis -> postgres"))
                .anyMatch(line -> line.startsWith("rule-shadowed 3:"));
        assertThat(rules(tiers(), "must: app -> api", "must: app, proxy -> api, app"))
                .anyMatch(line -> line.startsWith("rule-shadowed 2:"));
    }

    @Test
    void rulesOfAnIterationAreGoalsUntilItIsDone() throws ComposeException {
        Rules rules = RulesReader.parse("bulkhead.yml", """
                rules:
                  - must-not: proxy -> app
                    after: 8
                    why: later
                  - must-not: proxy -> postgres
                    after: 80
                exposure: {allow-published: [443/tcp], after: 2}
                """);
        Progress started = new Progress(Set.of("1", "2", "8"), Set.of("1"));
        Progress finished = new Progress(Set.of("1", "2", "8"), Set.of("1", "2", "8"));

        assertThat(kinds(rules.at(started))).containsExactly("rule-unknown-subject", "rule-goal", "rule-goal");
        assertThat(kinds(rules.at(finished)))
                .containsExactly("rule-must-not", "exposure-not-allowed", "rule-unknown-subject");
    }

    private static List<String> kinds(Rules rules) {
        return RulesEvaluator.evaluate(rules, Reach.compute(tiers().topology(), ReachOptions.defaults())).stream()
                .map(v -> v.kind().id())
                .toList();
    }

    @Test
    void leavesUndecidedWhoElseIsOnAnExternalNetwork() throws ComposeException {
        Stack shop = new Stack()
                .network("proxy", o -> o.withExternal(true))
                .service("traefik", "proxy")
                .service("web", "proxy");

        assertThat(rules(shop, "only: traefik -> web", "must-not: foreign -> web", "must: traefik -> web"))
                .containsExactly(
                        "rule-undecided 2: Rule 'only: traefik -> web' cannot be decided: web is on the external network"
                                + " stack_proxy, and the files do not tell who else is on it.",
                        "rule-undecided 3: Rule 'must-not: foreign -> web' cannot be decided: web is on the external"
                                + " network stack_proxy, and the files do not tell who else is on it.");
    }

    @Test
    void tellsServicesFromTheOutsideByTheWordBefore() throws ComposeException {
        Stack stack = new Stack().network("a").network("b").service("lan", "a").service("host", "b");

        assertThat(rules(stack, "must: service:lan -> service:host"))
                .containsExactly(
                        "rule-must 2: Rule 'must: service:lan -> service:host' does not hold: service:lan does not"
                                + " reach service:host: they share no network, and service:host publishes no port on the host.");
        assertThat(Reach.compute(stack.topology(), ReachOptions.defaults()).subjects())
                .extracting(subject -> subject.text())
                .containsExactly("internet", "lan", "host", "service:host", "service:lan");
    }
}
