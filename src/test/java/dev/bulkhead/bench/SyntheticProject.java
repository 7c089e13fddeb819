package dev.bulkhead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes Compose projects of any size: one main file that includes the others, twenty services a file by default, each on
 * two networks, with ports, health checks, labels, variables and comments as people write them.
 */
public final class SyntheticProject {

    /** Services that share a network, so that a project of ten thousand has a thousand networks. */
    private static final int SERVICES_A_NETWORK = 10;

    private SyntheticProject() {}

    /** Writes a project: {@code SERVICES FILES FOLDER}. */
    public static void main(String[] arguments) throws IOException {
        write(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    }

    /** Writes a project of a number of services in a number of files into a folder. */
    public static void write(int services, int files, Path folder) throws IOException {
        Files.createDirectories(folder);
        int networks = Math.max(1, services / SERVICES_A_NETWORK);
        StringBuilder main = new StringBuilder("name: synthetic\ninclude:\n");
        for (int file = 0; file < files; file++) {
            main.append("  - part").append(file).append("/compose.yml\n");
        }
        main.append("networks:\n");
        for (int network = 0; network < networks; network++) {
            main.append("  net%d:\n    ipam:\n      config:\n        - subnet: 10.%d.%d.0/24\n"
                    .formatted(network, network / 256, network % 256));
        }
        Files.writeString(folder.resolve("compose.yml"), main);
        Files.writeString(folder.resolve(".env"), "DOMAIN=example.org\nTAG=stable\nDATA=/srv/data\n");
        int each = (services + files - 1) / files;
        for (int file = 0; file < files; file++) {
            Path part = Files.createDirectories(folder.resolve("part" + file));
            StringBuilder text = new StringBuilder("# part " + file + "\nservices:\n");
            for (int s = file * each; s < Math.min(services, (file + 1) * each); s++) {
                service(s, networks, text);
            }
            Files.writeString(part.resolve("compose.yml"), text);
        }
    }

    private static void service(int number, int networks, StringBuilder text) {
        int home = number % networks;
        int other = (number * 7 + 3) % networks;
        text.append("  app").append(number).append(":\n");
        text.append("    image: registry.example.org/app").append(number % 50).append(":${TAG:-latest}\n");
        text.append("    restart: unless-stopped\n");
        text.append("    networks: # where it lives\n");
        text.append("      - net").append(home).append('\n');
        if (other != home) {
            text.append("      - net").append(other).append('\n');
        }
        if (number % 10 == 0) {
            text.append("    ports:\n      - \"").append(10_000 + number).append(":8080\"\n");
        }
        text.append("    environment:\n      - TZ=Europe/London\n      - URL=http://app")
                .append(number)
                .append(".${DOMAIN}\n");
        text.append("    volumes:\n      - ${DATA:-/srv}/app").append(number).append(":/data\n");
        text.append("    labels:\n      traefik.enable: \"true\"\n      traefik.http.routers.app")
                .append(number)
                .append(".rule: Host(`app")
                .append(number)
                .append(".${DOMAIN}`)\n");
        text.append("""
                    healthcheck:
                      test: ["CMD", "wget", "-q", "--spider", "http://localhost:8080"]
                      interval: 30s
                """);
    }
}
