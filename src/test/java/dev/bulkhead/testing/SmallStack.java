package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A flat project of a few services with quick health checks, for tests that break something on the way. */
public final class SmallStack {

    /** How many of its services have a health check. */
    public static final int HEALTHY = 4;

    private static final String COMPOSE = """
        name: harbour

        # one flat network, as it has grown
        services:
          traefik:
            image: traefik:v3
            container_name: traefik
            restart: unless-stopped
            command: ["--providers.docker=true"]
            ports:
              - "8000:80"
            networks:
              - flat
            healthcheck: &quick
              test: ["CMD", "true"]
              interval: 1s

          jellyfin:
            image: jellyfin/jellyfin:10.10
            container_name: jellyfin
            restart: unless-stopped
            networks:
              flat:
                aliases: [media]
            labels:
              traefik.enable: "true"
              traefik.http.routers.jellyfin.rule: Host(`jellyfin.test`)
              traefik.http.services.jellyfin.loadbalancer.server.port: "8096"
            healthcheck: *quick

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            container_name: sonarr
            restart: unless-stopped
            depends_on:
              jellyfin:
                condition: service_healthy
            networks:
              - flat
            healthcheck: *quick

          prometheus:
            image: prom/prometheus:v3
            container_name: prometheus
            restart: unless-stopped
            networks:
              - flat
            healthcheck: *quick

        networks:
          flat: {}
        """;

    private static final String FRONT = """
        name: front
        services:
          door:
            image: NGINX
            container_name: door
            ports: ["8088:8080"]
            volumes: ["./door.conf:/etc/nginx/conf.d/default.conf:ro"]
            networks: [flat]
            depends_on: [jellyfin]
          jellyfin:
            image: jellyfin/jellyfin:10.10
            container_name: jellyfin
            networks: [flat]
        networks:
          flat: {}
        """.replace("NGINX", NestImages.NGINX);

    /** It looks the name up once, when nginx starts. */
    private static final String DOOR = """
        server { listen 8080; location / { proxy_pass http://jellyfin:8096; proxy_connect_timeout 1s; } }
        """;

    private SmallStack() {}

    /** Writes one of a real nginx before a service, and gives the engine its images. */
    public static SampleStack front(PrivateEngine engine) throws IOException {
        Path directory = Files.createTempDirectory(engine.folder("small"), "front");
        Files.writeString(directory.resolve("compose.yml"), FRONT);
        Files.writeString(directory.resolve("door.conf"), DOOR);
        StandInImages.provide(engine, "jellyfin/jellyfin:10.10");
        NestImages.nginx(engine);
        return new SampleStack(engine, directory, Map.of());
    }

    /** Writes it and gives the engine its images. */
    public static SampleStack prepare(PrivateEngine engine, String folder) throws IOException {
        // a new one each time, so that no earlier test left answers or restore points in it
        Path directory = Files.createTempDirectory(engine.folder("small"), folder);
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        StandInImages.provide(
                engine,
                "traefik:v3",
                "jellyfin/jellyfin:10.10",
                "lscr.io/linuxserver/sonarr:4.0",
                "prom/prometheus:v3");
        return new SampleStack(engine, directory, Map.of());
    }
}
