package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.migrate.iteration.evidence.HealthTrials;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A health check tells that a program works and not only that it runs. */
final class HealthMeasure implements Measure {

    @Override
    public String id() {
        return "health";
    }

    @Override
    public String title() {
        return "Whose health is looked at?";
    }

    @Override
    public String help() {
        return "A health check tells that a program works and not only that it runs. Each one offered was tried inside the running container and succeeded there.";
    }

    @Override
    public String label() {
        return "Check its health";
    }

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.container().healthCheck()
                || facts.sight()
                        .filter(sight -> !sight.look().healthCheck().isEmpty())
                        .isPresent()) {
            return new Outcome.Held();
        }
        if (facts.sight().isEmpty()) {
            return new Outcome.Withheld("it does not run, so none could be tried");
        }
        Optional<String> works = facts.sight().get().tried().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst();
        if (works.isEmpty()) {
            return new Outcome.Withheld(
                    facts.sight().get().tried().isEmpty()
                            ? "nothing is known that could be asked of it"
                            : "what was tried inside it failed there: "
                                    + String.join(
                                            "; ", facts.sight().get().tried().keySet()));
        }
        FieldValue.Fields check = FieldValue.fields()
                .with("test", test(works.get()))
                .with("interval", FieldValue.text("30s"))
                .with("timeout", FieldValue.text("10s"))
                .with("retries", FieldValue.number(3))
                .with("start_period", FieldValue.text("60s"));
        return new Outcome.Offered(
                "Tried inside " + facts.sight().get().container() + ", and it succeeded: " + works.get() + ".",
                facts.around()
                        .healer()
                        .map(healer -> healer + " restarts it where the check fails three times in a row.")
                        .orElse(
                                "Nothing restarts what is unhealthy here; others that wait for its health may start later."),
                true,
                List.of(facts.set(check, "healthcheck")));
    }

    private static FieldValue test(String line) {
        if (HealthTrials.needsShell(line)) {
            return FieldValue.texts("CMD-SHELL", line.replace("$", "$$"));
        }
        List<FieldValue> words = new ArrayList<>(List.of(FieldValue.text("CMD")));
        HealthTrials.command(line).forEach(word -> words.add(FieldValue.text(word)));
        return new FieldValue.Items(words);
    }
}
