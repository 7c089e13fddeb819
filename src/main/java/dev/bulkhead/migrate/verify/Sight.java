package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.Probe;

/**
 * Result of one look.
 *
 * @param answer whether it is as it has to be
 * @param ran the question in words
 * @param saw the answer in words
 */
record Sight(Probe.Answer answer, String ran, String saw) {}
