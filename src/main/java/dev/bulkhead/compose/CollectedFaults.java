package dev.bulkhead.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CollectedFaults of a file that is read on after each of them, so that all are told at once. */
public final class CollectedFaults {

    private final List<ComposeException> found = new ArrayList<>();

    /** Reads a part of the file. */
    @FunctionalInterface
    public interface Part<T> {
        /** Returns what it says. */
        T read() throws ComposeException;
    }

    /** Reads a part of the file that others take over. */
    @FunctionalInterface
    public interface Step {
        /** Reads it. */
        void read() throws ComposeException;
    }

    /** Returns what a part says; empty where it has a fault, which is kept. */
    public <T> Optional<T> of(Part<T> part) {
        try {
            return Optional.of(part.read());
        } catch (ComposeException fault) {
            found.addAll(fault.all());
            return Optional.empty();
        }
    }

    /** Reads a part, and keeps the fault that it has. */
    public void in(Step part) {
        of(() -> {
            part.read();
            return this;
        });
    }

    /** Returns whether there is one. */
    public boolean any() {
        return !found.isEmpty();
    }

    /**
     * Ends the reading.
     *
     * @throws ComposeException if there is a fault: the first one, which has the others with it
     */
    public void raise() throws ComposeException {
        if (any()) {
            ComposeException first = found.getFirst();
            List<ComposeException> known = first.all();
            found.stream().filter(fault -> !known.contains(fault)).forEach(first::addSuppressed);
            throw first;
        }
    }
}
