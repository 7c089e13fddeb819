package dev.bulkhead.migrate.verify;

import java.time.Duration;

/**
 * One verification: what was run and what was seen.
 *
 * @param group which kind of check, for lists and reports
 * @param subject what was looked at, for instance {@code traefik -> jellyfin:8096}
 * @param status how it ended
 * @param ran the command or question, word for word
 * @param saw the answer, as a sentence
 * @param lost whether it held before the run and does not now
 * @param took how long it took
 */
public record CheckResult(
        Group group, String subject, CheckStatus status, String ran, String saw, boolean lost, Duration took) {

    /** Kinds of verification. */
    public enum Group {
        /** Services run and are healthy. */
        SERVICES,
        /** Every network that services stand on is there, as the files say. */
        NETWORKS,
        /** Every membership is there, with its names. */
        MEMBERSHIPS,
        /** Flows that have to work. */
        FLOWS,
        /** The reverse proxy reaches what it routes to. */
        ROUTES,
        /** Who comes in by a published port or a host name is answered as before. */
        ENTRANCES,
        /** Ports that were to be closed are. */
        PORTS,
        /** What is asked inside containers answers as it has to. */
        INSIDE,
        /** Secrets show nowhere but in their files, and can be read there. */
        SECRETS,
        /** What was there before is there still. */
        KEPT
    }
}
