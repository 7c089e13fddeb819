package dev.bulkhead.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Picture of a project: two that show the same. */
public enum Picture {
    /** Networks as zones, services as cards in them. */
    ZONES,
    /** Networks as lines, services as columns, a dot where they meet. */
    LANES;

    /** As many empty zones fit into any picture; more make a field of boxes. */
    private static final int FEW = 2;

    /** Returns the lower-case name, as files use it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the picture of a lower-case name, if it is one. */
    public static Optional<Picture> parse(String text) {
        return Stream.of(values())
                .filter(picture -> picture.text().equals(text))
                .findFirst();
    }

    /** Returns the better picture of a map as zones: lanes where over a third of its zones have no card at home. */
    public static Picture fitting(MapGeometry geometry) {
        long empty = withoutCards(geometry);
        return empty > FEW && empty * 3 > zones(geometry) ? LANES : ZONES;
    }

    /** Returns how many networks are zones. */
    public static long zones(MapGeometry geometry) {
        return geometry.zones().values().stream()
                .filter(zone -> zone.kind() == ZoneKind.NETWORK)
                .count();
    }

    /** Returns how many of those no service is at home in. */
    public static long withoutCards(MapGeometry geometry) {
        return geometry.zones().values().stream()
                .filter(zone -> zone.kind() == ZoneKind.NETWORK)
                .filter(zone -> geometry.cards().values().stream()
                        .noneMatch(card -> card.zone().equals(zone.key())))
                .count();
    }
}
