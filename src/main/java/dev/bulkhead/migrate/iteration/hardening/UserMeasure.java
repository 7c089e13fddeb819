package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.FieldValue;
import java.util.List;
import java.util.Optional;

/** A user of its own limits what a program that is taken over can do. */
final class UserMeasure implements Measure {

    @Override
    public String id() {
        return "user";
    }

    @Override
    public String title() {
        return "Who runs no longer as root?";
    }

    @Override
    public String help() {
        return "A user of its own limits what a program that is taken over can do. It is offered only where the image is known to run as that user.";
    }

    @Override
    public String label() {
        return "As a user of its own";
    }

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.text("user").isPresent()) {
            return new Outcome.Held();
        }
        if (facts.sight().isEmpty()) {
            return new Outcome.Withheld("it does not run, so its user is not known");
        }
        if (facts.sight().get().look().user().isPresent()) {
            return new Outcome.Held();
        }
        if (facts.container().environment().containsKey("PUID")) {
            return new Outcome.Withheld("it starts as root and runs its program as the user of PUID");
        }
        Optional<String> user = facts.needs().user();
        if (user.isEmpty()) {
            return new Outcome.Withheld("it is not known as whom its image can run");
        }
        return new Outcome.Offered(
                "Its image is known to run as " + user.get() + ".",
                "Files on its volumes that are root's become closed to it; give them to " + user.get() + " first.",
                false,
                List.of(facts.set(FieldValue.text(user.get()), "user")));
    }
}
