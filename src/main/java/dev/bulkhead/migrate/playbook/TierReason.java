package dev.bulkhead.migrate.playbook;

/**
 * A tier proposed for a service.
 *
 * @param tier the id of the tier
 * @param reason why, as one sentence
 */
public record TierReason(String tier, String reason) {}
