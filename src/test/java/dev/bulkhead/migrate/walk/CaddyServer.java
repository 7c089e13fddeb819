package dev.bulkhead.migrate.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The media server as somebody runs it who has Caddy in place of Traefik: the same services, their routes in a Caddyfile. */
final class CaddyServer {

    private static final String CADDY = """
            services:
              caddy:
                image: caddy:2
                container_name: caddy
                restart: unless-stopped
                ports:
                  - "${HTTP_PORT:-80}:80"
                volumes:
                  - ./conf:/etc/caddy:ro
                  - caddy-data:/data
                environment:
                  LAN_DOMAIN: ${LAN_DOMAIN:-lan}
                networks:
                  - media-network
                healthcheck:
                  test: ["CMD-SHELL", "wget -q --spider http://localhost:8080/ping || exit 1"]
                  interval: ${HEALTH_INTERVAL:-30s}
                  timeout: 5s
                  retries: 3

            volumes:
              caddy-data:
            """;

    private static final String CADDYFILE = """
            {
            \tauto_https off
            \tservers {
            \t\tmetrics
            \t}
            }

            # health and measurements, for the inside only
            http://:8080 {
            \trespond /ping OK
            \tmetrics /metrics
            }

            http://jellyfin.media.lan {
            \treverse_proxy jellyfin:8096
            }

            http://jellyseerr.media.lan {
            \treverse_proxy jellyseerr:5055
            }

            http://dashboard.media.lan {
            \treverse_proxy web-ui:3000
            }

            http://sonarr.media.lan {
            \treverse_proxy sonarr:8989
            }

            http://radarr.media.lan {
            \treverse_proxy radarr:7878
            }

            http://prowlarr.media.lan {
            \treverse_proxy prowlarr:9696
            }

            http://bazarr.media.lan {
            \treverse_proxy bazarr:6767
            }

            http://qbittorrent.media.lan {
            \treverse_proxy gluetun:8080
            }

            http://grafana.media.lan {
            \treverse_proxy grafana:3000
            }

            http://prometheus.media.lan {
            \treverse_proxy prometheus:9090
            }
            """;

    private CaddyServer() {}

    /** Makes it of a copy of the media server. */
    static void make(Path directory) throws IOException {
        Path caddy = Files.createDirectories(directory.resolve("caddy/conf"));
        Files.writeString(caddy.resolve("Caddyfile"), CADDYFILE);
        Files.writeString(directory.resolve("caddy/docker-compose.yml"), CADDY);
        Files.delete(directory.resolve("traefik/docker-compose.yml"));
        Files.delete(directory.resolve("traefik"));
        for (Path file : files(directory)) {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.contains("traefik.http."))
                    .map(line -> line.replace("traefik.enable=true", "shown=true")
                            .replace("traefik.enable:", "shown:")
                            .replace("traefik", "caddy"))
                    .toList();
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(".yml")).toList();
        }
    }
}
