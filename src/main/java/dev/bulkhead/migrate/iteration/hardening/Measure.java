package dev.bulkhead.migrate.iteration.hardening;

import java.util.List;

/** Measure of hardening, which is taken for each service apart. */
interface Measure {

    /** Returns all, in the order in which they are asked about: those that break little first. */
    static List<Measure> all() {
        return List.of(
                new RestartMeasure(),
                new PrivilegesMeasure(),
                new ProcessesMeasure(),
                new HealthMeasure(),
                new HealMeasure(),
                new ReservationMeasure(),
                new ProcessorsMeasure(),
                new PinMeasure(),
                new CapabilitiesMeasure(),
                new ReadOnlyMeasure(),
                new UserMeasure(),
                new RateMeasure());
    }

    /** Returns its name in answers. */
    String id();

    /** Returns what is asked, in a few words. */
    String title();

    /** Returns what hangs on it, in a sentence or two. */
    String help();

    /** Returns its label among the options. */
    String label();

    /** Returns what it does for a service. */
    Outcome of(ServiceFacts facts);
}
