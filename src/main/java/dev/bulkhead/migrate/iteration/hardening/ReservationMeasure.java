package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.FieldValue;
import java.util.List;

/** A reservation is what the kernel leaves to a container where memory runs short. */
final class ReservationMeasure implements Measure {

    @Override
    public String id() {
        return "reserve";
    }

    @Override
    public String title() {
        return "For whom is memory kept free?";
    }

    @Override
    public String help() {
        return "A reservation is what the kernel leaves to a container where memory runs short. It never stops one.";
    }

    @Override
    public String label() {
        return "Reserve its peak";
    }

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.text("mem_reservation").isPresent()
                || facts.at("deploy", "resources", "reservations", "memory").isPresent()) {
            return new Outcome.Held();
        }
        if (facts.peak().isEmpty()) {
            return new Outcome.Withheld("it does not run, so nothing could be measured");
        }
        if (facts.text("mem_limit")
                .map(Bytes::parse)
                .filter(limit -> limit.orElse(Long.MAX_VALUE) < reserved(facts))
                .isPresent()) {
            return new Outcome.Withheld("its limit is less than its peak");
        }
        return new Outcome.Offered(
                "It used " + Bytes.words(facts.peak().get().memory()) + " at most while it was measured.",
                "Nothing; what has no reservation is pressed first.",
                facts.profile()
                        .role()
                        .filter(role -> Rank.CARRIES.contains(role))
                        .isPresent(),
                List.of(Limits.reservation(facts, FieldValue.text(Bytes.compose(reserved(facts))))));
    }

    private static long reserved(ServiceFacts facts) {
        return Bytes.sizeFor(facts.peak().orElseThrow().memory());
    }
}
