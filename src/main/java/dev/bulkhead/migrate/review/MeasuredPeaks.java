package dev.bulkhead.migrate.review;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bulkhead.engine.measured.PeakUse;
import dev.bulkhead.migrate.record.RecordFile;
import dev.bulkhead.migrate.record.StoredJson;
import dev.bulkhead.migrate.restore.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Peak use of a project's services as it was measured over a long time, kept beside the project.
 *
 * @param services service to its peak
 */
public record MeasuredPeaks(SortedMap<String, Peak> services) {

    private static final RecordFile FORMAT = new RecordFile("measured", 1);
    private static final JsonMapper JSON = StoredJson.mapper().build();
    private static final String NAME = "measured.json";

    /** Nothing was measured. */
    static final MeasuredPeaks NONE = new MeasuredPeaks(new TreeMap<>());

    public MeasuredPeaks {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /**
     * Peak of a service.
     *
     * @param image the image that it ran; another one uses as much as it likes
     * @param use the peak, over all the time in which it was looked at
     */
    public record Peak(String image, PeakUse use) {}

    /**
     * Reads what is kept.
     *
     * @throws IOException if it cannot be read
     */
    static MeasuredPeaks read(StateDirectory state) throws IOException {
        Path file = state.path().resolve(NAME);
        return Files.isRegularFile(file) ? JSON.readValue(FORMAT.read(file), MeasuredPeaks.class) : NONE;
    }

    void write(StateDirectory state) throws IOException {
        state.create();
        FORMAT.write(state.path().resolve(NAME), JSON.writeValueAsBytes(this));
    }

    /** Returns these with another look at a service; what an earlier image used is forgotten. */
    MeasuredPeaks with(String service, Peak look) {
        SortedMap<String, Peak> all = new TreeMap<>(services);
        all.merge(
                service,
                look,
                (before, now) -> before.image().equals(now.image())
                        ? new Peak(now.image(), before.use().and(now.use()))
                        : now);
        return new MeasuredPeaks(all);
    }

    /** Returns the peak of a service while it ran an image. */
    Optional<PeakUse> of(String service, String image) {
        return Optional.ofNullable(services.get(service))
                .filter(peak -> peak.image().equals(image))
                .map(Peak::use);
    }
}
