package dev.bulkhead.reach.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesReaderTest {

    private static SourceMark at(int line, int column) {
        return new SourceMark("bulkhead.yml", line, column);
    }

    @Test
    void readsEveryKindOfRuleWithItsPlace() throws ComposeException {
        Rules rules = RulesReader.parse("bulkhead.yml", """
                version: 1
                groups:
                  databases: [postgres, redis]
                rules:
                  - must: traefik -> jellyfin:8096
                    why: every request enters through the proxy
                  - must-not: internet -> group:databases
                  - only: network:ai, network:infra -> network:db, dns:53/udp
                exposure:
                  public: true
                  allow-published: [80/tcp, 6881-6889/udp]
                """);

        Selector.OneService traefik = new Selector.OneService("traefik");
        assertThat(rules)
                .isEqualTo(new Rules(
                        new TreeMap<>(Map.of(
                                "databases",
                                new Group(
                                        "databases",
                                        List.of(new Selector.OneService("postgres"), new Selector.OneService("redis")),
                                        at(3, 3)))),
                        List.of(
                                new Rule(
                                        new Rule.Statement(
                                                Rule.Kind.MUST,
                                                "traefik -> jellyfin:8096",
                                                Optional.of("every request enters through the proxy")),
                                        List.of(traefik),
                                        List.of(new Target(
                                                new Selector.OneService("jellyfin"),
                                                Optional.of(new PortQuery(8096, Protocol.TCP)))),
                                        at(5, 11)),
                                new Rule(
                                        new Rule.Statement(
                                                Rule.Kind.MUST_NOT, "internet -> group:databases", Optional.empty()),
                                        List.of(new Selector.Outsider(new Subject.Internet())),
                                        List.of(new Target(new Selector.OneGroup("databases"), Optional.empty())),
                                        at(7, 15)),
                                new Rule(
                                        new Rule.Statement(
                                                Rule.Kind.ONLY,
                                                "network:ai, network:infra -> network:db, dns:53/udp",
                                                Optional.empty()),
                                        List.of(new Selector.MembersOf("ai"), new Selector.MembersOf("infra")),
                                        List.of(
                                                new Target(new Selector.MembersOf("db"), Optional.empty()),
                                                new Target(
                                                        new Selector.OneService("dns"),
                                                        Optional.of(new PortQuery(53, Protocol.UDP)))),
                                        at(8, 11))),
                        new Exposure(
                                true,
                                Optional.of(List.of(
                                        new AllowedPort(80, 80, Protocol.TCP),
                                        new AllowedPort(6881, 6889, Protocol.UDP))),
                                Optional.empty(),
                                Optional.of(at(10, 3)))));
    }

    @Test
    void readsHowSevereChecksAreWithoutKnowingThem() throws ComposeException {
        Rules rules = RulesReader.parse("bulkhead.yml", "checks:\n  image-tag: off\n  nonsense: \"very\"\n");

        assertThat(rules.checks())
                .containsExactly(
                        new CheckSetting("image-tag", "off", at(2, 3), at(2, 14)),
                        new CheckSetting("nonsense", "very", at(3, 3), at(3, 13)));
        assertThat(rules.demandNothing()).isTrue();
    }

    @Test
    void readsAnEmptyFileAsNoRules() throws ComposeException {
        assertThat(RulesReader.parse("bulkhead.yml", "# nothing yet\n")).isEqualTo(Rules.NONE);
        assertThat(RulesReader.parse("bulkhead.yml", "")).isEqualTo(Rules.NONE);
        assertThat(RulesReader.parse("bulkhead.yml", "version: 1\nrules:\n")).isEqualTo(Rules.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    - a -> b                       | 1:1: a rules file has to be a mapping; write version, groups, rules, exposure, checks, engine, hosts, playbooks and skip as keys.
                    version: 2                     | 1:10: this version of rules files is not known; write version: 1.
                    rule: []                       | 1:1: the key rule has no meaning here; known are version, groups, rules, exposure, checks, engine, hosts, playbooks and skip.
                    rules: a -> b                  | 1:8: rules has to be a list; write each rule as - must: SOURCE -> TARGET.
                    rules: [a -> b]                | 1:9: a rule has to be a mapping; write for instance - must: traefik -> jellyfin:8096.
                    rules: [{why: x}]              | 1:9: this rule has none of must, must-not and only; write for instance - must: traefik -> jellyfin:8096.
                    rules: [{must: a, why: x}]     | 1:16: 'a' needs one arrow between source and target; write for instance - must: traefik -> jellyfin:8096.
                    rules: [{must: a -> b -> c}]   | 1:16: 'a -> b -> c' needs one arrow between source and target; write for instance - must: traefik -> jellyfin:8096.
                    rules: [{must: -> b}]          | 1:16: a source of the rule is empty; write for instance - must: traefik -> jellyfin:8096.
                    rules: [{must: "a -> b,"}]     | 1:16: a target of the rule is empty; write for instance - must: traefik -> jellyfin:8096.
                    rules: [{must: "a -> b:99999"}]| 1:16: 99999 is not a port; write for instance 8096 or 53/udp.
                    rules: [{must: "a -> b:5/xtp"}]| 1:16: 5/xtp is not a port; write for instance 8096 or 53/udp.
                    rules: [{must: [a]}]           | 1:16: must has to be a text; write for instance - must: traefik -> jellyfin:8096.
                    rules: [{must: a -> b, only: a -> b}] | 1:24: this rule has both must and only; write two rules.
                    rules: [{shall: a -> b}]       | 1:10: the key shall has no meaning here; known are must, must-not, only, why and after.
                    checks: [image-tag]            | 1:9: checks has to be a mapping; write each check as NAME: LEVEL, for instance image-tag: off.
                    checks: {image-tag: }          | 1:20: a level has to be a text; write each check as NAME: LEVEL, for instance image-tag: off.
                    groups: [a]                    | 1:9: groups has to be a mapping; write each group as NAME: [service, service].
                    groups: {db: postgres}         | 1:14: a group has to be a list; write each group as NAME: [service, service].
                    exposure: {public: maybe}      | 1:20: public has to be true or false.
                    exposure: {allow-published: [http]} | 1:30: http is not a port; write for instance 80/tcp or 6881-6889/udp.
                    exposure: {open: true}         | 1:12: the key open has no meaning here; known are public, allow-published and after.
                    """)
    void namesThePlaceOfAFaultAndWhatWouldBeRight(String text, String message) {
        assertThatThrownBy(() -> RulesReader.parse("bulkhead.yml", text))
                .isInstanceOf(ComposeException.class)
                .hasMessage("bulkhead.yml:" + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    must-not: "*" -> pg      | 2:15: this rule is not quoted as a whole, as YAML wants it; write must-not: "* -> pg".
                    must-not: * -> pg        | 2:15: this rule is not quoted as a whole, as YAML wants it; write must-not: "* -> pg".
                    only: 'web' -> pg        | 2:11: this rule is not quoted as a whole, as YAML wants it; write only: "web -> pg".
                    "must-not: * -> pg"      | 2:5: the quotes stand around the key as well; write must-not: "* -> pg".
                    """)
    void saysThatTheWholeRuleIsToBeQuoted(String rule, String message) {
        assertThatThrownBy(() -> RulesReader.parse("bulkhead.yml", "rules:\n  - " + rule + "\n"))
                .isInstanceOf(ComposeException.class)
                .hasMessage("bulkhead.yml:" + message);
    }

    @Test
    void everyFaultOfAFileIsToldWithItsPlace() {
        String text = """
                version: 1
                groups:
                  db: postgres
                  web: [{a: b}, nginx]
                rules:
                  - must: a -> b
                  - shall: a -> b
                  - {must: a, whi: x}
                  - must-not: a -> b:99999
                exposure: {public: maybe, allow-published: [http, 80/tcp, ssh]}
                checks: {image-tag: }
                engine: {iptables: maybe, ipptables: false}
                skip: [[1]]
                exposed: true
                """;

        assertThat(all(text))
                .containsExactly(
                        "3:7: a group has to be a list; write each group as NAME: [service, service].",
                        "4:9: a member of a group has to be a text; write each group as NAME: [service, service].",
                        "7:5: the key shall has no meaning here; known are must, must-not, only, why and after.",
                        "8:15: the key whi has no meaning here; known are must, must-not, only, why and after.",
                        "8:12: 'a' needs one arrow between source and target; write for instance - must: traefik ->"
                                + " jellyfin:8096.",
                        "9:15: 99999 is not a port; write for instance 8096 or 53/udp.",
                        "10:20: public has to be true or false.",
                        "10:45: http is not a port; write for instance 80/tcp or 6881-6889/udp.",
                        "10:59: ssh is not a port; write for instance 80/tcp or 6881-6889/udp.",
                        "11:20: a level has to be a text; write each check as NAME: LEVEL, for instance image-tag:"
                                + " off.",
                        "12:20: iptables is true or false; write one of them.",
                        "12:27: the key ipptables has no meaning below engine; known are iptables, ip6tables,"
                                + " userland-proxy, ip-forward, icc, forward-policy, host-rules, ip,"
                                + " default-network-opts.",
                        "13:8: an item of skip has to be a text; write each as the number or name of an iteration.",
                        "14:1: the key exposed has no meaning here; known are version, groups, rules, exposure, checks,"
                                + " engine, hosts, playbooks and skip.");
        assertThat(all("rules:\n  - must-not: \"*\" -> pg\n  - must: a -> b\n  - only: 'a' -> b\n"))
                .extracting(sentence -> sentence.substring(0, 5))
                .containsExactly("2:15:", "4:11:");
    }

    private static List<String> all(String text) {
        try {
            RulesReader.parse("bulkhead.yml", text);
            return List.of();
        } catch (ComposeException first) {
            return first.all().stream()
                    .map(fault -> String.valueOf(fault.getMessage()).replaceFirst("^bulkhead.yml:", ""))
                    .toList();
        }
    }
}
