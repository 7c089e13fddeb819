package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyFilesTest {

    private static List<String> lines(String compose, ProxyFile... files) throws Exception {
        return Routed.lines(ProxyRoutes.of(Routed.topology(compose), ProxyFiles.of(Map.of("edge", List.of(files)))));
    }

    @Test
    void aCaddyfileHasSitesSnippetsMatchersAndImports() throws Exception {
        String compose = """
                services:
                  edge: {image: "caddy:2.10", networks: [front]}
                  app: {image: app, container_name: shop-app, networks: [front]}
                  api: {image: app, networks: [front]}
                networks: {front: }
                """;

        assertThat(lines(
                        compose,
                        new ProxyFile("/etc/caddy/Caddyfile", "caddy/Caddyfile", """
                                {
                                	email me@example.org
                                }
                                (common) {
                                	encode gzip zstd
                                	reverse_proxy /metrics api:9090
                                }
                                app.example.org,
                                www.app.example.org {
                                	import common
                                	@api path /api/* # all of it
                                	handle @api {
                                		reverse_proxy api:8080 {
                                			header_up Host {host}
                                		}
                                	}
                                	handle {
                                		reverse_proxy http://shop-app:3000
                                	}
                                }
                                import sites/*.caddy
                                """),
                        new ProxyFile(
                                "/etc/caddy/sites/old.caddy",
                                "caddy/sites/old.caddy",
                                "http://old.lan:8081 {\n  reverse_proxy 192.168.1.9:80 \\\n    api\n}\n")))
                .containsExactly(
                        "edge http+tls[][443] [app.example.org, www.app.example.org][/metrics] -> api:9090 over [shop_front] (caddy/Caddyfile:6:1)",
                        "edge http+tls[][443] [app.example.org, www.app.example.org][/api/] -> api:8080 over [shop_front] (caddy/Caddyfile:13:1)",
                        "edge http+tls[][443] [app.example.org, www.app.example.org][] -> app:3000 over [shop_front] (caddy/Caddyfile:18:1)",
                        "edge http[][8081] [old.lan][] -> address 192.168.1.9:80 (caddy/sites/old.caddy:2:1)",
                        "edge http[][8081] [old.lan][] -> api:80 over [shop_front] (caddy/sites/old.caddy:2:1)");
    }

    @Test
    void aCaddyfileOfOneSiteNeedsNoBraces() throws Exception {
        assertThat(lines(
                        "services: {edge: {image: caddy}, app: {image: app}}",
                        new ProxyFile("/etc/caddy/Caddyfile", "Caddyfile", ":80\n\nreverse_proxy app:8080\n")))
                .containsExactly("edge http[][80] [][] -> app:8080 over [shop_default] (Caddyfile:3:1)");
    }

    @Test
    void traefiksFilesGiveSettingsAndRoutes() throws Exception {
        assertThat(lines(
                        """
                        services:
                          edge: {image: "traefik:v3.5", command: [--providers.docker]}
                          app: {image: app, labels: [traefik.http.routers.app.rule=Host(`unread.lan`)]}
                        """,
                        new ProxyFile("/etc/traefik/traefik.yml", "traefik.yml", """
                                entryPoints:
                                  websecure: {address: ":443", http: {tls: {}}}
                                  dns: {address: ":53/udp"}
                                providers: {file: {filename: /etc/traefik/dynamic.yml}}
                                """),
                        new ProxyFile("/etc/traefik/dynamic.yml", "dynamic.yml", """
                                http:
                                  routers:
                                    app:
                                      rule: Host(`app.lan`)
                                      service: app
                                    board: {rule: Host(`t.lan`), service: api@internal}
                                  services:
                                    app: {loadBalancer: {servers: [{url: "http://app:8080"}, {url: "https://10.0.0.9"}]}}
                                udp:
                                  routers: {dns: {service: dns}}
                                  services: {dns: {loadBalancer: {servers: [{address: "app:53"}]}}}
                                """)))
                .as("the file says all: labels are not looked at")
                .containsExactly(
                        "edge http+tls[websecure][443] [app.lan][] -> app:8080 over [shop_default] (dynamic.yml:3:5)",
                        "edge http+tls[websecure][443] [app.lan][] -> address https://10.0.0.9 (dynamic.yml:3:5)",
                        "edge http+tls[websecure][443] [t.lan][] -> proxy's own api@internal (dynamic.yml:6:5)",
                        "edge udp[dns][53] [][] -> app:53 over [shop_default] (dynamic.yml:10:13)");
    }
}
