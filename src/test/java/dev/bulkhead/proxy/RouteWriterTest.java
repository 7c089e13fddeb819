package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.edit.FileEdit.WriteFile;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every change is read again by the writer itself: what comes back as edits makes the route and leaves the others. */
class RouteWriterTest {

    private static WantedRoute plain(int port) {
        return new WantedRoute("edge", "app", port, "app.lan", Optional.empty(), false);
    }

    private static WantedRoute encrypted(int port, String path) {
        return new WantedRoute("edge", "app", port, "app.lan", Optional.of(path), true);
    }

    private static List<String> written(String compose, WantedRoute wanted, ProxyFile... files) throws Exception {
        RouteChange change =
                new RouteWriter(Routed.topology(compose), ProxyFiles.of(Map.of("edge", List.of(files)))).write(wanted);
        List<String> lines = new ArrayList<>();
        switch (change) {
            case RouteChange.Refused(RouteChange.Obstacle obstacle, String sentence) ->
                lines.add(obstacle + ": " + sentence);
            case RouteChange.Edits edits -> {
                edits.edits().forEach(edit -> lines.add(line(edit)));
            }
        }
        return lines;
    }

    private static String line(ProjectEdit edit) {
        return switch (edit) {
            case TopologyEdit.SetLabel(String service, String name, String value) ->
                "label " + service + " " + name + "=" + value;
            case TopologyEdit.SetEnvironment(String service, String name, String value) ->
                "variable " + service + " " + name + "=" + value;
            case WriteFile write -> write.file() + ":\n" + write.text();
            case ProjectEdit other -> other.describe();
        };
    }

    @Test
    void traefikGetsLabelsWithEntryPointCertificateAndNetwork() throws Exception {
        assertThat(written("""
                        services:
                          edge:
                            image: traefik:v3.5
                            command:
                              - --providers.docker.exposedbydefault=false
                              - --entrypoints.web.address=:80
                              - --entrypoints.websecure.address=:443
                            networks: [front]
                          app: {image: app, networks: [back, front]}
                        networks: {front: , back: }
                        """, encrypted(8080, "/shop")))
                .containsExactly(
                        "label app traefik.enable=true",
                        "label app traefik.http.routers.app.rule=Host(`app.lan`) && PathPrefix(`/shop`)",
                        "label app traefik.http.routers.app.entrypoints=websecure",
                        "label app traefik.http.routers.app.tls=true",
                        "label app traefik.http.routers.app.service=app",
                        "label app traefik.http.services.app.loadbalancer.server.port=8080",
                        "label app traefik.docker.network=shop_front");
    }

    @Test
    void namesOfRoutersAreNotUsedTwice() throws Exception {
        assertThat(written("""
                        services:
                          edge: {image: "traefik:v3.5"}
                          other: {image: app, labels: [traefik.http.routers.app.rule=Host(`other.lan`)]}
                          app: {image: app}
                        """, plain(80)))
                .containsExactly(
                        "label app traefik.http.routers.app-2.rule=Host(`app.lan`)",
                        "label app traefik.http.routers.app-2.service=app-2",
                        "label app traefik.http.services.app-2.loadbalancer.server.port=80");
    }

    @Test
    void aRouteThatAnotherOneWouldLoseItsTargetByIsRefused() throws Exception {
        assertThat(written("""
                        services:
                          edge: {image: "traefik:v3.5"}
                          app:
                            image: app
                            labels:
                              traefik.http.routers.first.rule: Host(`first.lan`)
                              traefik.http.services.first.loadbalancer.server.port: "1"
                        """, plain(2)))
                .containsExactly(
                        "CHANGES_OTHERS: The route edge first.lan -> app:1 would change with it; state its port and service first.");
    }

    @Test
    void aRouteThatIsThereNeedsNoEditAndATakenHostIsNotGivenAway() throws Exception {
        String compose = """
                services:
                  edge: {image: "traefik:v3.5"}
                  shop:
                    image: app
                    labels:
                      traefik.http.routers.app.rule: Host(`app.lan`)
                      traefik.http.services.app.loadbalancer.server.port: "80"
                  app: {image: app}
                """;
        assertThat(written(compose, new WantedRoute("edge", "shop", 80, "app.lan", Optional.empty(), false)))
                .isEmpty();
        assertThat(written(compose, plain(80)))
                .containsExactly("HOST_TAKEN: Host app.lan of edge leads to shop:80 already; choose another name.");
    }

    @Test
    void whatKeepsARouteAwayIsNamed() throws Exception {
        String edge = "services: {edge: {image: \"traefik:v3.5\", command: [--entrypoints.web.address=:8000],"
                + " networks: [front]}, app: {image: app, ";
        assertThat(written(edge + "networks: [back]}}\nnetworks: {front: , back: }", plain(80)))
                .containsExactly(
                        "NO_SHARED_NETWORK: edge and app are on no network together; let one join a network of the other.");
        assertThat(written(edge + "network_mode: host}}\nnetworks: {front: }", plain(80)))
                .containsExactly(
                        "NO_NETWORK: Service app joins no network, so no proxy reaches it; give it networks first.");
        assertThat(written(
                        edge + "networks: [front], labels: [traefik.enable=false]}}\nnetworks: {front: }", plain(80)))
                .containsExactly(
                        "KEPT_AWAY: Service app is kept away from edge by the label traefik.enable or by the constraints of the proxy; lift that first.");
        assertThat(written(edge + "networks: [front]}}\nnetworks: {front: }", plain(80)))
                .containsExactly("NO_ENTRY_POINT: Traefik (edge) has no entry point on port 80; give it one.");
        assertThat(written("services: {edge: {image: haproxy}, app: {image: app}}", plain(80)))
                .containsExactly(
                        "NO_PROXY: Service edge runs no reverse proxy whose routes can be written: Traefik, Caddy or nginx-proxy.");
        assertThat(written("services: {edge: {image: caddy}, app: {image: app}}", plain(80)))
                .containsExactly(
                        "FILE_UNREAD: Caddy (edge) is told its routes in a Caddyfile, and none was found among its bind mounts.");
    }

    @Test
    void caddyDockerProxyGetsASiteBesideThoseThatAreThere() throws Exception {
        assertThat(written("""
                        services:
                          edge:
                            image: lucaslorentz/caddy-docker-proxy:2.9
                            environment: [CADDY_INGRESS_NETWORKS=shop_web]
                            networks: [web, inner]
                          vpn:
                            image: qmcgaw/gluetun
                            networks: [inner]
                            labels: {caddy: first.lan, caddy.reverse_proxy: "{{upstreams 1}}"}
                          app: {image: app, network_mode: "service:vpn"}
                        networks: {web: , inner: }
                        """, encrypted(8080, "/shop")))
                .containsExactly(
                        "label vpn caddy_1=app.lan",
                        "label vpn caddy_1.handle=/shop*",
                        "label vpn caddy_1.handle.reverse_proxy={{upstreams 8080}}",
                        "label vpn caddy_ingress_network=shop_inner");
    }

    @Test
    void nginxProxyGetsOneMoreHostOrAllOneByOne() throws Exception {
        String compose = """
                services:
                  edge: {image: nginxproxy/nginx-proxy}
                  app:
                    image: app
                    environment: {VIRTUAL_HOST: first.lan, VIRTUAL_PORT: "80", LETSENCRYPT_HOST: first.lan}
                """;
        assertThat(written(compose, plain(80))).containsExactly("variable app VIRTUAL_HOST=first.lan,app.lan");
        assertThat(written(compose, encrypted(90, "/shop")))
                .containsExactly(
                        "variable app VIRTUAL_HOST_MULTIPORTS={\"first.lan\": {\"/\": {\"port\": 80}}, \"app.lan\": {\"/shop\": {\"port\": 90}}}",
                        "variable app LETSENCRYPT_HOST=first.lan,app.lan");
        assertThat(written("services: {edge: {image: nginxproxy/nginx-proxy}, app: {image: app}}", plain(90)))
                .containsExactly("variable app VIRTUAL_HOST=app.lan", "variable app VIRTUAL_PORT=90");
    }

    @Test
    void aCaddyfileGetsASiteOrALineInTheSiteThatIsThere() throws Exception {
        String compose = "services: {edge: {image: caddy}, app: {image: app}}";
        String text = """
                # mine
                app.lan {
                	encode gzip
                }
                """;
        assertThat(written(compose, plain(8080), new ProxyFile("/etc/caddy/Caddyfile", "Caddyfile", text)))
                .containsExactly("Caddyfile:\n" + text + "\nhttp://app.lan {\n\treverse_proxy app:8080\n}\n");
        assertThat(written(compose, encrypted(8080, "/shop"), new ProxyFile("/etc/caddy/Caddyfile", "Caddyfile", text)))
                .containsExactly("""
                        Caddyfile:
                        # mine
                        app.lan {
                        	encode gzip
                        	reverse_proxy /shop* app:8080
                        }
                        """);
        assertThat(written(
                        compose,
                        plain(8080),
                        new ProxyFile("/etc/caddy/Caddyfile", "Caddyfile", "first.lan\nreverse_proxy app:1\n")))
                .containsExactly(
                        "FILE_FORM: File Caddyfile holds one site without braces; put braces around its directives, then another site can follow.");
    }

    @Test
    void aDynamicFileGetsARouterAndAServiceAndKeepsItsComments() throws Exception {
        assertThat(written(
                        "services: {edge: {image: \"traefik:v3.5\"}, app: {image: app}}",
                        encrypted(8080, "/shop"),
                        new ProxyFile("/etc/traefik/traefik.yml", "traefik.yml", """
                                entryPoints: {websecure: {address: ":443"}}
                                providers: {file: {filename: /etc/traefik/dynamic.yml}}
                                """),
                        new ProxyFile("/etc/traefik/dynamic.yml", "dynamic.yml", """
                                http:
                                    routers:
                                        board: # mine
                                            rule: Host(`t.lan`)
                                            service: api@internal # Traefik's own
                                # the end
                                """)))
                .containsExactly("""
                        dynamic.yml:
                        http:
                            routers:
                                board: # mine
                                    rule: Host(`t.lan`)
                                    service: api@internal # Traefik's own
                                app:
                                  rule: "Host(`app.lan`) && PathPrefix(`/shop`)"
                                  service: app
                                  entryPoints: [websecure]
                                  tls: {}
                            services:
                              app:
                                loadBalancer:
                                  servers:
                                    - url: "http://app:8080"
                        # the end
                        """);
    }
}
