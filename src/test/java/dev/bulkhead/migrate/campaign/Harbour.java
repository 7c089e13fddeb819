package dev.bulkhead.migrate.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The project of the campaign: small, and with all that is delicate. A proxy, a VPN with a guest in its namespace, a published
 * port that another service uses, an alias, dependencies, a service that is exchanged while it serves, two Compose files and a file that only its owner may read. A service
 * is sick while a file of its name stands in the folder {@code SICK}.
 */
final class Harbour {

    static final String PROJECT = "harbour";

    /** The network in which its proxy looks for services. */
    static final String NETWORK = "harbour_flat";

    /** The network of the operator's edits, whose addresses nobody states and each engine chooses in its own way. */
    static final String QUIET = "harbour_quiet";

    /** How many services have a health check. */
    static final int HEALTHY = 7;

    static final List<String> IMAGES = List.of(
            "traefik:v3",
            "qmcgaw/gluetun:v3",
            "lscr.io/linuxserver/qbittorrent:5.0",
            "lscr.io/linuxserver/sonarr:4.0",
            "jellyfin/jellyfin:10.10",
            "prom/prometheus:v3",
            "ghcr.io/gethomepage/homepage:v1",
            "amir20/dozzle:v8",
            "postgres:17",
            "lscr.io/linuxserver/bookstack:24");

    private static final String MAIN = """
        name: harbour
        include:
          - monitoring.yml
        # one flat network, as it has grown
        services:
          traefik:
            image: traefik:v3
            container_name: traefik
            command:
              - --api.insecure=true
              - --providers.docker=true
              - --providers.docker.exposedbydefault=false
              - --providers.docker.network=harbour_flat
              - --entrypoints.web.address=:80
            ports:
              - "80:80"
              - "8090:8080"
            networks: [flat]
            restart: unless-stopped
            volumes: ["${SICK:-/nowhere}:/sick:ro"]
            healthcheck: {test: ["CMD-SHELL", "[ ! -e /sick/traefik ]"], interval: 1s, timeout: 1s, retries: 2}

          gluetun:
            image: qmcgaw/gluetun:v3
            container_name: gluetun
            environment:
              FIREWALL_OUTBOUND_SUBNETS: ${LAN:-192.168.1.0/24}
            networks: [flat]
            restart: unless-stopped
            volumes: ["${SICK:-/nowhere}:/sick:ro"]
            healthcheck: {test: ["CMD-SHELL", "[ ! -e /sick/gluetun ]"], interval: 1s, timeout: 1s, retries: 2}

          qbittorrent:
            image: lscr.io/linuxserver/qbittorrent:5.0
            container_name: qbittorrent
            network_mode: service:gluetun
            restart: unless-stopped
            volumes: ["${SICK:-/nowhere}:/sick:ro"]
            healthcheck: {test: ["CMD-SHELL", "[ ! -e /sick/qbittorrent ]"], interval: 1s, timeout: 1s, retries: 2}

          jellyfin:
            image: jellyfin/jellyfin:10.10
            container_name: jellyfin
            networks:
              flat:
                aliases: [media]
            labels:
              traefik.enable: "true"
              traefik.http.routers.jellyfin.rule: Host(`jellyfin.lan`)
              traefik.http.services.jellyfin.loadbalancer.server.port: "8096"
            restart: unless-stopped
            volumes: ["${SICK:-/nowhere}:/sick:ro"]
            healthcheck: {test: ["CMD-SHELL", "[ ! -e /sick/jellyfin ]"], interval: 1s, timeout: 1s, retries: 2}

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            container_name: sonarr
            depends_on:
              jellyfin: {condition: service_healthy}
            ports:
              - "8989:8989"   # the television
            networks: [flat]
            restart: unless-stopped
            volumes: ["${SICK:-/nowhere}:/sick:ro"]
            healthcheck: {test: ["CMD-SHELL", "[ ! -e /sick/sonarr ]"], interval: 1s, timeout: 1s, retries: 2}

          homepage:
            image: ghcr.io/gethomepage/homepage:v1
            environment:
              ZONE: ${ZONE:-harbour}
            networks: [flat]
            restart: unless-stopped
            deploy: {update_config: {order: start-first}}
            volumes: ["${SICK:-/nowhere}:/sick:ro"]
            healthcheck: {test: ["CMD-SHELL", "[ ! -e /sick/homepage ]"], interval: 1s, timeout: 1s, retries: 2}

        networks:
          flat: {}
        """;

    private static final String MONITORING = """
        services:
          prometheus:
            image: prom/prometheus:v3
            container_name: prometheus
            environment:
              SONARR: http://host.docker.internal:8989/api
              ZONE: ${ZONE:-harbour}
            ports: ["9090:9090"]
            networks: [flat]
            labels:
              traefik.enable: "true"
              traefik.http.routers.prometheus.rule: Host(`prometheus.lan`)
              traefik.http.services.prometheus.loadbalancer.server.port: "9090"
            restart: unless-stopped
            volumes: ["${SICK:-/nowhere}:/sick:ro"]
            healthcheck: {test: ["CMD-SHELL", "[ ! -e /sick/prometheus ]"], interval: 1s, timeout: 1s, retries: 2}
        """;

    private Harbour() {}

    /** Writes it into a folder. */
    static void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("compose.yml"), MAIN);
        Path monitoring = Files.writeString(directory.resolve("monitoring.yml"), MONITORING);
        Files.setPosixFilePermissions(monitoring, PosixFilePermissions.fromString("rw-r-----"));
        Path variables = Files.writeString(directory.resolve(".env"), "ZONE=harbour\nLAN=192.168.1.0/24\n");
        Files.setPosixFilePermissions(variables, PosixFilePermissions.fromString("rw-------"));
    }

    /** Edits it as an operator does: a variable, a further network, a service more. */
    static void edit(Path directory) throws IOException {
        replace(directory.resolve(".env"), "ZONE=harbour", "ZONE=elsewhere");
        Path main = directory.resolve("compose.yml");
        replace(
                main,
                "      flat:\n        aliases: [media]\n",
                "      flat:\n        aliases: [media]\n      quiet: {}\n");
        replace(main, "  flat: {}\n", "  flat: {}\n  quiet:\n    internal: true\n");
        replace(
                main,
                "\nnetworks:\n",
                "\n  dozzle:\n    image: amir20/dozzle:v8\n    container_name: dozzle\n    networks: [quiet]\n\nnetworks:\n");
    }

    /** Browsers keep no cookie of a domain of one word. */
    static void nameByTwoWords(Path directory) throws IOException {
        replace(directory.resolve("compose.yml"), "jellyfin.lan", "jellyfin.harbour.lan");
        replace(directory.resolve("monitoring.yml"), "prometheus.lan", "prometheus.harbour.lan");
    }

    /** Adds a database and a wiki whose secrets everybody sees. */
    static void addSecrets(Path directory) throws IOException {
        Path variables = directory.resolve(".env");
        Files.writeString(variables, Files.readString(variables) + "DB_PASSWORD=planted-Harbour-71\n");
        replace(directory.resolve("compose.yml"), "\nnetworks:\n", """

                  db:
                    image: postgres:17
                    container_name: db
                    environment:
                      POSTGRES_PASSWORD: ${DB_PASSWORD:?set it}
                    networks: [flat]

                  wiki:
                    image: lscr.io/linuxserver/bookstack:24
                    container_name: wiki
                    environment:
                      - APP_KEY=planted-Wiki-App-Key-83
                    networks: [flat]

                networks:
                """);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IOException(file + " does not hold what is to be edited: " + from);
        }
        Files.writeString(file, text.replace(from, to));
    }
}
