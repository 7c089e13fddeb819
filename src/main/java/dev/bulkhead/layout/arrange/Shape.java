package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.ZonePlace;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of the sizes that a zone or section can have.
 *
 * @param columns how many cards stand side by side
 * @param inner places of its sections, relative to its corner; empty for a plain grid
 */
public record Shape(int columns, double width, double height, Map<String, ZonePlace> inner) {

    /** Returns the places of the sections when the zone is made larger: those at its right and bottom grow with it. */
    Map<String, ZonePlace> innerStretched(double newWidth, double newHeight) {
        double right = inner.values().stream()
                .mapToDouble(p -> p.x() + p.width())
                .max()
                .orElse(0);
        double bottom = inner.values().stream()
                .mapToDouble(p -> p.y() + p.height())
                .max()
                .orElse(0);
        Map<String, ZonePlace> stretched = new TreeMap<>();
        inner.forEach((id, p) -> {
            double wider = p.x() + p.width() >= right - 1 ? Math.max(0, newWidth - width) : 0;
            double higher = p.y() + p.height() >= bottom - 1 ? Math.max(0, newHeight - height) : 0;
            stretched.put(
                    id, new ZonePlace(p.x(), p.y(), p.width() + wider, p.height() + higher, p.columns(), p.manual()));
        });
        return stretched;
    }
}
