package dev.bulkhead.engine;

/** A call to the engine that failed; the message is one sentence for the operator. */
public final class EngineException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it was, for those who can react to it. */
    public enum Kind {
        /** No engine answers at the address. */
        UNREACHABLE,
        /** The engine does not have what was asked for. */
        NOT_FOUND,
        /** The engine's present state forbids it: a name or a range is taken, a network is in use. */
        CONFLICT,
        /** Anything else the engine refused. */
        REFUSED,
        /** No answer within the time allowed. */
        TIMEOUT
    }

    private final Kind kind;

    public EngineException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public EngineException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** Returns the kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** Returns the message, which is never absent. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
