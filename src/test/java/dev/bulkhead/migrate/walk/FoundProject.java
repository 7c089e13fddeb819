package dev.bulkhead.migrate.walk;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A project that nobody made for Bulkhead, to be run on stand-ins.
 *
 * @param folder where it stands in the corpus
 * @param missing files that it needs beside those that the corpus has, name to text
 * @param listening service to ports that it listens on without publishing them
 * @param healthy how many of its containers come to be healthy
 */
record FoundProject(String folder, Map<String, String> missing, Map<String, List<Integer>> listening, int healthy) {

    /** Projects of different kinds: a site with a database, two front doors, logs, measurements, an application with workers. */
    static final List<FoundProject> CHOSEN = List.of(
            new FoundProject(
                    "docker+awesome-compose/nginx-golang-postgres",
                    Map.of(
                            "proxy/nginx.conf",
                            "server { listen 80; location / { proxy_pass http://backend:8000; } }\n"),
                    Map.of("backend", List.of(8000), "db", List.of(5432)),
                    1),
            new FoundProject(
                    "docker+awesome-compose/react-express-mysql",
                    Map.of("backend/package.json", "{}\n", "backend/package-lock.json", "{}\n"),
                    Map.of("db", List.of(3306)),
                    0),
            new FoundProject(
                    "docker+awesome-compose/elasticsearch-logstash-kibana",
                    Map.of("logstash/pipeline/logstash-nginx.config", "input {}\n", "logstash/nginx.log", ""),
                    Map.of(),
                    1),
            new FoundProject(
                    "docker+awesome-compose/prometheus-grafana",
                    Map.of("prometheus/prometheus.yml", "scrape_configs: []\n"),
                    Map.of(),
                    0),
            new FoundProject(
                    "netbox-community+netbox-docker",
                    Map.of(),
                    Map.of(
                            "netbox", List.of(8080),
                            "postgres", List.of(5432),
                            "redis", List.of(6379),
                            "redis-cache", List.of(6379)),
                    6));

    String name() {
        return folder.replaceFirst("^.*[/+]", "");
    }

    /** Brings a copy of it up. */
    VoyageProject start(PrivateEngine engine, Path corpus) throws Exception {
        Path directory = Files.createDirectories(engine.folder("found")).resolve(name());
        SampleFiles.copyTree(corpus.resolve(folder), directory);
        for (Map.Entry<String, String> file : missing.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        StandInImages.provide(engine, images(directory));
        VoyageProject project = new VoyageProject(new SampleStack(engine, directory, Map.of()));
        project.start(healthy);
        return project;
    }

    /** What has no tag is loaded with the one that the engine adds. */
    private static String tagged(String image) {
        return image.indexOf(':', image.lastIndexOf('/') + 1) < 0 ? image + ":latest" : image;
    }

    private Map<String, List<Integer>> images(Path directory) throws Exception {
        ComposeProject read = new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory));
        TreeMap<String, TreeSet<Integer>> ports = new TreeMap<>();
        for (Service service : read.topology().services().values()) {
            // what is built here has the name that Compose gives it
            String image = service.container().image().orElse(read.topology().project() + "-" + service.key());
            TreeSet<Integer> listens = ports.computeIfAbsent(tagged(image), name -> new TreeSet<>());
            service.ports().stream().map(PortMapping::target).forEach(listens::add);
            listens.addAll(listening.getOrDefault(service.key(), List.of()));
        }
        TreeMap<String, List<Integer>> images = new TreeMap<>();
        ports.forEach((image, listens) -> images.put(image, new ArrayList<>(listens)));
        return images;
    }
}
