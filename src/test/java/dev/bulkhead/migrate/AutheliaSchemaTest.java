package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.proxy.guard.AccessRules;
import dev.bulkhead.proxy.guard.AccessRules.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What iteration 4 writes for Authelia is what Authelia's own schemas demand, and decides as it was answered. */
class AutheliaSchemaTest {

    private static final Path SCHEMAS = Path.of("src/test/resources/authelia");
    private static final String HASH =
            "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM";

    private static final String COMPOSE = """
            name: home
            services:
              caddy:
                image: caddy:2
                ports: ["443:443"]
                volumes: ["./caddy:/etc/caddy"]
              sonarr: {image: "lscr.io/linuxserver/sonarr:4.0"}
              start: {image: "ghcr.io/gethomepage/homepage:v1"}
            """;

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

    private static final String TWO_HOSTS = """
            sonarr.home.lan {
            	tls internal
            	reverse_proxy sonarr:8989
            }
            start.home.lan, www.home.lan {
            	reverse_proxy start:3000
            }
            """;

    private final Path directory;

    AutheliaSchemaTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private MigrationSession session(String caddyfile, String... more) throws Exception {
        Files.createDirectories(directory.resolve("caddy"));
        Files.writeString(directory.resolve("caddy/Caddyfile"), caddyfile);
        PracticeProject project = PracticeProject.of(directory, COMPOSE);
        MigrationSession session = project.migration().session("4");
        Answers answers = Answers.proposed("4", session.questions()).withValue("password", HASH);
        for (int i = 0; i < more.length; i += 2) {
            answers = answers.withValue(more[i], more[i + 1]);
        }
        session.answer(answers);
        return session;
    }

    private static String text(Review review, String name) {
        return review.patch().changes().stream()
                .filter(change -> change.name().equals(name))
                .flatMap(change -> change.after().stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> faults(String schema, String yaml) throws Exception {
        Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(schema)), InputFormat.JSON);
        return read
                .validate(
                        yaml,
                        InputFormat.YAML,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void configurationAndUsersAreValid() throws Exception {
        Review review = session(TWO_HOSTS).review();
        assertThat(faults("configuration.json", text(review, "authelia/configuration.yml")))
                .isEmpty();
        assertThat(faults("user-database.json", text(review, "authelia/users.yml")))
                .isEmpty();
    }

    @Test
    void theSchemasFindFaults() throws Exception {
        Review review = session(TWO_HOSTS).review();
        String configuration = text(review, "authelia/configuration.yml");
        assertThat(faults("configuration.json", configuration.replace("one_factor", "one-factor")))
                .isNotEmpty();
        assertThat(faults("configuration.json", configuration.replace("authelia_url", "portal_url")))
                .isNotEmpty();
        assertThat(faults(
                        "user-database.json", text(review, "authelia/users.yml").replace("$argon2id", "argon2id")))
                .isNotEmpty();
    }

    @Test
    void mailIsSentWhereThatIsWantedWithItsPasswordInAFileAndANetworkToGetOutBy() throws Exception {
        Review review = session(
                        TWO_HOSTS,
                        "notifier",
                        "smtp",
                        "smtp.address",
                        "submissions://smtp.example.org:465",
                        "smtp.sender",
                        "home@example.org",
                        "smtp.user",
                        "home")
                .review();
        assertThat(faults("configuration.json", text(review, "authelia/configuration.yml")))
                .isEmpty();
        assertThat(text(review, "authelia/configuration.yml")).contains("""
                notifier:
                  smtp:
                    address: 'submissions://smtp.example.org:465'
                    sender: 'home@example.org'
                    username: 'home'
                """);
        assertThat(text(review, "compose.yml"))
                .contains("AUTHELIA_NOTIFIER_SMTP_PASSWORD_FILE: /run/secrets/authelia_smtp")
                .contains("authelia-out");
        assertThat(review.plan().text())
                .contains(
                        "secrets/authelia_smtp (given when it is applied: the password of Authelia at the mail server;");
        assertThatThrownBy(() -> session(TWO_HOSTS, "notifier", "smtp").review())
                .hasMessage("Authelia is to send mail, and 'smtp.address' has no answer; give one, or answer 'file' to"
                        + " 'notifier'.");
    }

    @Test
    void servicesOnOneHostNameAreToldApartByTheirPathsAndThePortalStandsBelowIt() throws Exception {
        Review review = session(
                        ONE_HOST,
                        "access.box.tail.example",
                        "one-factor",
                        "access.box.tail.example/sonarr",
                        "two-factor")
                .review();
        String configuration = text(review, "authelia/configuration.yml");
        AccessRules rules = AccessRules.of(configuration).orElseThrow();

        assertThat(faults("configuration.json", configuration)).isEmpty();
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
        assertThat(text(review, "caddy/Caddyfile")).isEqualTo("""
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
        Review review = session(
                        ONE_HOST_BY_PREFIX,
                        "access.box.tail.example",
                        "one-factor",
                        "access.box.tail.example/sonarr",
                        "two-factor")
                .review();
        AccessRules rules =
                AccessRules.of(text(review, "authelia/configuration.yml")).orElseThrow();

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
        Review review = session(
                        ONE_HOST_BY_PORTS,
                        "access.box.tail.example:443",
                        "one-factor",
                        "access.box.tail.example:8989",
                        "one-factor")
                .review();
        String configuration = text(review, "authelia/configuration.yml");
        AccessRules rules = AccessRules.of(configuration).orElseThrow();

        assertThat(faults("configuration.json", configuration)).isEmpty();
        // programs of one service are let through nowhere: the same paths of the others would be open
        assertThat(List.of(
                        rules.policy("box.tail.example", "/"),
                        rules.policy("box.tail.example", "/api/v3"),
                        rules.policy("box.tail.example", "/authelia/")))
                .containsExactly(Policy.ONE_FACTOR, Policy.ONE_FACTOR, Policy.BYPASS);
        assertThat(text(review, "caddy/Caddyfile")).isEqualTo("""
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
        assertThatThrownBy(() -> session(
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
        Review review = session(
                        ONE_HOST_BY_PORTS,
                        "access.box.tail.example:443",
                        "open",
                        "access.box.tail.example:8989",
                        "two-factor")
                .review();
        AccessRules rules =
                AccessRules.of(text(review, "authelia/configuration.yml")).orElseThrow();

        assertThat(rules.policy("box.tail.example", "/")).isEqualTo(Policy.TWO_FACTOR);
        assertThat(text(review, "caddy/Caddyfile")).startsWith("""
                box.tail.example {
                	tls internal
                	reverse_proxy start:3000
                """);
    }

    @Test
    void whatStaysOpenOnAHostNameThatIsGuardedIsLetThroughByItsPath() throws Exception {
        Review review =
                session(ONE_HOST, "access.box.tail.example/sonarr", "open").review();
        AccessRules rules =
                AccessRules.of(text(review, "authelia/configuration.yml")).orElseThrow();

        assertThat(rules.policy("box.tail.example", "/sonarr/series")).isEqualTo(Policy.BYPASS);
        assertThat(rules.policy("box.tail.example", "/")).isEqualTo(Policy.ONE_FACTOR);
    }

    @Test
    void aCaddyfileGetsThePortalWithTheCertificateOfTheOtherSites() throws Exception {
        MigrationSession session = session(TWO_HOSTS);
        Review review = session.review();
        assertThat(text(review, "caddy/Caddyfile")).isEqualTo("""
                sonarr.home.lan {
                	forward_auth authelia:9091 {
                		uri /api/authz/forward-auth
                		copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                	}
                	tls internal
                	reverse_proxy sonarr:8989
                }
                start.home.lan, www.home.lan {
                	forward_auth authelia:9091 {
                		uri /api/authz/forward-auth
                		copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                	}
                	reverse_proxy start:3000
                }

                auth.home.lan {
                	tls internal
                	reverse_proxy authelia:9091
                }
                """);
        assertThat(review.goal().phases().stream().map(phase -> phase.title()))
                .containsExactly("Stand the portal up", "Ask who comes before sonarr, start");
    }
}
