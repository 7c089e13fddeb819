package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteRemovalTest {

    private static List<String> removed(String compose, String host, ProxyFile... files) throws Exception {
        Topology topology = Routed.topology(compose);
        ProxyFiles read = ProxyFiles.of(Map.of("edge", List.of(files)));
        Route route = ProxyRoutes.of(topology, read).routes().stream()
                .filter(one -> one.match().rule().contains(host))
                .findFirst()
                .orElseThrow();
        return switch (new RouteWriter(topology, read).remove(route)) {
            case RouteChange.Refused(var obstacle, String sentence) -> List.of(sentence);
            case RouteChange.Edits(var edits) ->
                edits.stream()
                        .map(edit -> switch (edit) {
                            case TopologyEdit.SetLabel(String service, String name, String value) ->
                                "label " + service + " " + name + "=" + value;
                            case TopologyEdit.SetEnvironment(String service, String name, String value) ->
                                "variable " + service + " " + name + "=" + value;
                            case dev.bulkhead.topology.edit.ProjectEdit other -> other.describe();
                        })
                        .sorted()
                        .toList();
        };
    }

    private static final String TRAEFIK = """
            services:
              edge: {image: "traefik:v3.5", command: [--providers.docker.exposedbydefault=false]}
              app:
                image: app
                labels:
                  traefik.enable: "true"
                  traefik.http.routers.one.rule: Host(`one.lan`)
                  traefik.http.middlewares.shared.compress: "true"
            """;

    @Test
    void theLastRouteOfAContainerGoesWithTheSwitchAndLeavesMiddlewares() throws Exception {
        assertThat(removed(TRAEFIK, "one.lan"))
                .containsExactly(
                        "remove labels.traefik.enable of app", "remove labels.traefik.http.routers.one.rule of app");
    }

    @Test
    void oneOfTwoRoutesThatShareAServiceLeavesTheOther() throws Exception {
        assertThat(removed("""
                        services:
                          edge: {image: "traefik:v3.5"}
                          app:
                            image: app
                            labels:
                              traefik.http.routers.one.rule: Host(`one.lan`)
                              traefik.http.routers.one.service: app
                              traefik.http.routers.one.entrypoints: web
                              traefik.http.routers.two.rule: Host(`two.lan`)
                              traefik.http.routers.two.service: app
                              traefik.http.services.app.loadbalancer.server.port: "8080"
                        """, "one.lan"))
                .containsExactly(
                        "remove labels.traefik.http.routers.one.entrypoints of app",
                        "remove labels.traefik.http.routers.one.rule of app",
                        "remove labels.traefik.http.routers.one.service of app");
    }

    @Test
    void aSiteOfCaddyGoesWithAllItsLabels() throws Exception {
        assertThat(removed("""
                        services:
                          edge: {image: lucaslorentz/caddy-docker-proxy}
                          app:
                            image: app
                            labels:
                              caddy: one.lan
                              caddy.reverse_proxy: "{{upstreams 80}}"
                              caddy_1: two.lan
                              caddy_1.reverse_proxy: "{{upstreams 81}}"
                        """, "one.lan"))
                .containsExactly("remove labels.caddy of app", "remove labels.caddy.reverse_proxy of app");
    }

    @Test
    void oneHostOfSeveralIsTakenOutOfTheListAndTheLastTakesItsPortAlong() throws Exception {
        String two = """
                services:
                  edge: {image: nginxproxy/nginx-proxy}
                  app: {image: app, environment: {VIRTUAL_HOST: "%s", VIRTUAL_PORT: "80", LETSENCRYPT_HOST: one.lan}}
                """;

        assertThat(removed(two.formatted("one.lan,two.lan"), "one.lan"))
                .containsExactly("remove environment.LETSENCRYPT_HOST of app", "variable app VIRTUAL_HOST=two.lan");
        assertThat(removed(two.formatted("one.lan"), "one.lan"))
                .containsExactly(
                        "remove environment.LETSENCRYPT_HOST of app",
                        "remove environment.VIRTUAL_HOST of app",
                        "remove environment.VIRTUAL_PORT of app");
    }

    @Test
    void aRouteInAFileOfTheProxyIsTakenAwayThere() throws Exception {
        assertThat(removed(
                        """
                        services:
                          edge: {image: caddy}
                          app: {image: app}
                        """,
                        "one.lan",
                        new ProxyFile("/etc/caddy/Caddyfile", "Caddyfile", "one.lan {\n\treverse_proxy app:80\n}\n")))
                .containsExactly("This route stands in a file of edge's own; take it away there, in Caddyfile:2.");
    }
}
