package dev.bulkhead.ui.lanes;

import dev.bulkhead.ui.canvas.model.MembershipChange;
import dev.bulkhead.ui.lanes.LanesViewModel.Carry;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import dev.bulkhead.ui.words.Words;

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
        String now = Words.of("lanewords.on", at.service(), at.network(), mark.words(), Words.count("member", members));
        return now
                + " "
                + switch (click) {
                    case MembershipChange.Possible possible ->
                        mark == LaneMark.MEMBER || mark == LaneMark.JOINING
                                ? Words.of("lanewords.click-or-space-leaves")
                                : Words.of("lanewords.click-or-space-joins");
                    case MembershipChange.Impossible(String reason) -> reason;
                };
    }

    private static String ofNetwork(LaneTable shown, String network) {
        int row = shown.row(network);
        if (row < 0) {
            return "";
        }
        LaneTable.Lane lane = shown.lane(row);
        String members =
                lane.names().isEmpty() ? Words.of("lanewords.nobody-is-on-it") : String.join(", ", lane.names()) + ".";
        return lane.internal()
                ? Words.of("lanewords.internal", network, members)
                : Words.of("lanewords.with-a-way-out", network, members);
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
        return note.isEmpty()
                ? Words.of("lanewords.is-on", service, Words.count("network", lanes))
                : service + ": " + note + ".";
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
            return Words.of("lanewords.s-place-on-carry-it", from, network);
        }
        return switch (drop) {
            case MembershipChange.Possible possible ->
                Words.of("lanewords.takes-the-place-of-on", carry.to(), from, network);
            case MembershipChange.Impossible(String reason) -> reason;
        };
    }
}
