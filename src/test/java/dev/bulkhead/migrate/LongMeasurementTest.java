package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.review.LongMeasurement;
import dev.bulkhead.migrate.review.MeasuredPeaks;
import dev.bulkhead.workspace.ProjectDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured over a long time is kept beside the project and counts in iteration 7. */
class LongMeasurementTest {

    private final Path parent;

    LongMeasurementTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private PracticeProject shop() throws Exception {
        return PracticeProject.of(parent, """
                name: shop
                services:
                  web:
                    image: nginx:1.29

                  db:
                    image: postgres:17
                    environment: {POSTGRES_PASSWORD: planted-secret}
                    volumes: ["data:/var/lib/postgresql/data"]

                volumes:
                  data: {}
                """);
    }

    @Test
    void whatWasMeasuredForDaysCountsBesideTheLookOfNow() throws Exception {
        PracticeProject shop = shop();
        MigrationContext context = new MigrationContext(
                ComposeRequest.of(shop.directory),
                new DiskFileTree(),
                shop.connection(),
                ProjectDirectory.of(shop.directory),
                InstantSource.system(),
                () -> false);

        LongMeasurement measurement = new LongMeasurement(context, Duration.ofSeconds(1));
        MeasuredPeaks once = measurement.measure(Optional.of(Duration.ofMillis(1)), sentence -> {});
        MeasuredPeaks twice = measurement.measure(Optional.of(Duration.ofMillis(1)), sentence -> {});

        assertThat(twice.services().keySet()).containsExactly("db", "web");
        assertThat(twice.services())
                .hasEntrySatisfying(
                        "web",
                        later -> assertThat(once.services())
                                .hasEntrySatisfying(
                                        "web",
                                        first -> assertThat(later.use().window())
                                                .isGreaterThan(first.use().window())));
        PracticeProject after = new PracticeProject(shop.directory);
        assertThat(PracticeProject.rows(after.migration().session("7"), "memory")
                        .getLast()
                        .why())
                .matches("Peak .* over 2 s.*");
        Files.writeString(shop.directory.resolve(".bulkhead/measured.json"), "no record");
        assertThatThrownBy(() -> after.migration().session("7").questions())
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("What was measured cannot be read: ");
    }
}
