package dev.bulkhead.compose;

import dev.bulkhead.topology.OneLine;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fault for which a project cannot be read as Compose would read it; the message is one sentence for the operator and
 * starts with the place where there is one.
 */
public final class ComposeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<SourceMark> mark;
    private final String sentence;

    /** A fault without a place in a file, for instance a missing file. */
    public ComposeException(String sentence) {
        super(OneLine.of(sentence));
        this.sentence = OneLine.of(sentence);
        this.mark = Optional.empty();
    }

    /** A fault at a place. */
    public ComposeException(SourceMark mark, String sentence) {
        super(OneLine.of(mark + ": " + sentence));
        this.sentence = OneLine.of(sentence);
        this.mark = Optional.of(mark);
    }

    /** Returns this fault and those that were found with it in the same file, as {@link CollectedFaults} has them. */
    public List<ComposeException> all() {
        List<ComposeException> all = new ArrayList<>(List.of(this));
        for (Throwable other : getSuppressed()) {
            if (other instanceof ComposeException fault) {
                all.add(fault);
            }
        }
        return all;
    }

    /** Returns the place, if there is one. */
    public Optional<SourceMark> mark() {
        return mark;
    }

    /** Returns what is wrong and what would be right, without the place. */
    public String sentence() {
        return sentence;
    }
}
