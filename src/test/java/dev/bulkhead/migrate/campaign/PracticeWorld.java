package dev.bulkhead.migrate.campaign;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.Processes;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.topology.PortMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The project on a practice engine, where time costs nothing and the end of the process is an error that nobody catches. */
final class PracticeWorld extends World {

    private final PracticeEngine practice;
    private final CatalogueAndPlaybooks known;
    private final Time time;

    private PracticeWorld(Path directory, PracticeEngine practice, CatalogueAndPlaybooks known, Time time) {
        super(directory, Engine.of(practice, new PracticeServiceRunner(practice, loader())));
        this.practice = practice;
        this.known = known;
        this.time = time;
    }

    /**
     * Brings the project up in a folder.
     *
     * @param known what comes with the program and is the same for each process
     */
    static PracticeWorld start(Path directory, CatalogueAndPlaybooks known) throws Exception {
        Harbour.write(directory);
        Time time = new Time();
        return new PracticeWorld(
                directory,
                PracticeEngine.running(
                        loader().load(ComposeRequest.of(directory)).topology(), time, new DiskFileTree()),
                known,
                time);
    }

    private static ComposeLoader loader() {
        return new ComposeLoader(new DiskFileTree());
    }

    /** Each look at the clock is a second later, and what takes a while is done at once. */
    private static final class Time implements PracticeTimer {
        private Instant now = Instant.parse("2026-01-05T14:02:10Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public void after(Duration delay, Runnable task) {
            task.run();
        }
    }

    @Override
    Migration migration(MigrationContext context) throws MigrationException {
        return Processes.inNoTime(context, known);
    }

    @Override
    ComposeRequest request() {
        return ComposeRequest.of(directory());
    }

    @Override
    InstantSource clock() {
        return time;
    }

    @Override
    SortedMap<String, String> inspected() throws Exception {
        ObservedState state = practice.observe();
        Map<String, String> names =
                state.containers().stream().collect(Collectors.toMap(ObservedContainer::id, ObservedContainer::name));
        TreeMap<String, String> all = new TreeMap<>();
        for (ObservedContainer container : state.containers()) {
            all.put(container.name(), text(container, names));
        }
        for (ObservedNetwork network : state.networks()) {
            all.put("network " + network.name(), network.options() + "\n" + network.subnets());
        }
        return all;
    }

    private String text(ObservedContainer container, Map<String, String> names) {
        TreeMap<String, String> labels = new TreeMap<>(container.labels());
        labels.remove("com.docker.compose.replace");
        String mode = container.networkMode();
        for (Map.Entry<String, String> name : names.entrySet()) {
            mode = mode.replace(name.getKey(), name.getValue());
        }
        String endpoints = container.endpoints().stream()
                .map(endpoint -> "on " + endpoint.network() + " " + asked(endpoint))
                .sorted()
                .collect(Collectors.joining("\n"));
        String text = String.join(
                "\n",
                container.image() + " " + container.made().imageId(),
                labels.toString(),
                "variables " + container.made().environment(),
                mode,
                container.status().state() + " " + container.status().health(),
                container.ports().stream()
                        .map(PortMapping::text)
                        .sorted()
                        .toList()
                        .toString(),
                endpoints);
        return text.replace(directory().toString(), "DIRECTORY");
    }

    private static String asked(ObservedEndpoint endpoint) {
        return endpoint.asked().aliases().stream().sorted().toList() + " "
                + endpoint.asked().ipv4() + " " + endpoint.asked().ipv6() + " "
                + endpoint.asked().gwPriority();
    }

    @Override
    void sick(String service, boolean sick) throws Exception {
        practice.setHealthy(service, !sick);
    }

    @Override
    void engineAway() {
        practice.goAway("The engine at practice does not answer.");
    }

    @Override
    void engineBack() {
        practice.comeBack();
    }

    @Override
    void occupy(PortMapping port) throws Exception {
        Path other = Files.createDirectories(directory().resolveSibling("other"));
        Files.writeString(
                other.resolve("compose.yml"),
                "services:\n  squatter:\n    image: busybox\n    container_name: squatter\n    ports: [\"" + port.text()
                        + "\"]\n");
        practice.up(loader().load(ComposeRequest.of(other)).topology(), List.of("squatter"), line -> {});
    }

    @Override
    void vacate() throws Exception {
        if (practice.observe().containers().stream().anyMatch(c -> c.name().equals("squatter"))) {
            practice.stop("squatter", Duration.ZERO);
            practice.removeContainer("squatter");
            removeNetwork("other_default");
        }
    }

    @Override
    void end() {
        practice.close();
    }
}
