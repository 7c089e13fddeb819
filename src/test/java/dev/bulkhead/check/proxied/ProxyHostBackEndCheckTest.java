package dev.bulkhead.check.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.api.Test;

/** Traefik in front of services on the host's network. */
class ProxyHostBackEndCheckTest {

    private static String stack(String ofTraefik) {
        return """
            services:
              traefik:
                image: traefik:v3.5
                command: [--providers.docker.exposedbydefault=false]
                %s
              home:
                image: homeassistant/home-assistant:2026.1
                network_mode: host
                labels:
                  traefik.enable: "true"
                  traefik.http.routers.home.rule: Host(`home.lan`)
                  traefik.http.services.home.loadbalancer.server.port: "8123"
            """.formatted(ofTraefik);
    }

    @Test
    void aTraefikWithoutANameOfTheHostAsksItself() throws Exception {
        assertThat(Linted.compose(stack("ports: [\"80:80\"]")).lines("proxy-host-back-end"))
                .containsExactly("warning 8:5 Traefik (traefik) sends requests for home to 127.0.0.1, which is itself:"
                        + " home is on the host's network, and Traefik knows no name of the host.");
    }

    @Test
    void withTheNameOrOnTheHostItFindsIt() throws Exception {
        assertThat(Linted.compose(stack("extra_hosts: [\"host.docker.internal:host-gateway\"]"))
                        .lines("proxy-host-back-end"))
                .isEmpty();
        assertThat(Linted.compose(stack("network_mode: host")).lines("proxy-host-back-end"))
                .isEmpty();
    }
}
