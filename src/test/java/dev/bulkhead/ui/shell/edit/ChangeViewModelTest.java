package dev.bulkhead.ui.shell.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where edits stand, without a toolkit. */
class ChangeViewModelTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenProject open;

    @SuppressWarnings("NullAway.Init")
    private ChangeViewModel changes;

    @BeforeEach
    void open() throws Exception {
        open = new OpenProject(folder);
        changes = new ChangeViewModel(open.model());
    }

    @Test
    void nothingIsToldOfAProjectThatIsAsItsFiles() {
        assertThat(state()).isEqualTo(new ChangeState.None());
    }

    @Test
    void anEditNamesTheFilesItWouldChange() {
        open.model().apply(new TopologyEdit.Attach("web", "back"));

        assertThat(state()).isEqualTo(new ChangeState.Edited(List.of("compose.yaml"), List.of(), NameChanges.NONE));
    }

    @Test
    void onlyErrorsThatTheEditBringsAboutAreCounted() {
        open.model()
                .apply(new TopologyEdit.AddNetwork(
                        new Network("lab", "lab", NetworkOptions.defaults(), List.of(Subnet.of("10.20.0.0/25")))));

        assertThat(state()).isInstanceOfSatisfying(ChangeState.Edited.class, edited -> {
            assertThat(edited.broken().stream().map(Finding::rule)).containsExactly("subnet-overlap");
            assertThat(edited.trouble()).isEqualTo("1 new error");
        });
    }

    @Test
    void aliasesAndAddressesThatAnEditKeepsOrLosesAreTold() {
        open.model()
                .apply(new TopologyEdit.Attach(
                        "web",
                        new Attachment(
                                "back",
                                List.of("shop"),
                                Optional.of("10.20.0.9"),
                                Optional.empty(),
                                0,
                                Optional.empty(),
                                Map.of())));
        open.model().save(false);
        open.model().apply(new TopologyEdit.Detach("web", "back"));

        assertThat(state())
                .isInstanceOfSatisfying(
                        ChangeState.Edited.class,
                        edited -> assertThat(edited.names())
                                .isEqualTo(new NameChanges(List.of(), List.of("10.20.0.9 (web)", "shop (web)"))));

        open.model().undo();
        open.model().apply(new TopologyEdit.Detach("web", "front"));
        assertThat(state())
                .isInstanceOfSatisfying(
                        ChangeState.Edited.class,
                        edited -> assertThat(edited.names().words()).isEqualTo("keeps 10.20.0.9 (web), shop (web)"));
    }

    @Test
    void whatIsSavedWaitsUntilItIsApplied() {
        open.model().apply(new TopologyEdit.Attach("web", "back"));
        open.model().save(false);
        changes.saved();
        assertThat(state()).isEqualTo(new ChangeState.Saved());

        changes.settled();
        assertThat(state()).isEqualTo(new ChangeState.None());
    }

    @Test
    void anEditThatIsUndoneWasNeverSaved() {
        open.model().apply(new TopologyEdit.Attach("web", "back"));
        open.model().undo();

        assertThat(state()).isEqualTo(new ChangeState.None());
    }

    private ChangeState state() {
        return changes.stateProperty().get();
    }
}
