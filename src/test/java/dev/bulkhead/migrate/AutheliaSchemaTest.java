package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.review.Review;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What iteration 4 writes for Authelia is what Authelia's own schemas demand, and decides as it was answered. */
class AutheliaSchemaTest {

    private static final String TWO_HOSTS = """
            sonarr.home.lan {
            	tls internal
            	reverse_proxy sonarr:8989
            }
            start.home.lan, www.home.lan {
            	reverse_proxy start:3000
            }
            """;

    private final CaddyBeforeAuthelia project;

    AutheliaSchemaTest(@TempDir Path directory) {
        this.project = new CaddyBeforeAuthelia(directory);
    }

    @Test
    void configurationAndUsersAreValid() throws Exception {
        Review review = project.session(TWO_HOSTS).review();
        assertThat(CaddyBeforeAuthelia.faults(
                        "configuration.json", CaddyBeforeAuthelia.text(review, "authelia/configuration.yml")))
                .isEmpty();
        assertThat(CaddyBeforeAuthelia.faults(
                        "user-database.json", CaddyBeforeAuthelia.text(review, "authelia/users.yml")))
                .isEmpty();
    }

    @Test
    void theSchemasFindFaults() throws Exception {
        Review review = project.session(TWO_HOSTS).review();
        String configuration = CaddyBeforeAuthelia.text(review, "authelia/configuration.yml");
        assertThat(CaddyBeforeAuthelia.faults("configuration.json", configuration.replace("one_factor", "one-factor")))
                .isNotEmpty();
        assertThat(CaddyBeforeAuthelia.faults(
                        "configuration.json", configuration.replace("authelia_url", "portal_url")))
                .isNotEmpty();
        assertThat(CaddyBeforeAuthelia.faults(
                        "user-database.json",
                        CaddyBeforeAuthelia.text(review, "authelia/users.yml").replace("$argon2id", "argon2id")))
                .isNotEmpty();
    }

    @Test
    void mailIsSentWhereThatIsWantedWithItsPasswordInAFileAndANetworkToGetOutBy() throws Exception {
        Review review = project.session(
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
        assertThat(CaddyBeforeAuthelia.faults(
                        "configuration.json", CaddyBeforeAuthelia.text(review, "authelia/configuration.yml")))
                .isEmpty();
        assertThat(CaddyBeforeAuthelia.text(review, "authelia/configuration.yml"))
                .contains("""
                notifier:
                  smtp:
                    address: 'submissions://smtp.example.org:465'
                    sender: 'home@example.org'
                    username: 'home'
                """);
        assertThat(CaddyBeforeAuthelia.text(review, "compose.yml"))
                .contains("AUTHELIA_NOTIFIER_SMTP_PASSWORD_FILE: /run/secrets/authelia_smtp")
                .contains("authelia-out");
        assertThat(review.plan().text())
                .contains(
                        "secrets/authelia_smtp (given when it is applied: the password of Authelia at the mail server;");
        assertThatThrownBy(() -> project.session(TWO_HOSTS, "notifier", "smtp").review())
                .hasMessage("Authelia is to send mail, and 'smtp.address' has no answer; give one, or answer 'file' to"
                        + " 'notifier'.");
    }

    @Test
    void aCaddyfileGetsThePortalWithTheCertificateOfTheOtherSites() throws Exception {
        MigrationSession session = project.session(TWO_HOSTS);
        Review review = session.review();
        assertThat(CaddyBeforeAuthelia.text(review, "caddy/Caddyfile")).isEqualTo("""
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
