package dev.bulkhead.topology;

import java.util.Map;
import java.util.Optional;

/**
 * Places of the parts of a topology in the operator's files.
 *
 * <p>Kept beside {@link Topology} and not inside it, so that two topologies are equal when they mean the same, wherever
 * they are written.
 *
 * @param marks element to the place of its key (or list entry)
 */
public record SourceMap(Map<Element, SourceMark> marks) {

    public static final SourceMap EMPTY = new SourceMap(Map.of());

    public SourceMap {
        marks = Map.copyOf(marks);
    }

    /** Returns the place of exactly this element, where it is written. */
    public Optional<SourceMark> of(Element element) {
        return Optional.ofNullable(marks.get(element));
    }

    /** Returns the place of the element, or of the nearest element around it that has one. */
    public Optional<SourceMark> at(Element element) {
        return of(element).or(() -> element.around().flatMap(this::at));
    }
}
