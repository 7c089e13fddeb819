package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyDocumentTest {

    private static final String TEXT = """
        services:
          web:
            image: nginx
            networks: [front] # the way in
        networks:
          front: {}
          back: {}
        """;
    private static final String ATTACHED = TEXT.replace("[front]", "[front, back]");
    private static final TopologyEdit ATTACH = new TopologyEdit.Attach("web", "back");

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void writeProject() throws Exception {
        file = Files.writeString(directory.resolve("compose.yaml"), TEXT);
    }

    private TopologyDocument open() throws ComposeException {
        return TopologyDocument.open(ComposeRequest.of(directory), new DiskFileTree());
    }

    @Test
    void openingWritesNothing() throws Exception {
        open();

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anEditIsPendingUntilItIsSaved() throws Exception {
        TopologyDocument document = open();

        document.apply(ATTACH);

        assertThat(document.dirty()).isTrue();
        assertThat(file).hasContent(TEXT);
        assertThat(document.save()).isEqualTo(new SaveResult.Saved(List.of(file)));
        assertThat(file).hasContent(ATTACHED);
        assertThat(document.dirty()).isFalse();
        assertThat(document.save()).isEqualTo(new SaveResult.Saved(List.of()));
    }

    @Test
    void undoGivesTheSameBytesAndRedoTheSameEdit() throws Exception {
        TopologyDocument document = open();
        document.apply(ATTACH);

        document.undo();
        assertThat(document.dirty()).isFalse();
        assertThat(document.history().undoTitle()).isEmpty();
        assertThat(document.history().redoTitle()).contains("attach web to back");
        document.redo();
        document.save();

        assertThat(file).hasContent(ATTACHED);
        document.undo();
        document.save();
        assertThat(file).hasContent(TEXT);
    }

    @Test
    void anEditThatDoesNotFitChangesNothing() throws Exception {
        TopologyDocument document = open();

        assertThatThrownBy(() -> document.apply(new TopologyEdit.Attach("web", "nowhere")))
                .isInstanceOf(EditRejectedException.class)
                .hasMessageContaining("nowhere");

        assertThat(document.revision()).isZero();
        assertThat(document.dirty()).isFalse();
    }

    @Test
    void aFileThatChangedOnDiskIsAConflictWithThreeSides() throws Exception {
        TopologyDocument document = open();
        document.apply(ATTACH);
        String theirs = TEXT.replace("nginx", "caddy");
        Files.writeString(file, theirs);

        SaveResult result = document.save();

        assertThat(result)
                .isEqualTo(new SaveResult.ConflictOnDisk(List.of(new SaveResult.DiskConflict(
                        file, "compose.yaml", Optional.of(TEXT), Optional.of(ATTACHED), Optional.of(theirs)))));
        assertThat(file).hasContent(theirs);
    }

    @Test
    void aConflictEndsWithMineWithTheirsOrWithBoth() throws Exception {
        String theirs = TEXT.replace("nginx", "caddy");
        TopologyDocument mine = open();
        mine.apply(ATTACH);
        Files.writeString(file, theirs);
        assertThat(mine.saveOverConflicts()).isInstanceOf(SaveResult.Saved.class);
        assertThat(file).hasContent(ATTACHED);

        Files.writeString(file, TEXT);
        TopologyDocument taken = open();
        taken.apply(ATTACH);
        Files.writeString(file, theirs);
        taken.reload();
        assertThat(taken.dirty()).isFalse();
        assertThat(file).hasContent(theirs);

        Files.writeString(file, TEXT);
        TopologyDocument both = open();
        both.apply(ATTACH);
        Files.writeString(file, theirs);
        both.reloadAndReapply();
        both.save();
        assertThat(file).hasContent(ATTACHED.replace("nginx", "caddy"));
    }

    @Test
    void aSaveWaitsForNobody() throws Exception {
        TopologyDocument document = open();
        document.apply(ATTACH);
        ProjectDirectory state = ProjectDirectory.of(directory);
        state.create();

        try (ExclusiveLock lock =
                ExclusiveLock.tryTake(state.lockFile()).orElseThrow(() -> new AssertionError("the lock is taken"))) {
            assertThat(lock).isNotNull();
            assertThat(document.save())
                    .isEqualTo(new SaveResult.Failed("Nothing was saved: another Bulkhead is at work on this project;"
                            + " wait until it is done."));
            assertThat(file).hasContent(TEXT);
        }
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void listenersHearOfEveryChangeUntilTheyAreTakenAway() throws Exception {
        TopologyDocument document = open();
        List<String> heard = new ArrayList<>();
        Subscription subscription =
                document.onChange(change -> heard.add(change.kind() + " " + change.title() + " " + change.revision()));

        document.apply(ATTACH);
        document.save();
        document.undo();
        document.reload();
        subscription.close();
        document.apply(new TopologyEdit.Detach("web", "front"));

        assertThat(heard)
                .containsExactly(
                        "APPLIED attach web to back 1", "SAVED  1", "UNDONE attach web to back 2", "RELOADED  3");
    }
}
