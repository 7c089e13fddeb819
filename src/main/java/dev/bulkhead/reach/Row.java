package dev.bulkhead.reach;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Row of a matrix: what one subject reaches, as sets over subject indexes. Rows share their sets, which nobody changes
 * once they are made.
 *
 * @param open services reached on every port
 * @param published services reached on published ports, some of them open too
 * @param outsiders the outsiders that are reached, a bit each by index
 * @param maybe services of which it is not known, some of them reached all the same
 * @param maybeOutsiders the outsiders of which it is not known, a bit each by index
 * @param names services whose names can be looked up
 */
public record Row(BitSet open, BitSet published, int outsiders, BitSet maybe, int maybeOutsiders, BitSet names) {

    /** No services; never changed. */
    public static final BitSet NONE = new BitSet();

    /** The row of what does not run. */
    public static final Row NOTHING = new Row(NONE, NONE, 0, NONE, 0, NONE);

    /** Returns what rows have in common with others of the same subjects; what they have not is not known. */
    static Row[] certain(Row[] rows, Row[] others) {
        Row[] both = new Row[rows.length];
        Arrays.setAll(both, i -> rows[i].reachesAs(others[i]) ? rows[i] : rows[i].certain(others[i]));
        return both;
    }

    private Row certain(Row other) {
        BitSet reached = joined(open, published);
        BitSet reachedThere = joined(other.open, other.published);
        BitSet both = (BitSet) reached.clone();
        both.and(reachedThere);
        BitSet doubtful = joined(joined(maybe, other.maybe), reached);
        doubtful.or(reachedThere);
        doubtful.andNot(both);
        BitSet onEveryPort = (BitSet) open.clone();
        onEveryPort.and(other.open);
        int bothOutsiders = outsiders & other.outsiders;
        int doubtfulOutsiders = (maybeOutsiders | other.maybeOutsiders | outsiders | other.outsiders) & ~bothOutsiders;
        return new Row(onEveryPort, both, bothOutsiders, doubtful, doubtfulOutsiders, names);
    }

    private static BitSet joined(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    /** Returns whether a subject is reached. */
    public boolean reaches(int to) {
        return to < ReachMatrix.OUTSIDERS ? has(outsiders, to) : open.get(to) || published.get(to);
    }

    /** Returns whether a subject is reached on every port. */
    public boolean opens(int to) {
        return to < ReachMatrix.OUTSIDERS ? has(outsiders, to) : open.get(to);
    }

    /** Returns whether it is not known of a subject. */
    public boolean mayReach(int to) {
        return to < ReachMatrix.OUTSIDERS ? has(maybeOutsiders, to) : maybe.get(to);
    }

    /** Returns a new set of all that is reached. */
    public BitSet reachable() {
        BitSet all = opened();
        all.or(published);
        return all;
    }

    /** Returns a new set of what is reached on every port. */
    public BitSet opened() {
        return with(open, outsiders);
    }

    /** Returns a new set of that of which it is not known. */
    public BitSet unknown() {
        BitSet rest = with(maybe, maybeOutsiders);
        if (!rest.isEmpty()) {
            rest.andNot(reachable());
        }
        return rest;
    }

    /** Returns whether a row reaches the same, names aside. */
    public boolean reachesAs(Row other) {
        return outsiders == other.outsiders
                && maybeOutsiders == other.maybeOutsiders
                && open.equals(other.open)
                && published.equals(other.published)
                && maybe.equals(other.maybe);
    }

    private static boolean has(int bits, int index) {
        return (bits >> index & 1) == 1;
    }

    private static BitSet with(BitSet services, int outsiders) {
        BitSet set = (BitSet) services.clone();
        for (int i = 0; i < ReachMatrix.OUTSIDERS; i++) {
            if (has(outsiders, i)) {
                set.set(i);
            }
        }
        return set;
    }
}
