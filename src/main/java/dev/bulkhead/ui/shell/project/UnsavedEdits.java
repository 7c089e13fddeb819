package dev.bulkhead.ui.shell.project;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.ui.fx.Paced;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.unsaved.LeftEdits;
import dev.bulkhead.workspace.unsaved.UnsavedStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unsaved edits of the open project from one process to the next: they are kept while they are made, forgotten when they were
 * saved or the project is left, and what a process left that ended in between can be restored.
 */
public final class UnsavedEdits implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UnsavedEdits.class);

    private final ShellContext context;
    private final WindowServices services;
    private final Optional<UnsavedStore> store;
    private final AtomicLong asked = new AtomicLong();
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
            new ReadOnlyObjectWrapper<>(this, "offer", Optional.empty());
    private boolean looked;
    private boolean kept;
    private boolean told;

    /**
     * Edits that can be restored.
     *
     * @param changed the names of their files that changed on disk since
     * @param changes what they would change now
     */
    public record Offer(LeftEdits left, List<String> changed, List<TextChange> changes) {
        public Offer {
            changed = List.copyOf(changed);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Follows the project of a window, and looks for what was left once it is shown.
     *
     * @param store keeps edits; empty for a window without a project
     */
    public UnsavedEdits(ShellContext context, WindowServices services, Optional<UnsavedStore> store) {
        this.context = context;
        this.services = services;
        this.store = store;
        Runnable keep = Paced.twiceASecond(this::keep);
        context.project().changes().addListener((ListChangeListener<TextChange>) change -> keep.run());
        store.ifPresent(there -> context.project().workingCopyProperty().subscribe(copy -> {
            if (!looked && copy.isPresent()) {
                looked = true;
                look(there, copy.get().files());
            }
        }));
    }

    /** What can be restored; empty for nothing, or once the operator decided. */
    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Does the edits again as one step that undo takes back. */
    public void restore() {
        FileTree files =
                context.project().workingCopyProperty().get().orElseThrow().files();
        offer.get()
                .ifPresent(found -> services.tasks()
                        .start(
                                progress -> found.left().on(files),
                                changes -> {
                                    if (context.project()
                                            .applyTexts(changes, Words.of("unsavededits.restore-unsaved-edits"))) {
                                        discard();
                                    }
                                },
                                failure -> context.messages()
                                        .failed(Words.of(
                                                "unsavededits.the-edits-cannot-be-restored", failure.getMessage()))));
    }

    /** Forgets what was left. */
    public void discard() {
        offer.get().ifPresent(found -> {
            offer.set(Optional.empty());
            inBackground(there -> there.forget(found.left()));
        });
    }

    /** Forgets the present edits: the operator said what becomes of them. */
    @Override
    public void close() {
        asked.incrementAndGet();
        if (kept) {
            try {
                store.orElseThrow().keep(List.of(), services.clock().instant());
            } catch (IOException failed) {
                LOG.warn("Unsaved edits that are not wanted any more were not forgotten: {}", failed.getMessage());
            }
        }
    }

    private void look(UnsavedStore there, FileTree files) {
        services.tasks()
                .start(
                        progress -> {
                            Optional<LeftEdits> left = there.left();
                            if (left.isEmpty()) {
                                return Optional.<Offer>empty();
                            }
                            LeftEdits edits = left.get();
                            List<TextChange> changes = edits.on(files);
                            if (changes.isEmpty()) {
                                // They were saved, and the process ended before it forgot them.
                                there.forget(edits);
                                return Optional.<Offer>empty();
                            }
                            return Optional.of(new Offer(edits, edits.changedSince(files), changes));
                        },
                        offer::set,
                        failure -> LOG.warn("What was left unsaved cannot be read: {}", failure.getMessage()));
    }

    private void keep() {
        List<TextChange> changes = List.copyOf(context.project().changes());
        if (changes.isEmpty() && !kept) {
            return;
        }
        kept = true;
        Instant now = services.clock().instant();
        long number = asked.incrementAndGet();
        // A later state of the edits may overtake this one.
        store.ifPresent(there -> services.tasks()
                .start(
                        progress -> {
                            there.keepIf(() -> number == asked.get(), changes, now);
                            return true;
                        },
                        done -> told = false,
                        this::notKept));
    }

    /** Said once, not with every edit, until they can be kept again. */
    private void notKept(Throwable failure) {
        LOG.warn("Unsaved edits were not kept: {}", failure.getMessage());
        if (!told) {
            told = true;
            context.messages()
                    .failed(Words.of(
                            "unsavededits.your-unsaved-edits-are-lost",
                            failure instanceof IOException io ? FileFaults.sentence(io) : failure.getMessage()));
        }
    }

    private interface Work {
        void run(UnsavedStore there) throws IOException;
    }

    private void inBackground(Work work) {
        store.ifPresent(there -> services.tasks()
                .start(
                        progress -> {
                            work.run(there);
                            return true;
                        },
                        done -> {},
                        failure -> LOG.warn("What was left unsaved was not forgotten: {}", failure.getMessage())));
    }
}
