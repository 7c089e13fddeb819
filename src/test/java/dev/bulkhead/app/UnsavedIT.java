package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.workspace.TopologyDocument;
import dev.bulkhead.workspace.unsaved.UnsavedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** Edits that were not saved, from the end of one process to the next. */
@WithWindow
class UnsavedIT {

    /** A number that no system gives a process. */
    private static final UnsavedStore.Owner GONE = new UnsavedStore.Owner(Integer.MAX_VALUE, "");

    @Test
    void editsAreKeptWhileTheyAreMadeAndForgottenOnceSaved(TestWindow window) throws Exception {
        Path sample = window.openSample();
        assertThat(kept(window)).isEmpty();
        assertThat(window.shown("#unsaved-banner")).isFalse();

        window.run(() -> window.context().project().apply(rename()));
        window.await("the edits to be kept", () -> !kept(window).isEmpty());
        assertThat(sample.resolve("docker-compose.yml")).content().contains("media-network:");

        window.run(() -> window.context().project().save(false));
        window.await("the edits to be forgotten", () -> kept(window).isEmpty());
    }

    @Test
    void whatAProcessThatEndedLeftIsRestoredAsAStepThatUndoTakesBack(TestWindow window) throws Exception {
        Path sample = window.openSample();
        Map<String, String> before = Folders.contents(sample);
        leave(window, sample);
        window.openProject(sample);
        window.await("the offer", () -> window.shown("#unsaved-banner"));
        assertThat(window.words("#unsaved-banner-words"))
                .contains("unsaved edits")
                .contains("1 Mar 10:15");

        window.click("#unsaved-restore");
        window.await("the offer to go", () -> !window.shown("#unsaved-banner"));
        assertThat(window.onFx(() ->
                        window.context().project().topologyProperty().get().network("renamed")))
                .isPresent();
        assertThat(window.onFx(
                        () -> window.context().project().undoTitleProperty().get()))
                .isEqualTo("restore unsaved edits");
        assertThat(Folders.contents(sample)).isEqualTo(before);

        window.run(() -> window.context().project().undo());
        assertThat(window.onFx(() -> window.context().project().dirtyProperty().get()))
                .isFalse();
    }

    @Test
    void whatIsDiscardedIsNotOfferedAgain(TestWindow window) throws Exception {
        Path sample = window.openSample();
        leave(window, sample);
        window.openProject(sample);
        window.await("the offer", () -> window.shown("#unsaved-banner"));
        window.click("#unsaved-discard");
        window.await("the edits to be forgotten", () -> kept(window).isEmpty());

        window.startAgain();
        window.openProject(sample);
        window.settle();
        assertThat(window.shown("#unsaved-banner")).isFalse();
    }

    @Test
    void whatWasSavedBeforeTheProcessEndedIsNotOffered(TestWindow window) throws Exception {
        Path sample = window.openSample();
        leave(window, sample);
        TopologyDocument document = TopologyDocument.open(ComposeRequest.of(sample), new DiskFileTree());
        document.apply(rename());
        document.save();

        window.startAgain();
        window.openProject(sample);
        window.await("the edits to be forgotten", () -> kept(window).isEmpty());
        assertThat(window.shown("#unsaved-banner")).isFalse();
    }

    @Test
    void whoEditsIsToldOnceWhereEditsCannotBeKept(TestWindow window) throws Exception {
        Files.writeString(directory(window), "a file in the place of the directory");
        window.openSample();
        window.run(() -> window.context().project().apply(rename()));
        window.await("the note", () -> notes(window) == 1);

        window.run(() -> window.context().project().undo());
        window.run(() -> window.context().project().redo());
        window.settle();
        assertThat(window.onFx(() -> notes(window))).isEqualTo(1);
    }

    private static long notes(TestWindow window) {
        return window.robot().lookup(".bh-window-note-words").<Label>queryAll().stream()
                .filter(words -> words.getText().startsWith("Your unsaved edits are lost if Bulkhead ends"))
                .count();
    }

    private static TopologyEdit rename() {
        return new TopologyEdit.RenameNetwork("media-network", "renamed");
    }

    /** Leaves edits as a process does that is killed. */
    private static void leave(TestWindow window, Path sample) throws Exception {
        TopologyDocument document = TopologyDocument.open(ComposeRequest.of(sample), new DiskFileTree());
        document.apply(rename());
        new UnsavedStore(directory(window), document.project().directory(), GONE)
                .keep(document.pendingChanges(), Instant.parse("2026-03-01T10:15:00Z"));
    }

    private static Path directory(TestWindow window) {
        return window.folder().resolve("unsaved");
    }

    private static List<Path> kept(TestWindow window) {
        if (!Files.isDirectory(directory(window))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory(window))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
