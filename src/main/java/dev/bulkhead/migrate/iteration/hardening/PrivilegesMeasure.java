package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.FieldValue;
import java.util.List;

/** With no-new-privileges no program in the container gets more rights than the one that started it, be it by setuid files or file capabilities. */
final class PrivilegesMeasure implements Measure {

    @Override
    public String id() {
        return "privileges";
    }

    @Override
    public String title() {
        return "Who is kept from gaining privileges?";
    }

    @Override
    public String help() {
        return "With no-new-privileges no program in the container gets more rights than the one that started it, be it by setuid files or file capabilities.";
    }

    @Override
    public String label() {
        return "No new privileges";
    }

    private static final String OPTION = "no-new-privileges";

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.texts("security_opt").stream().anyMatch(option -> option.startsWith(OPTION))) {
            return new Outcome.Held();
        }
        if (facts.needs().escalates().isPresent()) {
            return new Outcome.Withheld(facts.needs().escalates().get());
        }
        if (facts.privileged()) {
            return new Outcome.Withheld("it is privileged, which this would not change much");
        }
        return new Outcome.Offered(
                "Nothing known of its image needs setuid programs.",
                "sudo, ping and other setuid programs in it stop working.",
                true,
                List.of(facts.add(FieldValue.text(OPTION + ":true"), "security_opt")));
    }
}
