package dev.bulkhead.workspace.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects of many kinds on a real engine, imported and brought up on one that never saw them. */
abstract class ImportedStacks {

    private static final List<String> FOUND = List.of(
            "docker+awesome-compose/nginx-golang-mysql", "docker+awesome-compose/elasticsearch-logstash-kibana");

    private final PrivateEngine engine;

    @TempDir
    private Path scratch = Path.of("");

    ImportedStacks(PrivateEngine engine) {
        this.engine = engine;
    }

    @Test
    void theMediaServerIsTheSameAgain() throws Exception {
        try (PrivateEngine fresh = PrivateEngine.start(engine.release())) {
            assertThat(mediaServer(new RoundTrip(engine, fresh))).isEmpty();
        }
    }

    /** Returns the differences of the media server. */
    static List<String> mediaServer(RoundTrip trip) throws Exception {
        SampleStack stack = SampleStack.prepare(trip.first(), SampleFiles.MEDIASERVER);
        List<String> images =
                stack.compose("config", "--images").lines().distinct().toList();
        return trip.differences(
                new RoundTrip.Original("mediaserver", stack.directory(), stack.environment(), List.of()),
                one -> RoundTrip.share(trip.first(), one, images));
    }

    @Test
    void projectsFoundInTheWildAreTheSameAgain() throws Exception {
        Optional<Path> corpus = CorpusCases.corpus();
        if (corpus.isEmpty()) {
            System.err.println("SKIPPED: NO PROJECT FOUND IN THE WILD WAS IMPORTED: THE CORPUS FOLDER IS NOT HERE");
            Assumptions.abort("the corpus folder is not here");
        }
        try (PrivateEngine fresh = PrivateEngine.start(engine.release())) {
            ImportedCorpus walk = new ImportedCorpus(new RoundTrip(engine, fresh), scratch.toRealPath());
            Map<String, List<CorpusCases.Case>> projects = ImportedCorpus.projects(corpus.get());
            for (String place : FOUND) {
                walk.take(place, projects.getOrDefault(place, List.of()));
            }
            assertThat(walk.notRun()).isEmpty();
            assertThat(walk.run()).isEqualTo(FOUND);
            assertThat(walk.differences()).isEmpty();
        }
    }

    private Path file(String name, String text) throws IOException {
        Path file = scratch.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file;
    }

    @Test
    void severalProjectsComeIntoADirectoryEachAndSeveralFilesStaySeveral() throws Exception {
        file("edge/compose.yaml", """
                services:
                  proxy: {image: "app:1", ports: ["80:80"], networks: [shared]}
                networks: {shared: {name: shared-net}}
                """);
        Path web = file("shop/web.yml", """
                services:
                  web: {image: "app:1", networks: [default, shared], environment: {SHOP_SECRET: abcdef123}}
                networks: {shared: {name: shared-net, external: true}}
                """);
        Path data = file("shop/data.yml", """
                services:
                  db: {image: "app:1", volumes: ["kept:/data"]}
                volumes: {kept: {}}
                """);
        StandInImages.provide(engine, "app:1");
        engine.compose(scratch.resolve("edge"), Map.of(), "up", "-d");
        for (Path file : List.of(web, data)) {
            engine.compose(scratch.resolve("shop"), Map.of(), "-f", file.toString(), "up", "-d");
        }
        engine.docker("run", "-d", "--name", "loose", "-e", "PLAIN=1", "--network", "shared-net", "app:1");
        try (PrivateEngine fresh = PrivateEngine.start(engine.release())) {
            InspectedProject was = InspectedProject.of(engine, Set.of());
            Path found = scratch.resolve("found");
            new RoundTrip(engine, fresh).imports(found);

            assertThat(Files.readString(found.resolve("shop/compose.yaml")))
                    .contains("include:\n  - data.yaml\n  - web.yaml\n");
            assertThat(Files.readString(found.resolve("shop/data.yaml"))).startsWith("# From " + data + ".\n");
            assertThat(found.resolve("shop/.env")).content().contains("WEB_SHOP_SECRET=abcdef123");
            RoundTrip.share(engine, fresh, List.of("app:1"));
            for (String project : List.of("edge", "shop", "found")) {
                fresh.compose(found.resolve(project), Map.of(), "up", "-d");
            }
            assertThat(was.differencesTo(InspectedProject.of(fresh, Set.of())))
                    // what belonged to no project has the labels and the name of a service now
                    .filteredOn(difference -> !difference.startsWith("container /loose/"))
                    .isEmpty();
            assertThat(fresh.docker("exec", "loose", "sh", "-c", "echo $PLAIN")).isEqualTo("1\n");
        } finally {
            RoundTrip.empty(engine);
        }
    }

    @Test
    void whatIsLeftOutIsAskedFor() throws Exception {
        file("asked/compose.yaml", """
                services:
                  web: {image: "app:1", environment: {TOKEN: "abcdef$$123"}, command: ["80", "--password", "geheim1"]}
                """);
        StandInImages.provide(engine, "app:1");
        engine.compose(scratch.resolve("asked"), Map.of(), "up", "-d");
        try (PrivateEngine fresh = PrivateEngine.start(engine.release())) {
            InspectedProject was = InspectedProject.of(engine, Set.of());
            Path found = scratch.resolve("given");
            new RoundTrip(engine, fresh).imports(found, "--secrets", "nowhere");
            RoundTrip.share(engine, fresh, List.of("app:1"));

            assertThat(refusal(fresh, found)).contains("is a secret, see compose.yaml");
            fresh.compose(found, Map.of("WEB_TOKEN", "abcdef$123", "WEB_COMMAND_2", "geheim1"), "up", "-d");
            assertThat(was.differencesTo(InspectedProject.of(fresh, Set.of()))).isEmpty();
        } finally {
            RoundTrip.empty(engine);
        }
    }

    private static String refusal(PrivateEngine fresh, Path directory) {
        try {
            return "no refusal: " + fresh.compose(directory, Map.of(), "up", "-d");
        } catch (IOException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    /** A Swarm notes addresses and subnets that it chose as if they had been asked for. */
    @Test
    void aNetworkOfASwarmHasNeitherItsSubnetNorItsAddressesPinned() throws Exception {
        file("wide/compose.yaml", """
                services:
                  one: {image: "app:1", networks: [spread]}
                  two: {image: "app:1", networks: {spread: {aliases: [second]}}}
                  three: {image: "app:1", networks: [chosen]}
                networks:
                  spread: {driver: overlay, attachable: true}
                  chosen: {driver: overlay, attachable: true, ipam: {config: [{subnet: 10.99.0.0/24}]}}
                """);
        StandInImages.provide(engine, "app:1");
        try (PrivateEngine fresh = PrivateEngine.start(engine.release())) {
            for (PrivateEngine one : List.of(engine, fresh)) {
                one.docker("swarm", "init", "--advertise-addr", "198.18.0.1");
            }
            RoundTrip trip = new RoundTrip(engine, fresh);
            List<String> differences = trip.differences(
                    new RoundTrip.Original("wide", scratch.resolve("wide"), Map.of(), List.of()),
                    one -> RoundTrip.share(engine, one, List.of("app:1")));
            assertThat(differences)
                    .filteredOn(each -> !each.contains("/IPAMConfig/"))
                    .isEmpty();
            assertThat(Files.readString(fresh.folder("imported").resolve("wide0/compose.yaml")))
                    .contains("driver: overlay", "subnet: 10.99.0.0/24", "a Swarm notes those that it chooses")
                    .doesNotContain("ipv4_address", "subnet: 10.0.");
        } finally {
            engine.docker("swarm", "leave", "--force");
            engine.docker("network", "rm", "docker_gwbridge");
        }
    }

    /** The comparison is able to fail: each part of a container, network or volume that is another one is told. */
    @Test
    void whatIsNotTheSameIsTold() throws Exception {
        StandInImages.provide(engine, "app:1");
        Path project = file("seen/compose.yaml", """
                services:
                  web: {image: "app:1", command: ["80"], networks: [front], volumes: ["kept:/data"], mem_limit: 64m}
                networks: {front: {internal: true}}
                volumes: {kept: {labels: {a: b}}}
                """);
        engine.compose(scratch.resolve("seen"), Map.of(), "up", "-d");
        InspectedProject was = InspectedProject.of(engine, Set.of());
        engine.compose(scratch.resolve("seen"), Map.of(), "down", "-v", "-t", "0");
        Files.writeString(
                project,
                Files.readString(project)
                        .replace("[\"80\"]", "[\"80\", \"81\"]")
                        .replace("64m", "65m")
                        .replace("internal: true", "internal: false")
                        .replace("a: b", "a: c"));
        engine.compose(scratch.resolve("seen"), Map.of(), "up", "-d");
        try {
            assertThat(was.differencesTo(InspectedProject.of(engine, Set.of())))
                    .containsExactlyInAnyOrder(
                            "container /seen-web-1/Config/Cmd: [80] -> [80, 81]",
                            "container /seen-web-1/HostConfig/Memory: 67108864 -> 68157440",
                            "container /seen-web-1/HostConfig/MemorySwap: 134217728 -> 136314880",
                            "network seen_front/Internal: true -> false",
                            "volume seen_kept/Labels/a: b -> c");
        } finally {
            RoundTrip.empty(engine);
        }
    }
}
