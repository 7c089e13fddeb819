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

    @Test
    void healthChecksHoldThemAsWell() throws Exception {
        assertThat(Linted.compose("""
                services:
                  cache:
                    image: redis:8
                    healthcheck:
                      test: ["CMD", "redis-cli", "-a", "hunter2-hunter2", "ping"]
                  db:
                    image: mariadb:12
                    healthcheck:
                      test: mysqladmin ping -phunter2-hunter2
                  shop:
                    image: mariadb:12
                    healthcheck:
                      test: mysqladmin ping -p$$MARIADB_ROOT_PASSWORD
                  site:
                    image: nginx:1.29
                    healthcheck:
                      test: ["CMD", "curl", "--password=hunter2-hunter2", "http://localhost/"]
                """).lines("plain-secret"))
                .containsExactly(
                        "info 4:5 The health check of service cache holds a secret, which docker inspect and every list of processes show.",
                        "info 8:5 The health check of service db holds a secret, which docker inspect and every list of processes show.",
                        "info 16:5 The health check of service site holds a secret, which docker inspect and every list of processes show.");
    }

    @Test
    void findsSecretsInCommandsAndEntrypointsAlsoInThoseThatAShellReads() throws Exception {
        assertThat(Linted.compose("""
                services:
                  cache:
                    image: redis:8
                    command: ["sh", "-c", "exec redis-server --requirepass 'hunter2-hunter2'"]
                  app:
                    image: shop/app:1
                    entrypoint: ["app", "--api-key=hunter2-hunter2"]
                  dump:
                    image: postgres:17
                    entrypoint: sh -c "PGPASSWORD=hunter2-hunter2 pg_dump shop"
                  copy:
                    image: shop/copy:1
                    command: pg_dump postgresql://shop:hunter2-hunter2@db/shop
                  right:
                    image: redis:8
                    command: sh -c 'redis-server --requirepass "$$REDIS_PASSWORD"'
                  other:
                    image: shop/other:1
                    command: ["--token-file", "/run/secrets/token", "--token-ttl", "3600", "--title", "My secret page"]
                """).lines("plain-secret"))
                .containsExactly(
                        "info 4:5 The command of service cache holds a secret, which docker inspect and every list of processes show.",
                        "info 7:5 The entrypoint of service app holds a secret, which docker inspect and every list of processes show.",
                        "info 10:5 The entrypoint of service dump holds a secret, which docker inspect and every list of processes show.",
                        "info 13:5 The command of service copy holds a secret, which docker inspect and every list of processes show.");
    }

    @Test
    void findsSecretsInLabelsAndNeitherHashesNorPortalsNorWhatIsFilledIn() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    image: nginx:1.29
                    labels:
                      homepage.widget.key: 8f14e45fceea167a5a36dedd4bea2543
                      homepage.widget.url: http://admin:correcthorse@web:80
                      homepage.other.key: "{{HOMEPAGE_VAR_KEY}}"
                      caddy.forward_auth: authelia:9091
                      traefik.http.middlewares.guard.basicauth.users: "me:$$2y$$05$$abcdefghijklmnopqrstuv"
                      traefik.http.routers.web.middlewares: guard-token@docker
                      example.rotate.token: "true"
                """).lines("plain-secret"))
                .containsExactly(
                        "info 5:7 Label homepage.widget.key of service web holds a secret, which everybody sees who asks the engine.",
                        "info 6:7 Label homepage.widget.url of service web holds a password in an address, which everybody sees who asks the engine.");
    }

    @Test
    void findsSecretsInBuildArgumentsInEitherForm() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    build:
                      context: .
                      args:
                        NPM_TOKEN: npm-hunter2-hunter2
                        NODE_VERSION: "24"
                        REGISTRY: https://me:hunter2-hunter2@registry.example.org/
                  api:
                    build:
                      context: .
                      args:
                        - GIT_PASSWORD=hunter2-hunter2
                        - TOKEN_FILE=/run/secrets/token
                        - HOME_TOKEN
                """).lines("plain-secret"))
                .containsExactly(
                        "info 6:9 Build argument NPM_TOKEN of service web holds a secret, which docker history shows to everybody who has the image.",
                        "info 8:9 Build argument REGISTRY of service web holds a secret, which docker history shows to everybody who has the image.",
                        "info 13:11 Build argument GIT_PASSWORD of service api holds a secret, which docker history shows to everybody who has the image.");
    }
}
