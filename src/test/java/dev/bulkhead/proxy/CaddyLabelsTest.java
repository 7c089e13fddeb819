package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaddyLabelsTest {

    @Test
    void readsSitesWithPathsMatchersAndSnippets() throws Exception {
        assertThat(Routed.lines("""
                services:
                  caddy:
                    image: lucaslorentz/caddy-docker-proxy:2.9
                    environment: [CADDY_INGRESS_NETWORKS=shop_web]
                    networks: [web]
                  plain:
                    image: app
                    networks: [web, data]
                    labels:
                      caddy: plain.example.org, www.plain.example.org
                      caddy.reverse_proxy: "{{upstreams 8080}}"
                  parts:
                    image: app
                    networks: [web]
                    labels:
                      caddy_0: (inside)
                      caddy_0.reverse_proxy: "{{ upstreams http 81 }}"
                      caddy_1: http://parts.example.org
                      caddy_1.@api.path: /api/* /rest
                      caddy_1.0_reverse_proxy: "@api {{upstreams https 8443}}"
                      caddy_1.handle_path: /static/*
                      caddy_1.handle_path.0_reverse_proxy: plain:9000 elsewhere.example.org:443
                      caddy_1.import: inside
                      caddy_1.encode: gzip
                networks: {web: , data: }
                """))
                .containsExactly(
                        "caddy http[][80] [parts.example.org][/api/, /rest] -> parts:8443 over [shop_web] (parts label caddy_1.0_reverse_proxy)",
                        "caddy http[][80] [parts.example.org][/static/] -> plain:9000 over [shop_web, shop_data] (parts label caddy_1.handle_path.0_reverse_proxy)",
                        "caddy http[][80] [parts.example.org][/static/] -> address elsewhere.example.org:443 (parts label caddy_1.handle_path.0_reverse_proxy)",
                        "caddy http[][80] [parts.example.org][] -> parts:81 over [shop_web] (parts label caddy_0.reverse_proxy)",
                        "caddy http+tls[][443] [plain.example.org, www.plain.example.org][] -> plain:8080 over [shop_web] (plain label caddy.reverse_proxy)");
    }

    @Test
    void takesNoNetworkThatIsNamedByItsKey() throws Exception {
        assertThat(Routed.lines("""
                name: site
                services:
                  caddy:
                    image: lucaslorentz/caddy-docker-proxy:2.9
                    environment: [CADDY_INGRESS_NETWORKS=web]
                    networks: [web]
                  app:
                    image: traefik/whoami:v1.10
                    networks: [web, data]
                    labels: {caddy: app.example.org, caddy.reverse_proxy: "{{upstreams 80}}"}
                networks: {web: , data: }
                """))
                .containsExactly(
                        "caddy http+tls[][443] [app.example.org][] -> app:80 over [] (app label caddy.reverse_proxy)");
    }

    @Test
    void aCaddyThatReadsNoLabelsHasNoRoutesByThem() throws Exception {
        assertThat(Routed.lines("""
                services:
                  caddy: {image: "caddy:2"}
                  app: {image: app, labels: {caddy: a.lan, caddy.reverse_proxy: "{{upstreams 80}}"}}
                """)).isEmpty();
    }
}
