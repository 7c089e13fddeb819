package dev.bulkhead.workspace.unsaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.workspace.TopologyDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsavedStoreTest {

    /** A number that no system gives a process. */
    private static final UnsavedStore.Owner GONE = new UnsavedStore.Owner(Integer.MAX_VALUE, "");

    private static final Instant AT = Instant.parse("2026-03-01T10:15:00Z");
    private static final String TEXT = """
            services:
              web: {image: nginx, networks: [front]}
            networks: {front: , back: }
            """;

    @TempDir
    private Path folder;

    private Path project = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        project = Files.createDirectory(folder.resolve("app"));
        file = Files.writeString(project.resolve("compose.yaml"), TEXT);
    }

    private Path kept() {
        return folder.resolve("state/unsaved");
    }

    private UnsavedStore store(UnsavedStore.Owner owner) {
        return new UnsavedStore(kept(), project, owner);
    }

    private TopologyDocument open() throws Exception {
        return TopologyDocument.open(ComposeRequest.of(project), new DiskFileTree());
    }

    private TopologyDocument edited() throws Exception {
        TopologyDocument document = open();
        document.apply(new TopologyEdit.Attach("web", "back"));
        return document;
    }

    @Test
    void whatAProcessThatIsGoneLeftIsRestoredToTheByteAsOneStep() throws Exception {
        TopologyDocument document = edited();
        store(GONE).keep(document.pendingChanges(), AT);

        LeftEdits left = store(UnsavedStore.Owner.current()).left().orElseThrow();
        assertThat(left.at()).isEqualTo(AT);
        assertThat(left.changedSince(new DiskFileTree())).isEmpty();
        TopologyDocument again = open();
        again.applyTexts(left.on(new DiskFileTree()), "restore unsaved edits");

        assertThat(again.pendingChanges()).isEqualTo(document.pendingChanges());
        assertThat(again.project().topology()).isEqualTo(document.project().topology());
        again.undo();
        assertThat(again.dirty()).isFalse();
        again.redo();
        again.save();
        assertThat(file).hasContent(document.pendingChanges().getFirst().after().orElseThrow());

        store(UnsavedStore.Owner.current()).forget(left);
        assertThat(store(UnsavedStore.Owner.current()).left()).isEmpty();
    }

    @Test
    void editsOfAProcessThatLivesAreItsOwn() throws Exception {
        store(UnsavedStore.Owner.current()).keep(edited().pendingChanges(), AT);

        assertThat(store(UnsavedStore.Owner.current()).left()).isEmpty();
        assertThat(store(GONE).left()).isEmpty();
    }

    @Test
    void aProcessWithTheNumberOfOneThatIsGoneIsOfferedWhatThatLeft() throws Exception {
        UnsavedStore.Owner now = UnsavedStore.Owner.current();
        UnsavedStore.Owner before = new UnsavedStore.Owner(now.pid(), "2026-01-01T00:00:00Z");
        store(before).keep(edited().pendingChanges(), AT);
        store(now).keep(edited().pendingChanges(), AT.plusSeconds(60));

        assertThat(store(now).left()).map(LeftEdits::at).contains(AT);
    }

    @Test
    void nobodyElseReadsThemAndNothingIsKeptWithoutEdits() throws Exception {
        assertThat(store(UnsavedStore.Owner.current()).left()).isEmpty();
        assertThat(kept()).doesNotExist();
        UnsavedStore store = store(UnsavedStore.Owner.current());
        store.keep(edited().pendingChanges(), AT);

        Path own;
        try (var files = Files.list(kept())) {
            own = files.findFirst().orElseThrow();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rw-------");
        store.keep(List.of(), AT);
        assertThat(own).doesNotExist();
    }

    @Test
    void anotherProjectAndADamagedFileAreNotOffered() throws Exception {
        new UnsavedStore(kept(), folder.resolve("other"), GONE).keep(edited().pendingChanges(), AT);
        assertThat(store(UnsavedStore.Owner.current()).left()).isEmpty();

        store(GONE).keep(edited().pendingChanges(), AT);
        try (var files = Files.list(kept())) {
            for (Path each : files.toList()) {
                Files.writeString(each, "{\"schema\": 1, \"proj");
            }
        }
        assertThat(store(UnsavedStore.Owner.current()).left()).isEmpty();
    }

    @Test
    void aFileThatChangedSinceIsNamedAndComparedAsItIsNow() throws Exception {
        store(GONE).keep(edited().pendingChanges(), AT);
        String now = TEXT.replace("nginx", "nginx:1.27");
        Files.writeString(file, now);

        LeftEdits left = store(UnsavedStore.Owner.current()).left().orElseThrow();
        assertThat(left.changedSince(new DiskFileTree())).containsExactly("compose.yaml");
        assertThat(left.on(new DiskFileTree()))
                .singleElement()
                .extracting(TextChange::before)
                .isEqualTo(Optional.of(now));
    }

    @Test
    void textsThatAreNoProjectOrOfAnotherStateChangeNothing() throws Exception {
        TopologyDocument document = open();
        TextChange broken = new TextChange(file, "compose.yaml", Optional.of(TEXT), Optional.of("services: ["));
        TextChange stale = new TextChange(file, "compose.yaml", Optional.of("older"), Optional.of(TEXT));

        assertThatThrownBy(() -> document.applyTexts(List.of(broken), "type"))
                .isInstanceOf(EditRejectedException.class)
                .hasMessageStartingWith("compose.yaml:");
        assertThatThrownBy(() -> document.applyTexts(List.of(stale), "type"))
                .isInstanceOf(EditRejectedException.class)
                .hasMessage("compose.yaml holds another text by now than when it was edited.");
        assertThat(document.dirty()).isFalse();
        assertThat(document.history().steps()).isEmpty();
    }
}
