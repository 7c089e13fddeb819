package dev.bulkhead.check.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names of services of which nothing runs, so that nobody answers to them. */
class NobodyRunsTest {

    private static final String RULE = "name-unreachable";

    @Test
    void findsANameOfAServiceOfWhichNothingRuns() throws Exception {
        Linted linted = Linted.compose("""
                services:
                  app: {image: "nextcloud:30", environment: {MYSQL_HOST: db}}
                  off: {image: "nextcloud:30", environment: {MYSQL_HOST: db}, scale: 0}
                  known: {image: "x:1", environment: {MYSQL_HOST: db}, extra_hosts: ["db:10.0.0.9"]}
                  db: {image: "mariadb:11", deploy: {replicas: 0}}
                """);

        assertThat(linted.lines(RULE))
                .containsExactly(
                        "warning 2:46 Service app names db (MYSQL_HOST), of which no container runs (replicas: 0),"
                                + " so nobody answers.");
    }

    @Test
    void aNameThatOnlyAProfileStartsIsAHintUntilThatIsChosen() throws Exception {
        String compose = """
                services:
                  app: {image: "app:1", environment: {REDIS_HOST: cache}}
                  same: {image: "app:1", environment: {REDIS_HOST: cache}, profiles: [fast]}
                  cache: {image: "redis:8", profiles: [fast]}
                """;

        assertThat(Linted.compose(compose).lines(RULE))
                .containsExactly("info 2:39 Service app names cache (REDIS_HOST), which only profile fast starts;"
                        + " without it nobody answers.");
        assertThat(Linted.compose(compose)
                        .around(reach -> reach.withProfiles(Set.of("fast")))
                        .lines(RULE))
                .isEmpty();
    }
}
