package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.proxy.guard.AccessRules;
import dev.bulkhead.proxy.guard.AccessRules.Policy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What iteration 4 has a portal decide where several services have one host name: told apart by paths, or by ports alone. */
class OneHostNameTest {

    private static final String ONE_HOST = """
            box.tail.example {
            	handle /sonarr/* {
            		reverse_proxy sonarr:8989
            	}
            	reverse_proxy start:3000
            }
            """;

    /** Without a slash at its end, a path of Caddy takes all that begins with it. */
    private static final String ONE_HOST_BY_PREFIX = """
            box.tail.example {
            	reverse_proxy /sonarr* sonarr:8989
            	reverse_proxy start:3000
            }
            """;

    private static final String ONE_HOST_BY_PORTS = """
            box.tail.example {
            	tls internal
            	reverse_proxy start:3000
            }
            box.tail.example:8989 {
            	tls internal
            	reverse_proxy sonarr:8989
            }
            """;

    private final CaddyBeforeAuthelia project;

    OneHostNameTest(@TempDir Path directory) {
        this.project = new CaddyBeforeAuthelia(directory);
    }

    @Test
    void servicesOnOneHostNameAreToldApartByTheirPathsAndThePortalStandsBelowIt() throws Exception {
        Review review = project.session(
                        ONE_HOST,
                        "access.box.tail.example",
                        "one-factor",
                        "access.box.tail.example/sonarr",
                        "two-factor")
                .review();
        String configuration = CaddyBeforeAuthelia.text(review, "authelia/configuration.yml");
        AccessRules rules = AccessRules.of(configuration).orElseThrow();

        assertThat(CaddyBeforeAuthelia.faults("configuration.json", configuration))
                .isEmpty();
        assertThat(List.of(
                        rules.policy("box.tail.example", "/authelia/?rd=x"),
                        rules.policy("box.tail.example", "/sonarr/api/v3/system/status?x=1"),
                        rules.policy("box.tail.example", "/sonarr/series"),
                        rules.policy("box.tail.example", "/SONARR/series"), // Caddy heeds no capitals
                        rules.policy("box.tail.example", "/sonarrapi"),
                        rules.policy("box.tail.example", "/"),
                        rules.policy("other.tail.example", "/")))
                .containsExactly(
                        Policy.BYPASS,
                        Policy.BYPASS,
                        Policy.TWO_FACTOR,
                        Policy.TWO_FACTOR,
                        Policy.ONE_FACTOR,
                        Policy.ONE_FACTOR,
                        Policy.DENY);
        assertThat(rules.portal("box.tail.example")).contains("https://box.tail.example/authelia");
        assertThat(CaddyBeforeAuthelia.text(review, "caddy/Caddyfile")).isEqualTo("""
                box.tail.example {
                	handle /sonarr/* {
                		forward_auth authelia:9091 {
                			uri /api/authz/forward-auth
                			copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                		}
                		reverse_proxy sonarr:8989
                	}
                	forward_auth authelia:9091 {
                		uri /api/authz/forward-auth
                		copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                	}
                	reverse_proxy start:3000
                	reverse_proxy /authelia* authelia:9091
                }
                """);
    }

    @Test
    void whateverElseAProxyHandsToTheStricterServiceAsksAsTheServiceDoes() throws Exception {
        Review review = project.session(
                        ONE_HOST_BY_PREFIX,
                        "access.box.tail.example",
                        "one-factor",
                        "access.box.tail.example/sonarr",
                        "two-factor")
                .review();
        AccessRules rules = AccessRules.of(CaddyBeforeAuthelia.text(review, "authelia/configuration.yml"))
                .orElseThrow();

        assertThat(List.of(
                        rules.policy("box.tail.example", "/sonarr"),
                        rules.policy("box.tail.example", "/sonarrx/config"),
                        rules.policy("box.tail.example", "/Sonarrx/config"),
                        rules.policy("box.tail.example", "/sonarr/api/v3"),
                        rules.policy("box.tail.example", "/son")))
                .containsExactly(
                        Policy.TWO_FACTOR, Policy.TWO_FACTOR, Policy.TWO_FACTOR, Policy.BYPASS, Policy.ONE_FACTOR);
    }

    @Test
    void servicesOnPortsOfOneHostNameShareOneRuleSinceAPortalSeesNoPorts() throws Exception {
        Review review = project.session(
                        ONE_HOST_BY_PORTS,
                        "access.box.tail.example:443",
                        "one-factor",
                        "access.box.tail.example:8989",
                        "one-factor")
                .review();
        String configuration = CaddyBeforeAuthelia.text(review, "authelia/configuration.yml");
        AccessRules rules = AccessRules.of(configuration).orElseThrow();

        assertThat(CaddyBeforeAuthelia.faults("configuration.json", configuration))
                .isEmpty();
        // programs of one service are let through nowhere: the same paths of the others would be open
        assertThat(List.of(
                        rules.policy("box.tail.example", "/"),
                        rules.policy("box.tail.example", "/api/v3"),
                        rules.policy("box.tail.example", "/authelia/")))
                .containsExactly(Policy.ONE_FACTOR, Policy.ONE_FACTOR, Policy.BYPASS);
        assertThat(CaddyBeforeAuthelia.text(review, "caddy/Caddyfile")).isEqualTo("""
                box.tail.example {
                	tls internal
                	forward_auth authelia:9091 {
                		uri /api/authz/forward-auth
                		copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                	}
                	reverse_proxy start:3000
                	reverse_proxy /authelia* authelia:9091
                }
                box.tail.example:8989 {
                	forward_auth authelia:9091 {
                		uri /api/authz/forward-auth
                		copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                	}
                	tls internal
                	reverse_proxy sonarr:8989
                }
                """);
        assertThatThrownBy(() -> project.session(
                                ONE_HOST_BY_PORTS,
                                "access.box.tail.example:443",
                                "one-factor",
                                "access.box.tail.example:8989",
                                "two-factor")
                        .review())
                .hasMessage("A portal sees no ports, so box.tail.example:8989 cannot ask for two-factor where"
                        + " box.tail.example:443 asks for one-factor; answer the same for all services of"
                        + " box.tail.example that are not open.");
    }

    @Test
    void aServiceThatStaysOpenOnAPortOpensNoOther() throws Exception {
        Review review = project.session(
                        ONE_HOST_BY_PORTS,
                        "access.box.tail.example:443",
                        "open",
                        "access.box.tail.example:8989",
                        "two-factor")
                .review();
        AccessRules rules = AccessRules.of(CaddyBeforeAuthelia.text(review, "authelia/configuration.yml"))
                .orElseThrow();

        assertThat(rules.policy("box.tail.example", "/")).isEqualTo(Policy.TWO_FACTOR);
        assertThat(CaddyBeforeAuthelia.text(review, "caddy/Caddyfile")).startsWith("""
                box.tail.example {
                	tls internal
                	reverse_proxy start:3000
                """);
    }

    @Test
    void whatStaysOpenOnAHostNameThatIsGuardedIsLetThroughByItsPath() throws Exception {
        Review review = project.session(ONE_HOST, "access.box.tail.example/sonarr", "open")
                .review();
        AccessRules rules = AccessRules.of(CaddyBeforeAuthelia.text(review, "authelia/configuration.yml"))
                .orElseThrow();

        assertThat(rules.policy("box.tail.example", "/sonarr/series")).isEqualTo(Policy.BYPASS);
        assertThat(rules.policy("box.tail.example", "/")).isEqualTo(Policy.ONE_FACTOR);
    }
}
