package dev.bulkhead.address;

/**
 * Two ranges that share addresses.
 *
 * @param outer the wider one; of two equal ones the one that was given first
 * @param inner the one inside it
 */
public record Overlap(UsedRange outer, UsedRange inner) {

    /** Returns whether both are the same range. */
    public boolean equal() {
        return outer.cidr().equals(inner.cidr());
    }
}
