package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import java.util.ArrayList;
import java.util.List;

/** Questions of iteration 7: a table for each measure, with a row for each service that it is offered to. */
final class HardeningQuestions {

    private static final String TAKE = "take";
    private static final String LEAVE = "leave";

    private HardeningQuestions() {}

    static List<Question> of(List<ServiceFacts> services) {
        List<Question> questions = new ArrayList<>();
        MemoryLimits.question(services).ifPresent(questions::add);
        SocketProxies.question(services).ifPresent(questions::add);
        for (Measure measure : Measure.all()) {
            List<Question.Row> rows = new ArrayList<>();
            for (ServiceFacts facts : services) {
                if (measure.of(facts) instanceof Outcome.Offered offered) {
                    rows.add(new Question.Row(
                            measure.id() + "." + facts.key(),
                            facts.key(),
                            offered.why() + " What could break: " + offered.breaks(),
                            List.of(TAKE, LEAVE),
                            offered.proposed() ? TAKE : LEAVE));
                }
            }
            if (!rows.isEmpty()) {
                questions.add(new Question.Table(
                        measure.id(),
                        measure.title(),
                        measure.help(),
                        "Service",
                        List.of(
                                new Question.Option(TAKE, measure.label(), "It is set, and watched."),
                                new Question.Option(LEAVE, "Leave", "Nothing changes.")),
                        rows));
            }
        }
        return questions;
    }

    /** Returns whether a measure is to be taken for a service. */
    static boolean taken(Measure measure, ServiceFacts facts, Answers answers) {
        return answers.value(measure.id() + "." + facts.key())
                .filter(TAKE::equals)
                .isPresent();
    }
}
