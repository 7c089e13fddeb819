package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.PlacesChange;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places on the map as steps of undo. */
class PlacesUndoTest {

    private static final LayoutPositions OLD =
            LayoutPositions.of(Map.of(), Map.of("web", place("a", 0), "db", place("a", 1)));
    private static final LayoutPositions NEW =
            LayoutPositions.of(Map.of(), Map.of("web", place("b", 2), "db", place("a", 1)));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TopologyDocument document;

    private final List<DocumentChange> heard = new ArrayList<>();

    private static CardPlace place(String zone, int row) {
        return new CardPlace(zone, "", 0, row, true);
    }

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  web: {image: n, networks: [a]}
                  db: {image: p, networks: [a]}
                networks: {a: , b: }
                """);
        document = TopologyDocument.open(ComposeRequest.of(folder), new DiskFileTree());
        document.onChange(heard::add);
    }

    @Test
    void placesOfAnEditGoBackWithIt() throws Exception {
        document.apply(new TopologyEdit.Attach("web", "b"));
        document.placed(PlacesChange.between(OLD, NEW), Optional.empty());
        document.undo();
        document.redo();

        assertThat(heard.get(1).on(NEW)).isEqualTo(OLD);
        assertThat(heard.get(2).on(OLD)).isEqualTo(NEW);
        assertThat(document.history().undoTitle()).contains("attach web to b");
    }

    @Test
    void placesAloneAreAStepThatChangesNoFile() {
        document.placed(PlacesChange.between(OLD, NEW), Optional.of("place web"));

        assertThat(document.history().undoTitle()).contains("place web");
        assertThat(document.dirty()).isFalse();
        document.undo();
        assertThat(heard.getLast().kind()).isEqualTo(DocumentChange.Kind.UNDONE);
        assertThat(heard.getLast().on(NEW)).isEqualTo(OLD);
    }

    @Test
    void whatWasPlacedMeanwhileStays() {
        PlacesChange change = PlacesChange.between(OLD, NEW);
        LayoutPositions later = NEW.withCard("db", place("a", 5)).withCard("cache", place("a", 7));

        assertThat(change.undo(later))
                .isEqualTo(OLD.withCard("db", place("a", 5)).withCard("cache", place("a", 7)));
    }
}
