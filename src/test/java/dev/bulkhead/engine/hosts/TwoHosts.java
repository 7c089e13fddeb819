package dev.bulkhead.engine.hosts;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A project that is spread over two practice engines, and something of another project on the second.
 *
 * @param atlas has web
 * @param borea has db, and a container of the project elsewhere
 */
public record TwoHosts(Path project, PracticeEngine atlas, PracticeEngine borea) {

    private static final String WEB = "  web:\n    image: nginx\n    ports: [\"8080:80\"]\n    networks: [front]\n";
    private static final String DB = "  db:\n    image: postgres\n    networks: [front, back]\n";
    private static final String NETWORKS = "networks:\n  front:\n  back:\n    internal: true\n";

    /** Writes the project into a folder, and lets its services run. */
    public static TwoHosts in(Path folder) throws Exception {
        Path project = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(project.resolve("compose.yml"), "name: shop\nservices:\n" + WEB + DB + NETWORKS);
        return new TwoHosts(
                project,
                running(folder.resolve("atlas"), "name: shop\nservices:\n" + WEB + NETWORKS, ""),
                running(
                        folder.resolve("borea"),
                        "name: shop\nservices:\n" + DB + NETWORKS,
                        "name: elsewhere\nservices:\n  mail:\n    image: postfix\n"));
    }

    private static final String EDGE = """
              proxy: {image: traefik, ports: ['80:80', '443:443'], networks: [front]}
              portal: {image: authelia/authelia, networks: [front, auth]}
              shop: {image: nginx, ports: ['8080:80'], networks: [front, back]}
              cart: {image: redis, networks: [back]}
            """;
    private static final String STORE = """
              db: {image: postgres, ports: ['127.0.0.1:5432:5432'], networks: [back, store]}
              jobs: {image: busybox, networks: [back, store]}
              backup: {image: restic/restic, networks: [store]}
              files: {image: nextcloud, ports: ['8443:443'], networks: [front, store]}
            """;
    private static final String ALL =
            "networks:\n  front:\n  auth: {internal: true}\n  back:\n  store: {internal: true}\n";

    /** Writes a project of eight services into a folder, half of them on each host, and lets them run. */
    public static TwoHosts ofEight(Path folder) throws Exception {
        Path project = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(project.resolve("compose.yml"), "name: shop\nservices:\n" + EDGE + STORE + ALL);
        return new TwoHosts(
                project,
                running(folder.resolve("atlas"), "name: shop\nservices:\n" + EDGE + ALL, ""),
                running(folder.resolve("borea"), "name: shop\nservices:\n" + STORE + ALL, ""));
    }

    private static PracticeEngine running(Path folder, String part, String beside) throws Exception {
        PracticeEngine engine =
                PracticeProject.of(Files.createDirectories(folder), part).engine();
        if (!beside.isEmpty()) {
            Topology other = topology(folder.resolve("beside"), beside);
            engine.up(other, List.copyOf(other.services().keySet()), line -> {});
        }
        return engine;
    }

    private static Topology topology(Path folder, String compose) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("compose.yml"), compose);
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(folder))
                .topology();
    }

    /** Returns the project as its files mean it. */
    public Topology topology() throws Exception {
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(project))
                .topology();
    }

    /** Returns both, watched together. */
    public LiveHosts together() {
        return new LiveHosts(List.of(host("atlas", atlas), host("borea", borea)));
    }

    private static HostEngine host(String name, PracticeEngine engine) {
        return new HostEngine(
                name, Engine.of(engine, new PracticeServiceRunner(engine, new ComposeLoader(new DiskFileTree()))));
    }
}
