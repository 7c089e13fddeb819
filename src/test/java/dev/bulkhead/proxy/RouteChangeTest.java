package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FileEdit.WriteFile;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A route is changed where it is stated: what it says beside host, path, port and way in stays, and so does every other route. */
class RouteChangeTest {

    private static final String TRAEFIK = """
            services:
              edge:
                image: traefik:v3.5
                command: [--entrypoints.web.address=:80, --entrypoints.websecure.address=:443]
              app:
                image: app
                labels:
                  traefik.http.routers.shop.rule: Host(`app.lan`) && PathPrefix(`/shop`)
                  traefik.http.routers.shop.middlewares: limit
                  traefik.http.routers.shop.entrypoints: websecure
                  traefik.http.routers.shop.tls: "true"
                  traefik.http.routers.shop.tls.certresolver: own
                  traefik.http.routers.shop.service: shop
                  traefik.http.services.shop.loadbalancer.server.port: "80"
            """;

    private static WantedRoute wanted(int port, String host, String path, boolean tls) {
        return new WantedRoute("edge", "app", port, host, Optional.of(path).filter(p -> !p.isEmpty()), tls);
    }

    /** Changes the first route to app. */
    private static List<String> changed(String compose, WantedRoute wanted, ProxyFile... files) throws Exception {
        Topology topology = Routed.topology(compose);
        ProxyFiles read = ProxyFiles.of(Map.of("edge", List.of(files)));
        Route before = ProxyRoutes.of(topology, read).routes().stream()
                .filter(route -> route.container()
                        .filter(to -> to.service().equals("app"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        return switch (new RouteWriter(topology, read).change(before, wanted)) {
            case RouteChange.Refused(RouteChange.Obstacle obstacle, String sentence) ->
                List.of(obstacle + ": " + sentence);
            case RouteChange.Edits edits ->
                edits.edits().stream().map(RouteChangeTest::line).toList();
        };
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
    void ofLabelsOfTraefikOnlyWhatDiffersIsWritten() throws Exception {
        assertThat(changed(TRAEFIK, wanted(8080, "app.lan", "/shop", true)))
                .containsExactly("label app traefik.http.services.shop.loadbalancer.server.port=8080");
        assertThat(changed(TRAEFIK, wanted(80, "new.lan", "", true)))
                .containsExactly("label app traefik.http.routers.shop.rule=Host(`new.lan`)");
        assertThat(changed(TRAEFIK, wanted(80, "app.lan", "/shop", true))).isEmpty();
    }

    @Test
    void aRouteThatIsNoLongerEncryptedLosesItsCertificateLabels() throws Exception {
        assertThat(changed(TRAEFIK, wanted(80, "app.lan", "/shop", false)))
                .containsExactly(
                        "label app traefik.http.routers.shop.entrypoints=web",
                        "remove labels.traefik.http.routers.shop.tls of app",
                        "remove labels.traefik.http.routers.shop.tls.certresolver of app");
    }

    @Test
    void whatOthersHaveOrShareIsRefusedWithTheReason() throws Exception {
        String two = TRAEFIK + """
                  traefik.http.routers.other.rule: Host(`other.lan`)
                  traefik.http.routers.other.service: shop
            """;
        Topology topology = Routed.topology(two);
        Route shop = ProxyRoutes.of(topology).routes().stream()
                .filter(route -> route.match().hosts().contains("app.lan"))
                .findFirst()
                .orElseThrow();
        RouteWriter writer = new RouteWriter(topology, ProxyFiles.NONE);
        assertThat(writer.change(shop, wanted(81, "app.lan", "/shop", true)))
                .isInstanceOfSatisfying(
                        RouteChange.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .startsWith("The route edge other.lan -> app:80 would change with it"));
        assertThat(writer.change(shop, wanted(80, "other.lan", "", false)))
                .isEqualTo(RouteChange.Obstacle.HOST_TAKEN.refuse("There is such a route already."));
    }

    @Test
    void aSiteInLabelsOfCaddyIsChangedWordByWord() throws Exception {
        String compose = """
                services:
                  edge: {image: "lucaslorentz/caddy-docker-proxy:2.9"}
                  app:
                    image: app
                    labels:
                      caddy: app.lan
                      caddy.encode: gzip
                      caddy.handle: /shop*
                      caddy.handle.reverse_proxy: "{{upstreams 80}}"
                """;
        assertThat(changed(compose, wanted(8080, "new.lan", "/store", false)))
                .containsExactly(
                        "label app caddy=http://new.lan",
                        "label app caddy.handle=/store*",
                        "label app caddy.handle.reverse_proxy={{upstreams 8080}}");
        assertThat(changed(compose, wanted(80, "app.lan", "", true)))
                .containsExactly("SETTINGS_IN_THE_WAY: What decides the path of this route is not label"
                        + " caddy.handle.reverse_proxy alone; change it there, at app.");
    }

    @Test
    void aCaddyfileKeepsEverythingElse() throws Exception {
        String compose = "services: {edge: {image: caddy}, app: {image: app}, other: {image: app}}";
        String text = """
                # mine
                http://app.lan {
                	encode gzip # small
                	reverse_proxy app:80 {
                		lb_policy first
                	}
                }
                other.lan {
                	reverse_proxy other:80
                }
                """;
        ProxyFile file = new ProxyFile("/etc/caddy/Caddyfile", "Caddyfile", text);
        assertThat(changed(compose, wanted(8080, "new.lan", "/shop", true), file))
                .containsExactly("Caddyfile:\n"
                        + text.replace("http://app.lan", "new.lan")
                                .replace("reverse_proxy app:80 {", "reverse_proxy /shop* app:8080 {"));
        assertThat(changed(compose, wanted(80, "other.lan", "", true), file).getFirst())
                .startsWith("HOST_TAKEN");
    }

    @Test
    void aDynamicFileKeepsItsQuotesAndComments() throws Exception {
        String text = """
                http:
                  routers:
                    app: # mine
                      rule: "Host(`app.lan`)"
                      service: app
                  services:
                    app:
                      loadBalancer:
                        servers:
                          - url: http://app:80 # inside
                """;
        ProxyFile file = new ProxyFile("/etc/traefik/dynamic.yml", "dynamic.yml", text);
        String compose =
                "services: {edge: {image: \"traefik:v3.5\"}, app: {image: app, labels: [traefik.enable=false]}}";
        assertThat(changed(compose, wanted(8080, "new.lan", "/shop", false), file))
                .containsExactly("dynamic.yml:\n"
                        + text.replace("\"Host(`app.lan`)\"", "\"Host(`new.lan`) && PathPrefix(`/shop`)\"")
                                .replace("app:80 ", "app:8080 "));
        assertThat(changed(compose, wanted(80, "app.lan", "", true), file).getFirst())
                .isEqualTo("FILE_FORM: This changes more than host, path and port; change it in dynamic.yml:3.");
    }

    @Test
    void oneOfSeveralHostsOfNginxProxyIsRenamedAndAPathOfItsOwnIsRefused() throws Exception {
        String compose = """
                services:
                  edge: {image: nginxproxy/nginx-proxy}
                  app:
                    image: app
                    environment: {VIRTUAL_HOST: "app.lan,second.lan", VIRTUAL_PORT: "80", LETSENCRYPT_HOST: app.lan}
                """;
        assertThat(changed(compose, wanted(80, "new.lan", "", false)))
                .containsExactly(
                        "variable app VIRTUAL_HOST=new.lan,second.lan", "remove environment.LETSENCRYPT_HOST of app");
        assertThat(changed(compose, wanted(90, "app.lan", "", true)).getFirst())
                .startsWith("CHANGES_OTHERS: The route edge second.lan");
    }

    @Test
    void nginxIsOnlyReadSoThePlaceIsTold() throws Exception {
        ProxyFile file = new ProxyFile(
                "/etc/nginx/conf.d/app.conf",
                "app.conf",
                "server {\n  listen 80;\n  server_name app.lan;\n  location / { proxy_pass http://app:80; }\n}\n");
        assertThat(changed(
                        "services: {edge: {image: nginx}, app: {image: app}}", wanted(81, "app.lan", "", false), file))
                .singleElement()
                .asString()
                .startsWith("FILE_FORM: Nginx (edge) is told its routes in its own language")
                .contains("app.conf:");
    }
}
