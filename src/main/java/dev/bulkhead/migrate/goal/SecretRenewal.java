package dev.bulkhead.migrate.goal;

/**
 * Renewal of a secret: another value in the file that holds it. The file stays the same one, so that containers that have it
 * mounted see the new value at once.
 *
 * @param file the file, with where the new value comes from
 * @param turn which renewal of the file it is, counted from 1: the value before it is set aside under this number
 */
public record SecretRenewal(SecretFile file, int turn) {}
