package dev.bulkhead.layout;

/**
 * The cell of a zone that a service's card stands in.
 *
 * @param zone key of the zone that is the service's home
 * @param section name of the section within the zone; empty where the zone has none
 * @param column counted from 0
 * @param row counted from 0
 * @param manual whether the operator put it there; such places survive an automatic layout
 */
public record CardPlace(String zone, String section, int column, int row, boolean manual) {

    /** Returns whether both are one cell of one zone. */
    public boolean sameCell(CardPlace other) {
        return zone.equals(other.zone) && section.equals(other.section) && column == other.column && row == other.row;
    }

    /** Returns this with any cell of its section. */
    public CardPlace withoutCell() {
        return new CardPlace(zone, section, -1, -1, manual);
    }
}
