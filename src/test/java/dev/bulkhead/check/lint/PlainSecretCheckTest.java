package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainSecretCheckTest {

    @Test
    void findsSecretsByNameByImageAndByForm() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db:
                    image: postgres:17
                    environment:
                      POSTGRES_PASSWORD: hunter2-hunter2
                      POSTGRES_USER: shop
                  api:
                    image: shop/api:3
                    environment:
                      - BACKEND=postgres://shop:hunter2-hunter2@db/shop
                      - STRIPE_API_KEY=sk-hunter2-hunter2
                  login:
                    image: ghcr.io/steveiliop56/tinyauth:v3
                    environment: {USERS: "admin:hunter2-hunter2"}
                """).lines("plain-secret"))
                .containsExactly(
                        "info 5:7 Variable POSTGRES_PASSWORD of service db holds a secret, which docker inspect and every process of the container see.",
                        "info 10:9 Variable BACKEND of service api holds a secret, which docker inspect and every process of the container see.",
                        "info 11:9 Variable STRIPE_API_KEY of service api holds a secret, which docker inspect and every process of the container see.",
                        "info 14:19 Variable USERS of service login holds a secret, which docker inspect and every process of the container see.");
    }

    @Test
    void leavesSettingsFilesAndEmptyValuesAlone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db:
                    image: postgres:17
                    environment:
                      POSTGRES_PASSWORD_FILE: /run/secrets/db
                      PGPASSWORD: ""
                      JWT_KEY: /run/keys/jwt.pem
                      REQUIRE_AUTH: "true"
                      MAX_TOKEN: "4096"
                      AUTH_TYPE: ldap-with-something
                      SSH_PUBLIC_KEY: ssh-ed25519 AAAA
                      TOKEN_URL: https://login.example.org/token
                """).lines("plain-secret")).isEmpty();
    }

    @Test
    void namesTheVariableThatTakesAFile() throws Exception {
        assertThat(Linted.compose("services: {db: {image: 'postgres:17', environment: {POSTGRES_PASSWORD: hunter2}}}")
                        .findings("plain-secret"))
                .extracting(Finding::fix)
                .containsExactly(Optional.of(
                        "Keep it in a file under secrets, and name that in POSTGRES_PASSWORD_FILE instead."));
    }

    @Test
    void neverRepeatsAValue() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db: {image: "postgres:17", environment: {POSTGRES_PASSWORD: hunter2, URL: "http://me:hunter2@x/"}}
                """).findings().toString())
                .contains("POSTGRES_PASSWORD", "URL")
                .doesNotContain("hunter2");
    }
}
