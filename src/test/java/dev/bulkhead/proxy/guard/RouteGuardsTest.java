package dev.bulkhead.proxy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.Routed;
import dev.bulkhead.proxy.guard.RouteGuards.Present;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RouteGuardsTest {

    private static final ForwardAuth AUTHELIA = ForwardAuth.authelia("authelia");

    /** What a guard of the routes that are meant takes: labels as lines, files as their texts. */
    private static List<String> guarded(Topology topology, ProxyFiles files, Predicate<Route> meant) {
        List<Route> routes =
                ProxyRoutes.of(topology, files).routes().stream().filter(meant).toList();
        return switch (new RouteGuards(topology, files).guard(routes, AUTHELIA)) {
            case RouteChange.Refused(var obstacle, String sentence) -> List.of(obstacle + ": " + sentence);
            case RouteChange.Edits(List<ProjectEdit> edits) ->
                edits.stream().map(RouteGuardsTest::line).toList();
        };
    }

    private static String line(ProjectEdit edit) {
        return switch (edit) {
            case TopologyEdit.SetLabel(String service, String label, String value) ->
                service + " " + label + "=" + value;
            case FileEdit.WriteFile write -> write.text();
            default -> throw new AssertionError(edit);
        };
    }

    private static Predicate<Route> host(String... hosts) {
        return route -> route.match().hosts().stream().anyMatch(List.of(hosts)::contains);
    }

    private static final String TRAEFIK = """
            services:
              edge:
                image: traefik:v3
                command: [--providers.docker, "--entrypoints.websecure.address=:443"]
              plain:
                image: app
                labels:
                  traefik.http.routers.plain.rule: Host(`plain.lan`)
                  traefik.http.routers.plain.tls: "true"
              chained:
                image: app
                labels:
                  traefik.http.routers.chained.rule: Host(`chained.lan`)
                  traefik.http.routers.chained.middlewares: short@docker
                  traefik.http.middlewares.short.stripprefix.prefixes: /x
              closed:
                image: app
                labels:
                  traefik.http.routers.closed.rule: Host(`closed.lan`)
                  traefik.http.routers.closed.middlewares: door
                  traefik.http.middlewares.door.basicauth.users: a:b
              bare:
                image: app
                labels: {traefik.enable: "true"}
              authelia:
                image: authelia/authelia
                labels:
                  traefik.http.middlewares.authelia.forwardauth.address: http://authelia:9091/api/authz/forward-auth
            """;

    @Test
    void inTraefiksLabelsTheGuardComesBeforeAllOtherMiddlewares() throws Exception {
        Topology topology = Routed.topology(TRAEFIK);
        assertThat(guarded(topology, ProxyFiles.NONE, host("plain.lan", "chained.lan")))
                .containsExactly(
                        "chained traefik.http.routers.chained.middlewares=authelia@docker,short@docker",
                        "plain traefik.http.routers.plain.middlewares=authelia@docker");
    }

    @Test
    void aRouterThatNobodyStatedIsNamedAsTraefikNamesIt() throws Exception {
        Topology topology = Routed.topology(TRAEFIK);
        assertThat(guarded(
                        topology,
                        ProxyFiles.NONE,
                        route -> route.container()
                                .filter(c -> c.service().equals("bare"))
                                .isPresent()))
                .containsExactly("bare traefik.http.routers.bare-shop.middlewares=authelia@docker");
    }

    @Test
    void aGuardThatIsThereIsSeen() throws Exception {
        Topology topology = Routed.topology(TRAEFIK);
        RouteGuards guards = new RouteGuards(topology, ProxyFiles.NONE);
        Map<String, Optional<Present>> seen = new java.util.TreeMap<>();
        ProxyRoutes.of(topology)
                .routes()
                .forEach(route -> seen.put(String.join(",", route.match().hosts()), guards.before(route)));
        assertThat(seen)
                .containsEntry("closed.lan", Optional.of(new Present("door", Optional.empty())))
                .containsEntry("chained.lan", Optional.empty())
                .containsEntry("plain.lan", Optional.empty());
    }

    @Test
    void inTraefiksFilesRoutersNameTheMiddlewareThatTheFileDefinesWhereNoContainersAreLookedAt() throws Exception {
        Topology topology = Routed.topology("""
                services:
                  edge: {image: "traefik:v3"}
                  app: {image: app}
                """);
        String dynamic = """
                http:
                  routers:
                    app:
                      rule: Host(`app.lan`)
                      service: app
                      tls: {}
                    admin:
                      rule: Host(`admin.lan`)
                      middlewares:
                        - short
                      service: app
                      tls: {}
                    api:
                      rule: Host(`api.lan`)
                      middlewares: [short] # in braces
                      service: app
                  services:
                    app: {loadBalancer: {servers: [{url: "http://app:80"}]}}
                """;
        ProxyFiles files = ProxyFiles.of(Map.of(
                "edge",
                List.of(
                        new ProxyFile(
                                "/etc/traefik/traefik.yml",
                                "traefik.yml",
                                "entryPoints: {secure: {address: ':443'}}\nproviders: {file: {filename: /d.yml}}\n"),
                        new ProxyFile("/d.yml", "d.yml", dynamic))));

        assertThat(guarded(topology, files, route -> true)).containsExactly("""
                http:
                  routers:
                    app:
                      rule: Host(`app.lan`)
                      service: app
                      tls: {}
                      middlewares: [authelia]
                    admin:
                      rule: Host(`admin.lan`)
                      middlewares:
                        - authelia
                        - short
                      service: app
                      tls: {}
                    api:
                      rule: Host(`api.lan`)
                      middlewares: [authelia, short] # in braces
                      service: app
                  services:
                    app: {loadBalancer: {servers: [{url: "http://app:80"}]}}
                  middlewares:
                    authelia:
                      forwardAuth:
                        address: "http://authelia:9091/api/authz/forward-auth"
                        trustForwardHeader: true
                        authResponseHeaders: [Remote-User, Remote-Groups, Remote-Email, Remote-Name]
                """);
    }

    private static final String CADDY = """
            services:
              edge: {image: "caddy:2"}
              app: {image: app}
              api: {image: app}
            """;

    private static List<String> inCaddyfile(String text, Predicate<Route> meant) throws Exception {
        return guarded(
                Routed.topology(CADDY),
                ProxyFiles.of(Map.of("edge", List.of(new ProxyFile("/etc/caddy/Caddyfile", "Caddyfile", text)))),
                meant);
    }

    @Test
    void inACaddyfileASiteWhoseRoutesAreAllGuardedIsGuardedAsAWhole() throws Exception {
        assertThat(inCaddyfile("""
                open.lan {
                	reverse_proxy app:80
                }

                # the office
                app.lan, www.app.lan {
                	encode gzip
                	reverse_proxy /api* api:80
                	reverse_proxy app:80
                }
                """, host("app.lan"))).containsExactly("""
                open.lan {
                	reverse_proxy app:80
                }

                # the office
                app.lan, www.app.lan {
                	forward_auth authelia:9091 {
                		uri /api/authz/forward-auth
                		copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                	}
                	encode gzip
                	reverse_proxy /api* api:80
                	reverse_proxy app:80
                }
                """);
    }

    @Test
    void inACaddyfileSingleRoutesOfASiteAreGuardedByTheirPaths() throws Exception {
        assertThat(inCaddyfile("""
                home.lan {
                	handle_path /app/* {
                		reverse_proxy app:80
                	}
                	handle /api/* {
                		reverse_proxy api:80
                	}
                	reverse_proxy /other* api:81
                	reverse_proxy app:81
                }
                """, route -> !route.match().paths().isEmpty())).containsExactly("""
                home.lan {
                	forward_auth /app/* authelia:9091 {
                		uri /api/authz/forward-auth
                		copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                	}
                	handle_path /app/* {
                		reverse_proxy app:80
                	}
                	handle /api/* {
                		forward_auth authelia:9091 {
                			uri /api/authz/forward-auth
                			copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                		}
                		reverse_proxy api:80
                	}
                	forward_auth /other* authelia:9091 {
                		uri /api/authz/forward-auth
                		copy_headers Remote-User Remote-Groups Remote-Email Remote-Name
                	}
                	reverse_proxy /other* api:81
                	reverse_proxy app:81
                }
                """);
    }

    @Test
    void aSnippetThatSitesImportIsLeftAlone() throws Exception {
        assertThat(inCaddyfile("""
                (common) {
                	reverse_proxy app:80
                }
                a.lan {
                	import common
                }
                """, route -> true))
                .containsExactly(
                        "FILE_FORM: The route in line 2 of Caddyfile stands in a snippet or a file that sites import; a guard"
                                + " there could come before other routes as well. Write the route into its site first.");
    }

    @Test
    void labelsOfCaddyDockerProxyGetTheDirectiveBesideTheRoute() throws Exception {
        Topology topology = Routed.topology("""
                services:
                  edge: {image: "lucaslorentz/caddy-docker-proxy:2"}
                  app:
                    image: app
                    labels:
                      caddy: app.lan
                      caddy.reverse_proxy: "{{upstreams 80}}"
                      caddy_1: home.lan
                      caddy_1.handle_path: /app/*
                      caddy_1.handle_path.reverse_proxy: "{{upstreams 80}}"
                """);
        assertThat(guarded(topology, ProxyFiles.NONE, route -> true))
                .containsExactly(
                        "app caddy.forward_auth=authelia:9091",
                        "app caddy.forward_auth.uri=/api/authz/forward-auth",
                        "app caddy.forward_auth.copy_headers=Remote-User Remote-Groups Remote-Email Remote-Name",
                        "app caddy_1.forward_auth=/app/* authelia:9091",
                        "app caddy_1.forward_auth.uri=/api/authz/forward-auth",
                        "app caddy_1.forward_auth.copy_headers=Remote-User Remote-Groups Remote-Email Remote-Name");
    }
}
