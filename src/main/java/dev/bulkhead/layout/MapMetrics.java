package dev.bulkhead.layout;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import java.util.Collection;

/**
 * Sizes of the map, in map units.
 *
 * @param cardWidth the least width of a card; a card fills its column up to {@link #WIDEST}
 * @param cardHeight height of a card
 * @param cardGap between cards
 * @param padding between a zone's edge and its cards
 * @param header height of a zone's title and the line below it
 * @param titleOnly height of a zone's title without that line
 * @param sectionHeader height of a section's title
 * @param zoneGap between zones, where ties run
 */
public record MapMetrics(
        double cardWidth,
        double cardHeight,
        double cardGap,
        double padding,
        double header,
        double titleOnly,
        double sectionHeader,
        double zoneGap) {

    public static final double RAIL_HEIGHT = 34;
    public static final double WORLD_WIDTH = 156;
    public static final double WORLD_HEIGHT = 52;
    public static final double GRID = 4;
    /** Width of a card that is as wide as one is made, whatever the names are, so that a longer name widens none that stands. */
    public static final double WIDEST = 300;

    private static final double NARROWEST = 176;
    /** Width of a typical letter of a card's name, including the differences between typefaces. */
    private static final double LETTER = 7.8;
    /** Icon, health mark, problem mark and margins of a card. */
    private static final double CARD_FURNITURE = 98;

    /** Returns sizes whose cards are wide enough for the names, within reason. */
    public static MapMetrics forNames(Collection<String> names) {
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        double width = Math.clamp(Math.ceil((longest * LETTER + CARD_FURNITURE) / GRID) * GRID, NARROWEST, 228);
        return new MapMetrics(width, 56, 12, 14, 54, 38, 32, 44);
    }

    /** Returns these sizes with cards as narrow as they were made for a zone or section that stands already. */
    public MapMetrics within(ZonePlace place) {
        int columns = Math.max(1, place.columns());
        double room = Math.floor((place.width() - 2 * padding - (columns - 1) * cardGap) / columns);
        return new MapMetrics(
                Math.min(cardWidth, Math.max(NARROWEST, room)),
                cardHeight,
                cardGap,
                padding,
                header,
                titleOnly,
                sectionHeader,
                zoneGap);
    }

    /** Returns the width of cards side by side, with the room around them. */
    public double gridWidth(int columns) {
        return columns * cardWidth + (columns - 1) * cardGap;
    }

    /** Returns the height of cards below each other, with the room around them. */
    public double gridHeight(int rows) {
        return rows * cardHeight + (rows - 1) * cardGap;
    }

    /** Returns the width that the title of a network needs. */
    public static double titleWidth(Network network) {
        int subnet = network.subnets().stream()
                .findFirst()
                .flatMap(Subnet::subnet)
                .map(String::length)
                .orElse(0);
        // On the grid: a width between its lines would be rounded down once and demanded in full the next time.
        return Math.ceil((network.key().length() * 8.6 + subnet * 7.2 + 48) / GRID) * GRID;
    }
}
