package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;

/**
 * Places of limits in a service: below {@code deploy} where the service states resources there, since Compose refuses
 * both places with different values; else its own fields.
 */
final class Limits {

    private static final String DEPLOY = "deploy";
    private static final String RESOURCES = "resources";

    private Limits() {}

    /**
     * Returns an edit that sets a limit.
     *
     * @param plain its name as a field of the service
     * @param deployed its name below {@code deploy.resources.limits}
     */
    static ProjectEdit edit(ServiceFacts facts, FieldValue value, String plain, String deployed) {
        return deploys(facts) ? facts.set(value, DEPLOY, RESOURCES, "limits", deployed) : facts.set(value, plain);
    }

    /** Returns an edit that sets how much memory is kept free. */
    static ProjectEdit reservation(ServiceFacts facts, FieldValue value) {
        return deploys(facts)
                ? facts.set(value, DEPLOY, RESOURCES, "reservations", "memory")
                : facts.set(value, "mem_reservation");
    }

    private static boolean deploys(ServiceFacts facts) {
        return facts.at(DEPLOY, RESOURCES).isPresent();
    }
}
