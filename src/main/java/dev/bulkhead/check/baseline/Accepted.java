package dev.bulkhead.check.baseline;

import dev.bulkhead.check.Finding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that does not count, because its operator said so.
 *
 * @param finding the finding
 * @param because the reason
 * @param until the last day, where an entry of the baseline says so; empty for a comment in the file
 */
public record Accepted(Finding finding, String because, Optional<LocalDate> until) {}
