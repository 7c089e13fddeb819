package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.playbook.Question;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers of the operator; saved as YAML so that the command line can replay it.
 *
 * @param iteration id of the iteration
 * @param values question id, or id of a row of a table of choices, to answer
 * @param tiers service to the ids of its tiers, home first
 */
public record Answers(String iteration, SortedMap<String, String> values, SortedMap<String, List<String>> tiers) {

    public Answers {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        SortedMap<String, List<String>> copy = new TreeMap<>();
        tiers.forEach((service, ids) -> copy.put(service, List.copyOf(ids)));
        tiers = Collections.unmodifiableSortedMap(copy);
    }

    /** Returns the answers that the questions propose. */
    public static Answers proposed(String iteration, List<Question> questions) {
        SortedMap<String, String> values = new TreeMap<>();
        SortedMap<String, List<String>> tiers = new TreeMap<>();
        for (Question question : questions) {
            switch (question) {
                case Question.Choice choice -> values.put(choice.id(), choice.proposed());
                case Question.Line line -> values.put(line.id(), line.proposed());
                case Question.Table table -> table.rows().forEach(row -> values.put(row.id(), row.proposed()));
                case Question.Password _ -> {} // nothing is proposed
                case Question.Tiers table ->
                    table.rows().stream()
                            .filter(row -> row.unattachable().isEmpty())
                            .forEach(row -> tiers.put(row.service(), row.tierIds()));
            }
        }
        return new Answers(iteration, values, tiers);
    }

    /**
     * Returns the hash of a password that was asked for.
     *
     * @throws UnansweredException if none was given, with the ways to give one
     */
    public PasswordHash password(Question.Password question) throws UnansweredException {
        return value(question.id())
                .flatMap(PasswordHash::parse)
                .orElseThrow(() -> new UnansweredException("There is no answer to '" + question.id()
                        + "'; type the password in the window or at a terminal, or put it into the environment as "
                        + question.variable() + "."));
    }

    /** Returns the answer to a choice, a row of choices or a line. */
    public Optional<String> value(String question) {
        return Optional.ofNullable(values.get(question));
    }

    /** Returns the tiers of a service, home first; empty when it stands in none. */
    public List<String> tiersOf(String service) {
        return tiers.getOrDefault(service, List.of());
    }

    /** Returns these answers with one value changed. */
    public Answers withValue(String question, String value) {
        SortedMap<String, String> copy = new TreeMap<>(values);
        copy.put(question, value);
        return new Answers(iteration, copy, tiers);
    }

    /** Returns these answers with the tiers of one service changed. */
    public Answers withTiers(String service, List<String> ids) {
        Map<String, List<String>> copy = new TreeMap<>(tiers);
        copy.put(service, ids);
        return new Answers(iteration, values, new TreeMap<>(copy));
    }
}
