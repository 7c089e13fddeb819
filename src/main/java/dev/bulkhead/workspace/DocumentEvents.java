package dev.bulkhead.workspace;

import dev.bulkhead.layout.PlacesChange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Listeners of a document, its revision, and the guard that keeps a listener from changing it. */
final class DocumentEvents {

    private final List<Consumer<DocumentChange>> listeners = new CopyOnWriteArrayList<>();
    private long revision;
    private boolean changing;

    long revision() {
        return revision;
    }

    Subscription onChange(Consumer<DocumentChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Change that is going on until it is closed, whether or not it was made. */
    interface Change extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Begins a change.
     *
     * @throws IllegalStateException if one is going on
     */
    Change begin() {
        if (changing) {
            throw new IllegalStateException("A listener of the document must not change it.");
        }
        changing = true;
        return () -> changing = false;
    }

    void announce(
            DocumentChange.Kind kind, String title, DocumentState before, DocumentState after, PlacesChange places) {
        if (kind != DocumentChange.Kind.SAVED) {
            revision++;
        }
        DocumentChange change = new DocumentChange(kind, title, before.project(), after.project(), places, revision);
        listeners.forEach(listener -> listener.accept(change));
    }
}
