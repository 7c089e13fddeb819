package dev.bulkhead.migrate;

import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.project.MigrationException;

/** Secrets that the operator gives to a plan; without one of them nothing is started. */
final class SecretsToGive {

    private SecretsToGive() {}

    static void require(Plan plan, RunControl control) throws MigrationException {
        for (SecretSource.Given wanted : plan.secretsToGive()) {
            if (control.given(wanted).isEmpty()) {
                throw new MigrationException("Nothing was started: " + wanted.what()
                        + " was not given; set the environment variable " + wanted.variable() + " and try again.");
            }
        }
    }
}
