package dev.bulkhead.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The open project as values, without a toolkit. */
class ProjectViewModelTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenProject open;

    @BeforeEach
    void open() throws Exception {
        open = new OpenProject(folder);
    }

    @Test
    void anEditIsSeenEverywhereAndUndoTakesItBack() {
        ProjectViewModel model = open.model();

        assertThat(model.apply(new TopologyEdit.Attach("web", "back"))).isTrue();
        assertThat(model.topologyProperty().get().members("back"))
                .extracting(Service::key)
                .containsExactlyInAnyOrder("web", "app", "db");
        assertThat(model.dirtyProperty().get()).isTrue();
        assertThat(model.changes()).hasSize(1);
        assertThat(model.undoTitleProperty().get()).isEqualTo("attach web to back");

        model.undo();
        assertThat(model.topologyProperty().get().members("back"))
                .extracting(Service::key)
                .containsExactlyInAnyOrder("app", "db");
        assertThat(model.dirtyProperty().get()).isFalse();
        assertThat(model.redoTitleProperty().get()).isEqualTo("attach web to back");
    }

    @Test
    void anEditThatCannotBeDoneIsToldAndChangesNothing() {
        assertThat(open.model().apply(new TopologyEdit.RemoveNetwork("nowhere")))
                .isFalse();

        assertThat(open.told()).hasSize(1);
        assertThat(open.told().getFirst()).startsWith("refused: ").contains("nowhere");
        assertThat(open.model().dirtyProperty().get()).isFalse();
    }

    @Test
    void whatAnEditBreaksIsFoundAtOnce() {
        assertThat(open.model().findings())
                .noneMatch(finding -> finding.message().contains("back"));

        open.model().apply(new TopologyEdit.SetSubnet("back", "10.20.0.128/25"));

        assertThat(open.model().findings())
                .anyMatch(finding -> finding.message().contains("10.20.0.128/25"));
    }

    @Test
    void aClosedModelHearsNoMoreOfItsDocument() {
        ProjectViewModel model = open.model();
        model.close();

        model.apply(new TopologyEdit.Attach("web", "back"));

        assertThat(model.dirtyProperty().get()).isFalse();
    }
}
