package dev.bulkhead.check.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.api.Test;

/** Traefik that serves containers unasked. */
class ProxyShowsAllCheckTest {

    private static String stack(String flags) {
        return """
            services:
              traefik:
                image: traefik:v3.5
                command: [%s]
                ports: ["80:80"]
              shop:
                image: nginx:1.29
                labels: [traefik.http.routers.shop.rule=Host(`shop.lan`)]
              db:
                image: postgres:17
                expose: ["5432"]
            """.formatted(flags);
    }

    @Test
    void whoDoesNotAskIsNamed() throws Exception {
        assertThat(Linted.compose(stack("--providers.docker=true")).lines("proxy-shows-all"))
                .containsExactly(
                        "warning 2:3 Traefik (traefik) gives a route to every container that exposes a"
                                + " port: db may answer to whoever reaches Traefik and names it, though no label asks for that.");
    }

    @Test
    void switchedOffItIsAsPeopleMeanIt() throws Exception {
        assertThat(Linted.compose(stack("--providers.docker.exposedbydefault=false"))
                        .lines("proxy-shows-all"))
                .isEmpty();
    }
}
