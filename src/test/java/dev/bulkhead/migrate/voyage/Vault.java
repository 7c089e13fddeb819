package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.SecretReaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project whose programs really read their secrets, in variables that everybody sees. */
final class Vault {

    static final String COMPOSE = """
            name: vault
            include: [wiki/compose.yml]
            services:
              db:
                image: postgres:17
                container_name: db
                environment:
                  POSTGRES_USER: shop
                  POSTGRES_PASSWORD: ${DB_PASSWORD:?set it}
                healthcheck:
                  test: ["CMD-SHELL", "test -n \\"$$POSTGRES_PASSWORD\\" && test -s /tmp/known"]
                  interval: 1s
              panel:
                image: grafana/grafana:11
                container_name: panel
                environment:
                  - GF_SECURITY_ADMIN_PASSWORD=${PANEL_PASSWORD}
                healthcheck: &quick
                  test: ["CMD", "test", "-s", "/tmp/known"]
                  interval: 1s
              api:
                image: example/api:1
                container_name: api
                environment:
                  API_TOKEN: planted-Token-93
                healthcheck: *quick
              cache:
                image: redis:7
                container_name: cache
                command: ["--requirepass", "planted-Cache-44"]
                healthcheck:
                  test: ["CMD", "true"]
                  interval: 1s
            """;

    static final String WIKI = """
            services:
              wiki:
                image: lscr.io/linuxserver/bookstack:24
                container_name: wiki
                env_file: wiki.env
                healthcheck:
                  test: ["CMD", "test", "-s", "/tmp/known"]
                  interval: 1s
            """;

    static final Map<String, String> VALUES = Map.of(
            "db", "planted-Database-55",
            "panel", "planted-Panel-66",
            "api", "planted-Token-93",
            "wiki", "planted-Wiki-App-Key-18");

    static VoyageProject project(PrivateEngine engine) throws IOException {
        Path directory = engine.folder("vault");
        SampleFiles.deleteTree(directory);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Files.writeString(
                directory.resolve(".env"),
                "TZ=UTC\nDB_PASSWORD=planted-Database-55\nPANEL_PASSWORD=planted-Panel-66\n");
        Files.createDirectories(directory.resolve("wiki"));
        Files.writeString(directory.resolve("wiki/compose.yml"), WIKI);
        Files.writeString(
                directory.resolve("wiki/wiki.env"), "APP_URL=http://wiki.lan\nAPP_KEY=planted-Wiki-App-Key-18\n");
        SecretReaders.provide(engine, "postgres:17", "", "POSTGRES_PASSWORD", "POSTGRES_PASSWORD_FILE");
        SecretReaders.provide(
                engine, "grafana/grafana:11", "472", "GF_SECURITY_ADMIN_PASSWORD", "GF_SECURITY_ADMIN_PASSWORD__FILE");
        SecretReaders.provide(engine, "example/api:1", "", "API_TOKEN", "");
        SecretReaders.provide(engine, "lscr.io/linuxserver/bookstack:24", "", "APP_KEY", "FILE__APP_KEY");
        ProgramImages.redis(engine, "redis:7");
        SampleStack stack = new SampleStack(engine, directory, Map.of());
        stack.compose("down", "--volumes");
        return new VoyageProject(stack);
    }

    static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    static SortedMap<String, String> known(PrivateEngine engine) throws IOException {
        SortedMap<String, String> known = new TreeMap<>();
        for (String container : VALUES.keySet()) {
            known.put(
                    container,
                    engine.docker("exec", container, "cat", "/tmp/known").strip());
        }
        return known;
    }

    static Map<String, String> owners(Path directory) throws IOException {
        Map<String, String> owners = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.toList()) {
                String name = directory.relativize(file).toString();
                owners.put(
                        name.isEmpty() ? "." : name,
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " "
                                + Files.getAttribute(file, "unix:uid") + ":" + Files.getAttribute(file, "unix:gid"));
            }
        }
        return owners;
    }

    static SortedMap<String, String> files(Path directory) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(directory.resolve(".bulkhead")))
                    .toList()) {
                files.put(
                        directory.relativize(file).toString(),
                        Files.readString(file) + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return files;
    }

    static List<String> holding(Path directory, Iterable<String> values) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(directory.resolve(".bulkhead/restore-points")))
                    .filter(file -> holds(file, values))
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    static boolean holds(Path file, Iterable<String> values) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String value : values) {
                if (text.contains(value)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Vault() {}
}
