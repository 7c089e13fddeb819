package dev.bulkhead.check.stack.make;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that runs with Compose is exchanged for its stack, service by service, and taken back, on a private swarm of one host. */
@WithEngine
class StackExchangeIT {

    private static final String COMPOSE = """
        name: shop
        services:
          web:
            image: web:1
            container_name: front
            restart: unless-stopped
            ports: ["8080:80"]
            networks: [edge]
            depends_on: [app]
          app:
            image: app:1
            restart: unless-stopped
            environment: {GREETING: "a $$5 note"}
            secrets: [key]
            volumes: ["./app.conf:/etc/app.conf:ro"]
            networks: [edge, data]
            healthcheck: {test: ["CMD", "true"], interval: 1s}
            depends_on: [db]
          db:
            image: db:1
            restart: unless-stopped
            volumes: ["store:/data"]
            networks: {data: {aliases: [store]}}
        networks:
          edge: {}
          data: {internal: true}
        volumes: {store: {}}
        secrets: {key: {file: key.txt}}
        """;

    private static final Map<String, Integer> PORTS = Map.of("web", 80, "app", 4000, "db", 5432);

    @TempDir
    private Path folder;

    private static Commands.Output script(PrivateEngine engine, Path directory, String... words) throws IOException {
        Map<String, String> environment =
                new HashMap<>(Map.of("DOCKER_HOST", engine.address(), "RESOLVE", "never", "WAIT", "30"));
        environment.put("DOCKER_CONFIG", engine.folder("client").toString());
        environment.put("PATH", EnginePrograms.docker().getParent() + ":" + System.getenv("PATH"));
        List<String> command =
                new ArrayList<>(List.of("sh", directory.resolve("stack.sh").toString()));
        command.addAll(List.of(words));
        return Commands.run(environment, directory, command);
    }

    /** Makes the stack of the project and writes its files beside it. */
    private void made() throws Exception {
        DiskFileTree files = new DiskFileTree();
        MadeStack stack = StackMaking.of(
                new ComposeLoader(files).resolve(ComposeRequest.of(folder)), files, new StackMaking.Wishes(false));
        Files.writeString(folder.resolve(MadeStack.FILE), stack.file());
        Files.writeString(folder.resolve("stack.sh"), StackScript.of(stack));
    }

    private static String container(PrivateEngine engine, String label, String service) throws IOException {
        return engine.docker("ps", "-q", "--filter", "label=" + label + "=" + service)
                .strip();
    }

    private static String task(PrivateEngine engine, String service) throws IOException {
        return container(engine, "com.docker.swarm.service.name", "shop_" + service);
    }

    private static String old(PrivateEngine engine, String service) throws IOException {
        return container(engine, "com.docker.compose.service", service);
    }

    private static boolean reaches(PrivateEngine engine, String from, String name, int port) throws IOException {
        try {
            engine.docker("exec", from, "sh", "-c", "nc -w 1 " + name + " " + port + " </dev/null");
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The short one: one service with its state. */
    @Test
    void oneServiceIsExchangedAndTakenBackWithWhatItKeeps(PrivateEngine engine) throws Exception {
        StackRoomIT.swarm(engine);
        StandInImages.provide(engine, Map.of("db:1", List.of(5432)));
        Files.writeString(folder.resolve("compose.yaml"), """
                name: shop
                services:
                  db: {image: "db:1", volumes: ["store:/data"]}
                volumes: {store: {}}
                """);
        made();
        engine.compose(folder, Map.of(), "up", "-d", "--wait");
        String before = old(engine, "db");
        engine.docker("exec", before, "sh", "-c", "echo kept >/data/mark");

        Commands.Output prepared = script(engine, folder, "prepare");
        assertThat(prepared.exitCode()).describedAs(prepared.output()).isZero();
        Commands.Output moved = script(engine, folder, "move");
        assertThat(moved.exitCode()).describedAs(moved.output()).isZero();
        assertThat(old(engine, "db")).isEmpty();
        assertThat(engine.docker("exec", task(engine, "db"), "cat", "/data/mark")
                        .strip())
                .isEqualTo("kept");

        Commands.Output back = script(engine, folder, "back");
        assertThat(back.exitCode()).describedAs(back.output()).isZero();
        assertThat(old(engine, "db")).isEqualTo(before);
        assertThat(engine.docker("stack", "ls", "--format", "{{.Name}}")).isEmpty();
        engine.compose(folder, Map.of(), "down", "-v");
    }

    @Test
    @Tag("long")
    void isExchangedServiceByServiceAndTakenBack(PrivateEngine engine) throws Exception {
        StackRoomIT.swarm(engine);
        StandInImages.provide(engine, Map.of("web:1", List.of(80), "app:1", List.of(4000), "db:1", List.of(5432)));
        Files.writeString(folder.resolve("compose.yaml"), COMPOSE);
        Files.writeString(folder.resolve("key.txt"), "hunter1234567");
        Files.writeString(folder.resolve("app.conf"), "listen 4000");
        made();
        engine.compose(folder, Map.of(), "up", "-d", "--wait");
        Map<String, String> before = new HashMap<>();
        for (String service : PORTS.keySet()) {
            before.put(service, old(engine, service));
        }
        String started = engine.docker("inspect", "-f", "{{.State.StartedAt}}", before.get("app"));
        engine.docker("exec", before.get("db"), "sh", "-c", "echo kept >/data/mark");

        Commands.Output prepared = script(engine, folder, "prepare");
        assertThat(prepared.exitCode()).describedAs(prepared.output()).isZero();
        assertThat(engine.docker("inspect", "-f", "{{.State.StartedAt}}", before.get("app")))
                .describedAs("nothing is started anew by preparing")
                .isEqualTo(started);

        Commands.Output one = script(engine, folder, "move", "db");
        assertThat(one.exitCode()).describedAs(one.output()).isZero();
        assertThat(reaches(engine, before.get("app"), "store", 5432))
                .describedAs("who still runs with Compose reaches what is in the stack already")
                .isTrue();

        Commands.Output moved = script(engine, folder, "move");
        assertThat(moved.exitCode()).describedAs(moved.output()).isZero();
        assertThat(old(engine, "web") + old(engine, "app") + old(engine, "db")).isEmpty();
        assertThat(apart(engine)).isEmpty();
        assertThat(engine.docker("exec", task(engine, "db"), "cat", "/data/mark")
                        .strip())
                .isEqualTo("kept");
        assertThat(engine.docker(
                        "exec",
                        task(engine, "app"),
                        "sh",
                        "-c",
                        "cat /run/secrets/key /etc/app.conf; echo \"$GREETING\""))
                .isEqualTo("hunter1234567listen 4000a $5 note\n");
        assertThat(reaches(engine, task(engine, "app"), "front", 80)).isTrue();
        assertThat(engine.inNetwork("sh", "-c", "busybox nc -w 2 127.0.0.1 8080 </dev/null")
                        .exitCode())
                .isZero();

        assertThat(engine.inNetwork("sh", "-c", "busybox nc -w 2 " + gateway(engine, "app") + " 4000 </dev/null")
                        .exitCode())
                .describedAs("the host reaches who is on an overlay that is not internal, over docker_gwbridge")
                .isZero();
        assertThat(gateway(engine, "db"))
                .describedAs("who is on internal overlays only has no second way")
                .isEmpty();

        Commands.Output back = script(engine, folder, "back");
        assertThat(back.exitCode()).describedAs(back.output()).isZero();
        for (String service : PORTS.keySet()) {
            assertThat(old(engine, service)).isEqualTo(before.get(service));
        }
        assertThat(engine.docker("stack", "ls", "--format", "{{.Name}}")).isEmpty();
        assertThat(engine.docker("inspect", "-f", "{{.HostConfig.RestartPolicy.Name}}", before.get("db"))
                        .strip())
                .isEqualTo("unless-stopped");
        assertThat(prepared.output() + one.output() + moved.output() + back.output())
                .doesNotContain("hunter");
    }

    /** Returns the address of a task on the bridge by which overlays lead out; empty where it has none. */
    private static String gateway(PrivateEngine engine, String service) throws IOException {
        return engine.docker("exec", task(engine, service), "ip", "-4", "-o", "addr")
                .lines()
                .filter(line -> line.contains(" 172."))
                .map(line -> line.replaceFirst(".* (172[0-9.]+)/.*", "$1"))
                .findFirst()
                .orElse("");
    }

    /** Returns the pairs of services on which packets and the matrix of the project differ. */
    private List<String> apart(PrivateEngine engine) throws Exception {
        ReachMatrix matrix = Reach.compute(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(folder))
                        .topology(),
                ReachOptions.defaults());
        List<String> apart = new ArrayList<>();
        for (String from : PORTS.keySet()) {
            for (String to : PORTS.keySet()) {
                int source = matrix.indexOf(new Subject.OfService(from)).orElseThrow();
                int target = matrix.indexOf(new Subject.OfService(to)).orElseThrow();
                boolean told = source == target
                        || (matrix.verdict(source, target) == Verdict.REACHABLE && matrix.names(source, target));
                if (reaches(engine, task(engine, from), to, PORTS.get(to)) != told) {
                    apart.add(from + " -> " + to + ", told " + told);
                }
            }
        }
        return apart;
    }
}
