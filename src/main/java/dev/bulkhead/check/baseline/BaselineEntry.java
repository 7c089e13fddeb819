package dev.bulkhead.check.baseline;

import dev.bulkhead.topology.SourceMark;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Entry of a baseline: one finding that its operator accepts up to a day.
 *
 * @param fingerprint which finding
 * @param rule its rule
 * @param finding its sentence, for people
 * @param because why it is accepted
 * @param since the day it was accepted, where that is written
 * @param until the last day on which it is, by UTC
 * @param at where the entry stands
 */
public record BaselineEntry(
        String fingerprint,
        String rule,
        String finding,
        String because,
        Optional<LocalDate> since,
        LocalDate until,
        SourceMark at) {

    /** Returns whether its last day is over. */
    boolean isOver(LocalDate today) {
        return today.isAfter(until);
    }

    /** Returns whether it is written as if for later: one of the two clocks is wrong, beyond the hours of a time zone. */
    boolean isFromTheFuture(LocalDate today) {
        return since.map(day -> day.isAfter(today.plusDays(1))).orElse(false);
    }
}
