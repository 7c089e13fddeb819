package dev.bulkhead.ui.shell.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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

    private final ObjectProperty<EngineStatus> engine =
            new SimpleObjectProperty<>(new EngineStatus.Connected(new EngineInfo("Docker", "28.5.2", "1.51", "here")));

    @BeforeEach
    void open() throws Exception {
        open = new OpenProject(folder);
        changes = new ChangeViewModel(open.model(), engine);
    }

    @Test
    void nothingIsToldOfAProjectThatIsAsItsFiles() {
        assertThat(state()).isEqualTo(new ChangeState.None());
    }

    @Test
    void anEditNamesTheFilesItWouldChange() {
        open.model().apply(new TopologyEdit.Attach("web", "back"));

        assertThat(state())
                .isEqualTo(new ChangeState.Edited(
                        List.of("compose.yaml"),
                        ChangeState.Trouble.NONE,
                        NameChanges.NONE,
                        EngineStanding.BEHIND,
                        "attach web to back"));
    }

    @Test
    void onlyErrorsThatTheEditBringsAboutAreCounted() {
        open.model()
                .apply(new TopologyEdit.AddNetwork(
                        new Network("lab", "lab", NetworkOptions.defaults(), List.of(Subnet.of("10.20.0.0/25")))));

        assertThat(state()).isInstanceOfSatisfying(ChangeState.Edited.class, edited -> {
            assertThat(edited.trouble().errors().stream().map(Finding::rule)).containsExactly("subnet-overlap");
            assertThat(edited.trouble().words()).isEqualTo("1 new error");
        });
    }

    @Test
    void rulesThatBreakAreCountedApartFromErrors() {
        open.model().applyRules("rules:\n  - must-not: web -> db\n", "add a rule");
        open.model().save(false);
        assertThat(state()).isEqualTo(new ChangeState.None());
        List<Finding> broken = open.model().findings().stream()
                .filter(finding -> finding.rule().equals("rule-must-not"))
                .toList();
        open.model().apply(new TopologyEdit.Attach("web", "back"));

        assertThat(broken).isEmpty();
        assertThat(state())
                .isInstanceOfSatisfying(
                        ChangeState.Edited.class,
                        edited -> assertThat(edited.trouble().words()).isEqualTo("1 rule breaks"));
    }

    @Test
    void anErrorThatOnlyMovedToAnotherLineIsNotNew() throws Exception {
        open.model()
                .apply(new TopologyEdit.AddNetwork(
                        new Network("lab", "lab", NetworkOptions.defaults(), List.of(Subnet.of("10.20.0.0/25")))));
        open.model().save(false);
        String text = Files.readString(folder.resolve("compose.yaml"));
        open.model().apply(new FileEdit.WriteFile("compose.yaml", "# one line more\n" + text));

        assertThat(state())
                .isInstanceOfSatisfying(
                        ChangeState.Edited.class,
                        edited -> assertThat(edited.trouble().isEmpty()).isTrue());
    }

    @Test
    void rulesAloneAreNothingToApply() {
        open.model().applyRules("rules:\n  - must: web -> db\n", "add a rule");
        assertThat(state())
                .isInstanceOfSatisfying(
                        ChangeState.Edited.class,
                        edited -> assertThat(edited.engine()).isEqualTo(EngineStanding.UNCONCERNED));

        open.model().save(false);
        changes.saved();
        assertThat(state()).isEqualTo(new ChangeState.None());
    }

    @Test
    void anEngineThatDoesNotAnswerIsNotSaidToBeBehind() {
        open.model().apply(new TopologyEdit.Attach("web", "back"));
        engine.set(new EngineStatus.Gone("Connection refused", 1, Instant.EPOCH));

        assertThat(state())
                .isInstanceOfSatisfying(
                        ChangeState.Edited.class,
                        edited -> assertThat(edited.engine()).isEqualTo(EngineStanding.UNKNOWN));
    }

    @Test
    void aliasesAndAddressesThatAnEditKeepsOrLosesAreTold() {
        open.model()
                .apply(new TopologyEdit.Attach(
                        "web",
                        Attachment.to("back")
                                .withAliases(List.of("shop"))
                                .withAddresses(Optional.of("10.20.0.9"), Optional.empty())));
        open.model().save(false);
        open.model().apply(new TopologyEdit.Detach("web", "back"));

        assertThat(state()).isInstanceOfSatisfying(ChangeState.Edited.class, edited -> {
            assertThat(edited.names().words()).isEqualTo("web loses alias shop, address 10.20.0.9");
            assertThat(edited.names().firstOfThem()).isEqualTo("web loses alias shop and 1 more");
            assertThat(edited.names().count()).isEqualTo("2 names lost");
        });

        open.model().undo();
        open.model().apply(new TopologyEdit.Detach("web", "front"));
        assertThat(state())
                .isInstanceOfSatisfying(
                        ChangeState.Edited.class,
                        edited -> assertThat(edited.names().words())
                                .isEqualTo("web keeps alias shop, address 10.20.0.9"));
    }

    @Test
    void whatIsSavedWaitsUntilItIsApplied() {
        open.model().apply(new TopologyEdit.Attach("web", "back"));
        open.model().save(false);
        changes.saved();
        assertThat(state()).isEqualTo(new ChangeState.Saved(EngineStanding.BEHIND));

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
