package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Optional;

/** A service that is found unhealthy is started again by one that looks for a label. */
final class HealMeasure implements Measure {

    /** Variable that names the label which Autoheal looks for, or {@code all} (its documentation). */
    private static final String VARIABLE = "AUTOHEAL_CONTAINER_LABEL";

    @Override
    public String id() {
        return "heal";
    }

    @Override
    public String title() {
        return "Who is started again where it is unhealthy?";
    }

    @Override
    public String help() {
        return "The engine itself only tells of bad health. A service of the project restarts what carries its label.";
    }

    @Override
    public String label() {
        return "Restart it";
    }

    @Override
    public Outcome of(ServiceFacts facts) {
        Optional<ServiceFacts.Healer> healer = facts.around().healer();
        if (healer.isEmpty()) {
            return new Outcome.Withheld(
                    "nothing here restarts what is unhealthy; Autoheal is a small service that does");
        }
        String label = healer.get().variable(VARIABLE).orElse("autoheal");
        if (label.equals("all")
                || facts.key().equals(healer.get().service())
                || facts.container().labels().containsKey(label)) {
            return new Outcome.Held();
        }
        boolean checked = facts.container().healthCheck()
                || facts.sight()
                        .filter(sight -> !sight.look().healthCheck().isEmpty()
                                || sight.tried().containsValue(true))
                        .isPresent();
        return checked
                ? new Outcome.Offered(
                        healer.get().service() + " looks for the label " + label + ".",
                        "A check that fails while much is to be done ends what was being done.",
                        !facts.profile().role().filter(Rank.CARRIES::contains).isPresent(),
                        List.of(new TopologyEdit.SetLabel(facts.key(), label, "true")))
                : new Outcome.Withheld("nothing tells its health");
    }
}
