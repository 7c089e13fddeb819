package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.playbook.Question.Option;
import dev.bulkhead.proxy.guard.AccessRules.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Access to an entrance: who is let in. */
enum Access {
    OPEN("open", "Open", "Whoever reaches the proxy is handed on, as today."),
    ONE("one-factor", "One factor", "People sign in with name and password."),
    TWO("two-factor", "Two factors", "People sign in with name, password, and a code or a key of theirs.");

    private final String word;
    private final String label;
    private final String consequence;

    Access(String word, String label, String consequence) {
        this.word = word;
        this.label = label;
        this.consequence = consequence;
    }

    /** Returns its name in answers. */
    String word() {
        return word;
    }

    /** Returns all as options. */
    static List<Option> options() {
        return Stream.of(values())
                .map(access -> new Option(access.word, access.label, access.consequence))
                .toList();
    }

    /** Returns the one of a name. */
    static Optional<Access> parse(String word) {
        return Stream.of(values()).filter(access -> access.word.equals(word)).findFirst();
    }

    /** Returns what it is as a rule of the portal; empty where the portal is not asked. */
    Optional<Policy> policy() {
        return switch (this) {
            case OPEN -> Optional.empty();
            case ONE -> Optional.of(Policy.ONE_FACTOR);
            case TWO -> Optional.of(Policy.TWO_FACTOR);
        };
    }
}
