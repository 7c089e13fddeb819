package dev.bulkhead.ui.lanes;

import dev.bulkhead.ui.canvas.model.MembershipChange;
import dev.bulkhead.ui.lanes.LanesViewModel.Carry;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;

/** Sentences about what lanes show. */
final class LaneWords {

    private LaneWords() {}

    /**
     * Returns what a crossing, column or lane is in a sentence.
     *
     * @param click what a click on a whole crossing would do
     */
    static String of(LaneTable shown, Crossing at, MembershipChange click) {
        if (at.whole()) {
            return ofCrossing(shown, at, click);
        }
        return at.service().isEmpty() ? ofNetwork(shown, at.network()) : ofService(shown, at.service());
    }

    private static String ofCrossing(LaneTable shown, Crossing at, MembershipChange click) {
        LaneMark mark = shown.mark(at.network(), at.service());
        int row = shown.row(at.network());
        int members = row < 0 ? 0 : shown.lane(row).members();
        String now = at.service() + " on " + at.network() + ": " + mark.words() + "; " + members
                + (members == 1 ? " member. " : " members. ");
        return now
                + switch (click) {
                    case MembershipChange.Possible possible ->
                        mark == LaneMark.MEMBER || mark == LaneMark.JOINING
                                ? "Click or Space leaves."
                                : "Click or Space joins.";
                    case MembershipChange.Impossible(String reason) -> reason;
                };
    }

    private static String ofNetwork(LaneTable shown, String network) {
        int row = shown.row(network);
        if (row < 0) {
            return "";
        }
        LaneTable.Lane lane = shown.lane(row);
        String members = lane.names().isEmpty() ? "nobody is on it." : String.join(", ", lane.names()) + ".";
        return network + (lane.internal() ? ", internal: " : ", with a way out: ") + members;
    }

    private static String ofService(LaneTable shown, String service) {
        int column = shown.columnOf(service);
        if (column < 0) {
            return "";
        }
        String note = shown.column(column).note();
        long lanes = shown.lanes().stream()
                .filter(lane -> lane.names().contains(service))
                .count();
        return service
                + (note.isEmpty() ? " is on " + lanes + (lanes == 1 ? " network." : " networks.") : ": " + note + ".");
    }

    /**
     * Returns what becomes of a dot in the hand.
     *
     * @param drop what putting it down would do, where it is over another service
     */
    static String of(Carry carry, MembershipChange drop) {
        String from = carry.from().service();
        String network = carry.from().network();
        if (carry.to().equals(from)) {
            return from + "'s place on " + network + ": carry it to another service; Escape puts it back.";
        }
        return switch (drop) {
            case MembershipChange.Possible possible ->
                carry.to() + " takes the place of " + from + " on " + network + ", with its aliases and addresses.";
            case MembershipChange.Impossible(String reason) -> reason;
        };
    }
}
