package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.Probe;

/**
 * Outcome of one probe.
 *
 * @param answer whether it is as it has to be
 * @param ran the question in words
 * @param saw the answer in words
 */
record ProbeOutcome(Probe.Answer answer, String ran, String saw) {}
