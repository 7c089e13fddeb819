package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.FieldValue;
import java.util.List;

/** A restart policy starts a container again that ended, and after the machine was started. */
final class RestartMeasure implements Measure {

    @Override
    public String id() {
        return "restart";
    }

    @Override
    public String title() {
        return "Who is started again after an end or a boot?";
    }

    @Override
    public String help() {
        return "A restart policy starts a container again that ended, and after the machine was started. What is stopped by hand stays stopped.";
    }

    @Override
    public String label() {
        return "Start again";
    }

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.text("restart").isPresent()
                || facts.at("deploy", "restart_policy").isPresent()) {
            return new Outcome.Held();
        }
        if (facts.sight().isEmpty()) {
            return new Outcome.Withheld("it does not run, so it may be a job that is meant to end");
        }
        return new Outcome.Offered(
                "Its files state no policy, so it stays down after an end or a boot.",
                "One that fails again and again is started again and again.",
                true,
                List.of(facts.set(FieldValue.text("unless-stopped"), "restart")));
    }
}
