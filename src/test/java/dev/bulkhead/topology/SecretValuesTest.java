package dev.bulkhead.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which values are secrets, and where they are masked. */
class SecretValuesTest {

    @Test
    void aSecretThatNobodyElseMeansIsMaskedWhereverItAppears() {
        SecretValues secrets = SecretValues.of(Map.of("DB_PASSWORD", "hunter22"));

        assertThat(secrets.mask("rejected hunter22x from db, tried xhunter22"))
                .isEqualTo("rejected ***x from db, tried x***");
    }

    @Test
    void aCommonWordIsMaskedAtItsPlacesAndNowhereElse() {
        SecretValues secrets = SecretValues.of(Map.of("ADMIN_PASSWORD", "admin"));

        assertThat(secrets.mask("""
                services:
                  admin:
                    image: example/admin:2
                    environment:
                      ADMIN_PASSWORD: admin
                      ADMIN_USER: admin
                      - ADMIN_PASSWORD=admin
                      - "ADMIN_PASSWORD=admin"
                      {"password": "admin", "url": "http://admin:admin@web/admin"}
                    command: --password admin --user admin
                """)).isEqualTo("""
                services:
                  admin:
                    image: example/admin:2
                    environment:
                      ADMIN_PASSWORD: ***
                      ADMIN_USER: admin
                      - ADMIN_PASSWORD=***
                      - "ADMIN_PASSWORD=***"
                      {"password": "***", "url": "http://admin:***@web/admin"}
                    command: --password *** --user admin
                """);
    }

    @Test
    void theNameOfAServiceOrImageIsNoSecretWhereItIsThatName() {
        SecretValues secrets = SecretValues.of(project("immich", "ghcr.io/immich-app/immich-server:v1", "immich"));

        assertThat(secrets.mask("immich: DB_PASSWORD=immich")).isEqualTo("immich: DB_PASSWORD=***");
    }

    @Test
    void theSameValueUnderAnInnocentNameMakesASecretNoCommonWord() {
        SecretValues secrets = SecretValues.of(Map.of("DB_PASSWORD", "kdhfgr", "OTHER", "kdhfgr"));

        assertThat(secrets.mask("OTHER: kdhfgr")).isEqualTo("OTHER: ***");
    }

    @Test
    void aShortSecretIsMaskedAsAWordOfItsOwn() {
        SecretValues secrets = SecretValues.of(Map.of("PIN_SECRET", "x7k", "API_TOKEN", "4711"));

        assertThat(secrets.mask("x7k, ax7k, x7ks; port 4711, API_TOKEN=4711"))
                .isEqualTo("***, ax7k, x7ks; port 4711, API_TOKEN=***");
    }

    @Test
    void theFileThatHoldsASecretIsNone() {
        SecretValues secrets =
                SecretValues.of(Map.of("DB_PASSWORD_FILE", "/run/secrets/db", "DB_PASSWORD", "/looks/like/a/path"));

        assertThat(secrets.mask("/run/secrets/db /looks/like/a/path")).isEqualTo("/run/secrets/db ***");
    }

    @Test
    void aSecretWithinALongerOneIsMaskedWithIt() {
        SecretValues secrets =
                SecretValues.of(Map.of("DB_PASSWORD", "hunter22", "DB_URL", "postgres://me:hunter22@db/shop"));

        assertThat(secrets.mask("postgres://me:hunter22@db/shop hunter22")).isEqualTo("*** ***");
    }

    private static Topology project(String service, String image, String password) {
        return Topology.of(
                "home",
                List.of(),
                List.of(new Service(
                        service,
                        new NetworkMode.Networks(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new ContainerSpec(
                                Optional.empty(),
                                Optional.of(image),
                                Optional.empty(),
                                Map.of(),
                                Map.of("DB_PASSWORD", password),
                                false,
                                ContainerSpec.HostAccess.NONE))));
    }

    @Test
    void hashesOfPasswordsAreMaskedWhereverTheyAppear() {
        assertThat(SecretValues.NONE.mask(
                        "password: '$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM'"
                                + " and me:$2y$05$abcdefghijklmnopqrstuvwxyz, not ${VARIABLE} or $1"))
                .isEqualTo("password: '***' and me:*** not ${VARIABLE} or $1");
    }
}
