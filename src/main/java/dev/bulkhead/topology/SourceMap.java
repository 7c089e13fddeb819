package dev.bulkhead.topology;

import java.util.Map;
import java.util.Optional;

/**
 * Where each part of a topology stands in the operator's files.
 *
 * <p>Kept beside {@link Topology} and not inside it, so that two topologies are equal when they mean the same, wherever
 * they are written. Paths are those of {@link ElementPath}.
 *
 * @param marks element path to the place of its key (or list entry)
 */
public record SourceMap(Map<String, SourceMark> marks) {

    public static final SourceMap EMPTY = new SourceMap(Map.of());

    public SourceMap {
        marks = Map.copyOf(marks);
    }

    /** Returns the place of the element, or of the nearest element around it that has one. */
    public Optional<SourceMark> at(String path) {
        String candidate = path;
        while (true) {
            SourceMark mark = marks.get(candidate);
            if (mark != null) {
                return Optional.of(mark);
            }
            int cut = Math.max(candidate.lastIndexOf('/'), candidate.lastIndexOf('#'));
            if (cut < 0) {
                return Optional.empty();
            }
            candidate = candidate.substring(0, cut);
        }
    }
}
