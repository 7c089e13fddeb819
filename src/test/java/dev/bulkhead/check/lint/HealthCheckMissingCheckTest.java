package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthCheckMissingCheckTest {

    @Test
    void findsServicesThatStateNone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29"}
                  off: {image: "nginx:1.29", healthcheck: {disable: true}}
                """).lines("health-check"))
                .containsExactly(
                        "info 2:3 Service web states no health check; unless its image has one, nobody can wait until it works.",
                        "info 3:3 Service off states no health check; unless its image has one, nobody can wait until it works.");
    }

    @Test
    void leavesJobsAloneThatOthersWaitFor() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    image: nginx:1.29
                    healthcheck: {test: curl -f http://localhost}
                    depends_on: {migrate: {condition: service_completed_successfully}}
                  migrate: {image: "shop/migrate:3"}
                """).lines("health-check")).isEmpty();
    }

    @Test
    void namesTheCommandThatTheCatalogueKnows() throws Exception {
        assertThat(Linted.compose("services: {jellyfin: {image: 'jellyfin/jellyfin:10.10.7'}}")
                        .findings("health-check"))
                .extracting(Finding::fix)
                .containsExactly(
                        Optional.of("Add a healthcheck with the test: curl -fsS http://localhost:8096/health"));
    }
}
