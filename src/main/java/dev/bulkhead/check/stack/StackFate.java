package dev.bulkhead.check.stack;

import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Severity;

/** Fate of a key in a stack. */
enum StackFate {
    /** The deployment ends with an error, perhaps half-way. */
    REFUSED("swarm-refused", "refuses", "A stack is deployed without a refusal", Severity.ERROR),
    /** It comes to mean something else. */
    CHANGED("swarm-changed", "changes", "A stack takes keys to mean what Compose does", Severity.WARNING),
    /** It counts for nothing. */
    DROPPED("swarm-dropped", "drops", "A stack keeps what the files say", Severity.WARNING);

    private final String id;
    private final String verb;
    private final String title;
    private final Severity severity;

    StackFate(String id, String verb, String title, Severity severity) {
        this.id = id;
        this.verb = verb;
        this.title = title;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    /** Returns what a stack does with such a key. */
    String verb() {
        return verb;
    }

    CheckRule rule() {
        return new CheckRule(id, title, severity);
    }
}
