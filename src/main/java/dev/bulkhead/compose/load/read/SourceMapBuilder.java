package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import java.util.HashMap;
import java.util.Map;

/** Collects where the parts of a topology stand. */
public final class SourceMapBuilder {

    private final Map<String, SourceMark> marks = new HashMap<>();

    void put(String path, Place place) {
        marks.put(path, place.mark());
    }

    /** Returns the place of a part, or of the nearest part around it. */
    SourceMark near(String path) {
        String candidate = path;
        while (true) {
            SourceMark mark = marks.get(candidate);
            int cut = Math.max(candidate.lastIndexOf('/'), candidate.lastIndexOf('#'));
            if (mark != null || cut < 0) {
                return mark != null ? mark : new SourceMark(candidate, 1, 1);
            }
            candidate = candidate.substring(0, cut);
        }
    }

    public SourceMap toSourceMap() {
        return new SourceMap(marks);
    }
}
