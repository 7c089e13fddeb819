package dev.bulkhead.ui.model;

import java.time.Instant;
import java.time.InstantSource;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Messages that are shown elsewhere for a moment and can be read again later. */
public final class KeptMessages implements Messages {

    private static final int MOST = 50;

    private final Messages shown;
    private final InstantSource clock;
    private final ObservableList<Kept> kept = FXCollections.observableArrayList();

    /** Kind of a message. */
    public enum Kind {
        DONE,
        REFUSED,
        FAILED
    }

    /** A message, and when it was told. */
    public record Kept(Kind kind, String sentence, Instant at) {}

    /** Keeps what it hands on. */
    public KeptMessages(Messages shown, InstantSource clock) {
        this.shown = shown;
        this.clock = clock;
    }

    /** What was told, the newest first. */
    public ObservableList<Kept> kept() {
        return kept;
    }

    @Override
    public void done(String sentence) {
        keep(Kind.DONE, sentence);
        shown.done(sentence);
    }

    @Override
    public void done(String sentence, String link, Runnable look) {
        keep(Kind.DONE, sentence);
        shown.done(sentence, link, look);
    }

    @Override
    public void refused(String sentence) {
        keep(Kind.REFUSED, sentence);
        shown.refused(sentence);
    }

    @Override
    public void failed(String sentence) {
        keep(Kind.FAILED, sentence);
        shown.failed(sentence);
    }

    private void keep(Kind kind, String sentence) {
        kept.addFirst(new Kept(kind, sentence, clock.instant()));
        if (kept.size() > MOST) {
            kept.removeLast();
        }
    }
}
