package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.proxy.guard.RouteGuards;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxFilesTest {

    /** As Nginx Proxy Manager 2.13 writes it of a host with a certificate, an access list and a way of its own. */
    private static final String MANAGED = """
            # ------------------------------------------------------------
            # media.example.com, tv.example.com
            # ------------------------------------------------------------

            map $scheme $hsts_header {
                https   "max-age=63072000; preload";
            }

            server {
              set $forward_scheme http;
              set $server         "jellyfin";
              set $port           8096;

              listen 80;
              #listen [::]:80;
              listen 443 ssl;
              #listen [::]:443;

              server_name media.example.com tv.example.com;
              http2 on;
              include conf.d/include/letsencrypt-acme-challenge.conf;
              ssl_certificate /etc/letsencrypt/live/npm-1/fullchain.pem;

              location /request {
                proxy_set_header Host $host;
                proxy_pass       http://seerr:5055;
              }

              location / {
                # Authorization
                auth_basic            "Authorization required";
                auth_basic_user_file  /data/access/1;
                # Proxy!
                include conf.d/include/proxy.conf;
              }

              # Custom
              include /data/nginx/custom/server_proxy[.]conf;
            }
            """;

    @TempDir
    private Path above;

    private Path directory = Path.of("");

    @BeforeEach
    void makeTheProject() throws Exception {
        directory = Files.createDirectory(above.resolve("shop"));
    }

    private void file(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Topology topology() throws Exception {
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(directory))
                .topology();
    }

    private ProxyFiles read() throws Exception {
        return new ProxyFileReader(new DiskFileTree())
                .read(new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory)));
    }

    private List<String> lines() throws Exception {
        return Routed.lines(ProxyRoutes.of(topology(), read()));
    }

    private void manager() throws Exception {
        file("compose.yaml", """
                services:
                  npm: {image: "jc21/nginx-proxy-manager:2", volumes: ["./data:/data"], ports: ["80:80", "443:443"]}
                  jellyfin: {image: jellyfin/jellyfin}
                  seerr: {image: seerr}
                  db: {image: postgres}
                """);
    }

    @Test
    void whatNginxProxyManagerMadeOfItsDatabaseAreItsRoutes() throws Exception {
        manager();
        file("data/nginx/proxy_host/1.conf", MANAGED);
        file("data/nginx/stream/2.conf", "server {\n  listen 5432;\n  listen [::]:5432;\n  proxy_pass db:5432;\n}\n");
        file("data/nginx/redirection_host/3.conf", "server { location / { proxy_pass http://never; } }");
        file("data/keys.json", "{}");

        assertThat(lines())
                .containsExactly(
                        "npm http+tls[][80, 443] [media.example.com, tv.example.com][/request] -> seerr:5055 over"
                                + " [shop_default] (data/nginx/proxy_host/1.conf:26:1)",
                        "npm http+tls[][80, 443] [media.example.com, tv.example.com][] -> jellyfin:8096 over"
                                + " [shop_default] (data/nginx/proxy_host/1.conf:34:1)",
                        "npm tcp[][5432] [][] -> db:5432 over [shop_default] (data/nginx/stream/2.conf:4:1)");
    }

    @Test
    void anAccessListStandsBeforeTheLocationThatHasItAlone() throws Exception {
        manager();
        file("data/nginx/proxy_host/1.conf", MANAGED);
        ProxyFiles files = read();
        RouteGuards guards = new RouteGuards(topology(), files);

        assertThat(ProxyRoutes.of(topology(), files).routes())
                .extracting(route -> route.container().orElseThrow().service()
                        + guards.before(route).map(RouteGuards.Present::words).orElse(" nothing"))
                .containsExactly("seerr nothing", "jellyfinauth_basic");
    }

    @Test
    void aServersGuardHoldsInItsLocationsUnlessOneTurnsItOff() throws Exception {
        file("compose.yaml", """
                services:
                  web: {image: nginx, volumes: ["./conf:/etc/nginx/conf.d"]}
                  app: {image: app}
                """);
        file("conf/a.conf", """
                server {
                  auth_request /auth;
                  location / { proxy_pass http://app; }
                  location /open/ { auth_request off; proxy_pass http://app:81; }
                }
                """);
        ProxyFiles files = read();
        RouteGuards guards = new RouteGuards(topology(), files);

        assertThat(ProxyRoutes.of(topology(), files).routes())
                .extracting(route -> guards.before(route).isPresent())
                .containsExactly(true, false);
    }

    @Test
    void nginxIsReadWithItsUpstreamsVariablesConditionsAndIncludes() throws Exception {
        file("compose.yaml", """
                services:
                  web:
                    image: nginx:alpine
                    environment: {BACK: app}
                    volumes: ["./nginx:/etc/nginx"]
                  app: {image: app}
                  php: {image: nextcloud:fpm}
                  spare: {image: app}
                """);
        file("nginx/nginx.conf", """
                http {
                  upstream both { server app:8080 weight=2; server spare:8080 backup; }
                  include sites/*.conf;
                }
                stream { server { listen 127.0.0.1:53 udp; proxy_pass ${BACK}:53; } }
                """);
        file("nginx/sites/one.conf", """
                server {
                  listen 8080 default_server;
                  server_name _ *.lan ~^x;
                  set $to "spare";
                  location ~ ^/a/(b|c)$ { proxy_pass http://both/$1; }
                  location = /exact { if ($arg_x) { proxy_pass http://$to:81; } }
                  location ~ \\.php$ { fastcgi_pass php:9000; }
                  location /nobody { proxy_pass http://$unknown:1; }
                  location /far { proxy_pass https://10.0.0.5:8443/x; }
                }
                """);
        file("nginx/sites/old.txt", "server { location / { proxy_pass http://never; } }");

        assertThat(lines())
                .containsExactly(
                        "web udp[][53] [][] -> app:53 over [shop_default] (nginx/nginx.conf:5:1)",
                        "web http[][8080] [][] -> app:8080 over [shop_default] (nginx/sites/one.conf:5:1)",
                        "web http[][8080] [][] -> spare:8080 over [shop_default] (nginx/sites/one.conf:5:1)",
                        "web http[][8080] [][/exact] -> spare:81 over [shop_default] (nginx/sites/one.conf:6:1)",
                        "web http[][8080] [][] -> php:9000 over [shop_default] (nginx/sites/one.conf:7:1)",
                        "web http[][8080] [][/far] -> address https://10.0.0.5:8443 (nginx/sites/one.conf:9:1)");
    }

    @Test
    void nginxThatServesPagesOfItsOwnIsNoProxy() throws Exception {
        file("compose.yaml", """
                services:
                  web: {image: nginx, volumes: ["./conf:/etc/nginx/conf.d"]}
                """);
        file("conf/a.conf", "server { root /srv; }\n");

        assertThat(ProxyRoutes.of(topology(), read()).servers()).isEmpty();
    }

    @Test
    void whatNginxWouldRefuseIsReadAsFarAsItGoes() throws Exception {
        file("compose.yaml", """
                services:
                  web: {image: nginx, volumes: ["./conf:/etc/nginx/conf.d"]}
                  app: {image: app}
                """);
        for (String odd : List.of(
                "",
                "}",
                "server {",
                "server { location / { proxy_pass",
                "set $x 'open",
                "a ${b",
                "\\",
                "server { listen; server_name; location { proxy_pass; } upstream { } include; set $a; }")) {
            file("conf/a.conf", odd);
            assertThat(lines()).isEmpty();
        }
        file("conf/a.conf", "} server { location / { proxy_pass http://app");
        assertThat(lines()).containsExactly("web http[][80] [][] -> app:80 over [shop_default] (conf/a.conf:1:1)");
    }

    @Test
    void aRouteIsWrittenByHandAndTheSentenceSaysWhere() throws Exception {
        manager();
        file("data/nginx/proxy_host/1.conf", MANAGED);

        assertThat(new RouteWriter(topology(), read())
                        .write(new WantedRoute("npm", "db", 80, "db.example.com", Optional.empty(), false)))
                .asString()
                .contains("keeps its routes in a database of its own; add db.example.com on its page");
    }
}
