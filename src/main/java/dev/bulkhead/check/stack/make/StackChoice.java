package dev.bulkhead.check.stack.make;

/**
 * Choice that was made where a key of Compose does not mean the same in a stack.
 *
 * @param owner what it is about, such as {@code service web}
 * @param key which key
 * @param kind what became of it
 * @param words what was done and what follows, as the end of a sentence
 */
public record StackChoice(String owner, String key, Kind kind, String words) {

    /** Kind of such a choice. */
    public enum Kind {
        /** It means in the stack what it means to Compose, in another form. */
        WRITTEN,
        /** It means something else that has to be known. */
        OTHERWISE,
        /** A stack has nothing like it. */
        LOST
    }
}
