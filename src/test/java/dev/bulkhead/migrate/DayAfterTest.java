package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.restore.StateDirectory;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The day after iterations 5 to 7: what happens to a project meanwhile, and the way back from there. */
class DayAfterTest {

    private static final String COMPOSE = """
            name: shop
            services:
              web:
                image: nginx:1.29
                networks: [outside, six]
              db:
                image: postgres:17
                environment:
                  POSTGRES_PASSWORD: ${DB_PASSWORD:?set it}
                networks: [inside]
              jobs:
                image: rabbitmq:4
                networks: [inside]
            networks:
              outside: {}
              inside: {internal: true}
              six:
                enable_ipv6: true
                ipam: {config: [{subnet: 172.31.7.0/24}, {subnet: "fd00:7::/64"}]}
            """;

    private final Path directory;
    private final PracticeProject project;
    private final Map<String, String> files;
    private final NormalisedState engine;

    DayAfterTest(@TempDir Path parent) throws Exception {
        directory = Files.createDirectories(parent.resolve("shop"));
        Files.writeString(directory.resolve(".env"), "DB_PASSWORD=planted-Database-55\n");
        project = PracticeProject.of(directory, COMPOSE);
        files = files(directory);
        engine = NormalisedState.of(project.engine().observe(), "shop");
    }

    /** Iteration 6 builds on 1, which is no part of what is looked at here. */
    private String make(String iteration) throws Exception {
        if (iteration.equals("6")) {
            assertThat(make("1")).isEqualTo("Done and verified.");
        }
        return project.migration().session(iteration).apply(event -> {}).sentence();
    }

    private Map<String, String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve(".bulkhead")))
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(), DayAfterTest::text, (a, b) -> b, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes all the way back. */
    private String back(Migration migration, Map<String, Take> choices) throws MigrationException {
        return migration
                .rollback(
                        Optional.of(migration.restorePoints().getLast().id()),
                        choices,
                        Set.of(Surprises.DIRECTORY),
                        event -> {})
                .sentence();
    }

    private void asBefore(Path folder) throws Exception {
        assertThat(files(folder)).isEqualTo(files);
        assertThat(NormalisedState.of(project.engine().observe(), "shop")).isEqualTo(engine);
    }

    private record State(Path path) implements StateDirectory {
        @Override
        public void create() throws IOException {
            Files.createDirectories(path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "6", "7"})
    void aFolderThatWasMovedIsGoneBackIn(String iteration) throws Exception {
        assertThat(make(iteration)).isEqualTo("Done and verified.");
        Path moved = directory.resolveSibling("moved");
        Files.move(directory, moved);
        Migration migration = Processes.inNoTime(
                new MigrationContext(
                        new ComposeRequest(moved, List.of(), Optional.of("shop"), List.of(), List.of(), Map.of()),
                        new DiskFileTree(),
                        project.connection(),
                        new State(moved.resolve(".bulkhead")),
                        () -> Instant.parse("2026-01-06T14:02:10Z"),
                        () -> false),
                CatalogueAndPlaybooks.bundled());

        assertThat(back(migration, Map.of())).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(files(moved)).isEqualTo(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "6", "7"})
    void aContainerThatWasConnectedByHandIsBroughtBackToWhatItWas(String iteration) throws Exception {
        assertThat(make(iteration)).isEqualTo("Done and verified.");
        project.engine()
                .createNetwork(
                        new NetworkSpec("by-hand", NetworkOptions.defaults(), List.of(Subnet.of("10.201.77.0/24"))));
        project.engine().connect("by-hand", "shop-db-1", EndpointSpec.PLAIN);

        assertThat(back(project.migration(), Map.of())).isEqualTo("Rolled back: files and engine are as they were.");

        assertThat(files(directory)).isEqualTo(files);
        assertThat(project.engine().observe().containers("shop", "db").stream()
                        .flatMap(container -> container.endpoints().stream())
                        .map(ObservedEndpoint::network)
                        .toList())
                .containsExactly("shop_inside");
    }

    @Test
    void filesThatTheIterationWroteAndSomebodyEditedAskWhatBecomesOfThem() throws Exception {
        assertThat(make("6")).isEqualTo("Done and verified.");
        Path written = directory.resolve("monitoring/loki/config.yml");
        Files.writeString(written, Files.readString(written) + "# mine\n");

        assertThatThrownBy(() -> back(project.migration(), Map.of()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("monitoring/loki/config.yml");
        assertThat(text(written)).endsWith("# mine\n");

        assertThat(back(project.migration(), Map.of("monitoring/loki/config.yml", Take.FOUND)))
                .isEqualTo("Rolled back: files and engine are as they were.");
        asBefore(directory);
    }

    @Test
    void linesOfTheOperatorsBesideThoseOfTheIterationStayOnTheWayBack() throws Exception {
        assertThat(make("5")).isEqualTo("Done and verified.");
        Path main = directory.resolve("compose.yml");
        Files.writeString(main, "# mine\n" + Files.readString(main));

        assertThat(back(project.migration(), Map.of())).isEqualTo("Rolled back: files and engine are as they were.");

        assertThat(text(main)).isEqualTo("# mine\n" + COMPOSE);
        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @Test
    void somebodyElsesContainerOfTheSameNameIsNotTouched() throws Exception {
        assertThat(make("1")).isEqualTo("Done and verified.");
        String id = project.engine()
                .createContainer(new NewContainer(
                        "shop-loki-1", "busybox", List.of(), Map.of(), Map.of(), Optional.empty(), EndpointSpec.PLAIN));

        assertThat(project.migration().session("6").apply(event -> {}).sentence())
                .startsWith("Rolled back: files and engine are as they were.")
                .contains("shop-loki-1");

        assertThat(project.engine().observe().containers())
                .filteredOn(container -> container.name().equals("shop-loki-1"))
                .extracting(ObservedContainer::id)
                .containsExactly(id);
        assertThat(directory.resolve("monitoring")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "6", "7"})
    void networksOfBothFamiliesGoOnAndComeBack(String iteration) throws Exception {
        assertThat(make(iteration)).isEqualTo("Done and verified.");

        assertThat(back(project.migration(), Map.of())).isEqualTo("Rolled back: files and engine are as they were.");

        asBefore(directory);
    }
}
