package dev.bulkhead.migrate.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.record.Digest;
import dev.bulkhead.migrate.record.RecordFile;
import dev.bulkhead.testing.ManualTimer;
import dev.bulkhead.testing.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointsTest {

    private final Path directory;
    private final RestorePoints points;

    RestorePointsTest(@TempDir Path directory) {
        this.directory = directory;
        this.points = new RestorePoints(directory.resolve("points"));
    }

    private static RestorePoint point(String id, String taken) {
        return new RestorePoint(id, id, "1", Instant.parse(taken), new RestorePoint.Counts(2, 19, 1, 5));
    }

    private static ObservedState mediaServer() throws Exception {
        return PracticeEngine.running(
                        new ComposeLoader(new DiskFileTree())
                                .load(ComposeRequest.of(SampleFiles.original(SampleFiles.MEDIASERVER)))
                                .topology(),
                        new ManualTimer())
                .observe();
    }

    @Test
    void givesBackBytesModesAndTheEnginesWholeState() throws Exception {
        byte[] bytes = {0, (byte) 0xff, 13, 10, 0};
        RestoreContent content = new RestoreContent(
                point("rp-1", "2026-01-05T14:02:11Z"),
                "mediaserver",
                "/p",
                List.of(
                        new FileCopy(
                                "a.yml", new Kept.Bytes(bytes), Optional.of("rw-r-----"), new Kept.Bytes(new byte[] {1
                                })),
                        new FileCopy("new.yml", new Kept.Absent(), Optional.empty(), new Kept.Bytes(bytes))),
                mediaServer(),
                List.of(new ContainerBlueprint("traefik", "sha256:1", Optional.empty(), "{}")));

        points.take(content);
        RestoreContent read = points.load("rp-1").orElseThrow();

        assertThat(read).isEqualTo(content);
    }

    @Test
    void whatAnEarlierBuildKeptIsReadThoughItKnewLess() throws Exception {
        ObservedState state = mediaServer();
        points.take(new RestoreContent(
                point("rp-1", "2026-01-05T14:02:11Z"), "mediaserver", "/p", List.of(), state, List.of()));
        Path place = directory.resolve("points").resolve("rp-1");
        RecordFile states = new RecordFile("engine-state", 2);
        RecordFile manifests = new RecordFile("restore-point", 2);
        byte[] now = states.read(place.resolve("engine"));
        byte[] earlier = new String(now, StandardCharsets.UTF_8)
                .replaceAll(",\"publishes\":\\[[^]]*]", "")
                .replaceAll(",\"hostname\":(null|\"[^\"]*\")", "")
                .getBytes(StandardCharsets.UTF_8);
        String manifest = new String(manifests.read(place.resolve("manifest")), StandardCharsets.UTF_8);
        assertThat(new String(earlier, StandardCharsets.UTF_8)).doesNotContain("publishes", "hostname", "Ipv4");
        states.write(place.resolve("engine"), earlier);
        manifests.write(
                place.resolve("manifest"),
                manifest.replace(Digest.of(now), Digest.of(earlier)).getBytes(StandardCharsets.UTF_8));

        RestoreContent read = points.load("rp-1").orElseThrow();

        assertThat(NormalisedState.of(read.state(), "mediaserver")
                        .differencesTo(NormalisedState.of(state, "mediaserver")))
                .isEmpty();
    }

    @Test
    void nobodyElseCanReadIt() throws Exception {
        points.take(new RestoreContent(
                point("rp-1", "2026-01-05T14:02:11Z"),
                "shop",
                "/p",
                List.of(),
                new ObservedState(List.of(), List.of()),
                List.of()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        directory.resolve("points").resolve("rp-1"))))
                .isEqualTo("rwx------");
    }

    @Test
    void listsTheNewestFirstWhateverTheClockSaidAndSkipsOneThatWasNotFinished() throws Exception {
        ObservedState nothing = new ObservedState(List.of(), List.of());
        points.take(new RestoreContent(
                point("0002-a", "2026-01-05T14:02:11Z"), "shop", "/p", List.of(), nothing, List.of()));
        points.take(new RestoreContent(
                point("0001-b", "2036-01-06T14:02:11Z"), "shop", "/p", List.of(), nothing, List.of()));
        Files.createDirectory(directory.resolve("points").resolve("c"));

        assertThat(points.list().points()).extracting(RestorePoint::id).containsExactly("0002-a", "0001-b");
        assertThat(points.load("c")).isEmpty();
    }

    @Test
    void aNameThatLeadsElsewhereIsNone() throws Exception {
        Files.writeString(directory.resolve("manifest.json"), "{}", StandardCharsets.UTF_8);
        Files.createDirectory(directory.resolve("points"));

        assertThat(points.load("..")).isEmpty();
    }
}
