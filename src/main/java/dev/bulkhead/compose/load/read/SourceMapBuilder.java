package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import java.util.HashMap;
import java.util.Map;

/** Builder of the places where the parts of a topology stand. */
public final class SourceMapBuilder {

    private final Map<Element, SourceMark> marks = new HashMap<>();

    void put(Element element, Place place) {
        marks.put(element, place.mark());
    }

    /** Returns the place of a part, or of the nearest part around it. */
    SourceMark near(Element element) {
        SourceMark mark = marks.get(element);
        return mark != null ? mark : near(element.around().orElseThrow());
    }

    public SourceMap toSourceMap() {
        return new SourceMap(marks);
    }
}
