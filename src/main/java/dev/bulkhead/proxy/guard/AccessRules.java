package dev.bulkhead.proxy.guard;

import dev.bulkhead.compose.yaml.YamlFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Rules of access of a portal, as Authelia's configuration states them: the first that fits decides (Authelia
 * documentation, Access Control).
 *
 * @param rules the rules in order
 * @param otherwise what holds where none fits
 * @param portal the address of the portal for each domain of cookies, longest domain first
 */
public record AccessRules(List<Rule> rules, Policy otherwise, List<Portal> portal) {

    public AccessRules {
        rules = List.copyOf(rules);
        portal = List.copyOf(portal);
    }

    /** Policy of a rule. */
    public enum Policy {
        BYPASS,
        ONE_FACTOR,
        TWO_FACTOR,
        DENY;

        /** Returns the name as Authelia writes it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Policy> parse(String text) {
            for (Policy policy : values()) {
                if (policy.text().equals(text)) {
                    return Optional.of(policy);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Rule of access.
     *
     * @param domains host names that it is for; {@code *.} in front stands for any name below
     * @param resources regular expressions of paths with their queries; none means all
     */
    public record Rule(List<String> domains, List<String> resources, Policy policy) {
        public Rule {
            domains = List.copyOf(domains);
            resources = List.copyOf(resources);
        }

        boolean fits(String host, String path) {
            return domains.stream().anyMatch(domain -> named(domain, host))
                    && (resources.isEmpty() || resources.stream().anyMatch(resource -> found(resource, path)));
        }

        private static boolean named(String domain, String host) {
            return domain.startsWith("*.") ? host.endsWith(domain.substring(1)) : domain.equals(host);
        }

        private static boolean found(String resource, String path) {
            try {
                return Pattern.compile(resource).matcher(path).find();
            } catch (PatternSyntaxException unknown) {
                return false;
            }
        }
    }

    /** Address of the portal for the hosts of a domain. */
    public record Portal(String domain, String url) {}

    /** Returns the rules of a configuration; empty where it is none. */
    public static Optional<AccessRules> of(String text) {
        YamlFields root = YamlFields.of("configuration.yml", text);
        YamlFields control = root.child("access_control");
        if (control.node().isEmpty()) {
            return Optional.empty();
        }
        List<Rule> rules = new ArrayList<>();
        for (YamlFields rule : control.child("rules").items()) {
            rule.child("policy")
                    .text()
                    .flatMap(Policy::parse)
                    .ifPresent(policy ->
                            rules.add(new Rule(texts(rule.child("domain")), texts(rule.child("resources")), policy)));
        }
        List<Portal> portals = new ArrayList<>();
        for (YamlFields cookie : root.child("session").child("cookies").items()) {
            portals.add(new Portal(
                    cookie.child("domain").text().orElse(""),
                    cookie.child("authelia_url").text().orElse("")));
        }
        return Optional.of(new AccessRules(
                rules,
                control.child("default_policy").text().flatMap(Policy::parse).orElse(Policy.DENY),
                portals));
    }

    private static List<String> texts(YamlFields field) {
        return field.text()
                .map(List::of)
                .orElseGet(() -> field.items().stream()
                        .flatMap(item -> item.text().stream())
                        .toList());
    }

    /** Returns what holds for a request. */
    public Policy policy(String host, String path) {
        Predicate<Rule> fits = rule -> rule.fits(host, path);
        return rules.stream().filter(fits).findFirst().map(Rule::policy).orElse(otherwise);
    }

    /** Returns the portal that people of a host are sent to; empty where the host is in none of its domains. */
    public Optional<String> portal(String host) {
        return portal.stream()
                .filter(one -> host.equals(one.domain()) || host.endsWith("." + one.domain()))
                .map(Portal::url)
                .findFirst();
    }
}
