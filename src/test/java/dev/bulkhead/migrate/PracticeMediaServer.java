package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.live.InNoTime;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.restore.StateDirectory;
import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The media server sample on a practice engine where time costs nothing. */
final class PracticeMediaServer {

    final Path directory;
    final PracticeEngine engine;
    final Migration migration;
    /** The time, which stands until somebody changes it. */
    Instant now = Instant.parse("2026-01-05T14:02:10Z");
    /** Whether an editor holds changes that are not on disk. */
    boolean unsaved;

    PracticeMediaServer(Path parent) throws Exception {
        this(parent, "lan");
    }

    /** The sample as it runs below a domain of the LAN. */
    PracticeMediaServer(Path parent, String domain) throws Exception {
        directory = SampleFiles.copy(SampleFiles.MEDIASERVER, parent);
        Path settings = directory.resolve(".env");
        Files.writeString(settings, Files.readString(settings).replace("LAN_DOMAIN=lan", "LAN_DOMAIN=" + domain));
        ComposeRequest request = ComposeRequest.of(directory);
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        engine = PracticeEngine.running(loader.load(request).topology(), new AtOnce(), new DiskFileTree());
        migration = migrationOn(plain -> plain);
    }

    /** Returns migrations as another process has them, with something before the engine. */
    Migration migrationOn(UnaryOperator<Engine> before) throws Exception {
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        return new Migration(
                new MigrationContext(
                        ComposeRequest.of(directory),
                        new DiskFileTree(),
                        before.apply(Engine.of(engine, new PracticeServiceRunner(engine, loader))),
                        new State(directory.resolve(".bulkhead")),
                        new AtOnce(),
                        () -> unsaved),
                CatalogueAndPlaybooks.bundled(),
                new InNoTime());
    }

    /** A clock that stands, and waits that are over at once. */
    private final class AtOnce implements PracticeTimer {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void after(Duration delay, Runnable task) {
            task.run();
        }
    }

    private record State(Path path) implements StateDirectory {
        @Override
        public void create() throws IOException {
            Files.createDirectories(path);
        }
    }

    NormalisedState engineState() throws Exception {
        return NormalisedState.of(engine.observe(), "mediaserver");
    }

    /** Returns the name of each file of the project to its text. */
    Map<String, String> files() throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (!name.startsWith(".bulkhead")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }

    /** Returns the id of each container by name. */
    Map<String, String> ids() throws Exception {
        return engine.observe().containers().stream()
                .collect(Collectors.toMap(ObservedContainer::name, ObservedContainer::id));
    }

    /** Returns the networks of each container by name, in one line. */
    Map<String, String> assignments() throws Exception {
        return engine.observe().containers().stream()
                .collect(Collectors.toMap(
                        ObservedContainer::name,
                        container -> container.endpoints().stream()
                                .map(ObservedEndpoint::network)
                                .sorted()
                                .collect(Collectors.joining(" "))));
    }
}
