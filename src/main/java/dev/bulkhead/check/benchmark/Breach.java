package dev.bulkhead.check.benchmark;

import dev.bulkhead.topology.SourceMark;
import java.util.Optional;

/**
 * Breach of an item by one service.
 *
 * @param service the service
 * @param at where it stands; of what is missing, where the service stands
 * @param stands what stands there, in a few words without an end
 * @param right what would be right, as a sentence
 */
public record Breach(String service, Optional<SourceMark> at, String stands, String right) {}
