package dev.bulkhead.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.RecordedActions;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.Others;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.lanes.LanesViewModel.Carry;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import dev.bulkhead.ui.model.OpenProject;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lanes picture makes of clicks and drags, without a toolkit. */
class LanesViewModelTest {

    /** Services s4 to s1, each on a network with the next: s4 and s3 on n0, s3 and s2 on n1, s2 and s1 on n2. */
    private static final Topology CHAIN = PairwiseTopologies.chain(4);

    private static final String LAST_ONE = "Network n0 is the last one of s4: without it Compose would put the service"
            + " on the default network; attach it to another first.";

    private final MapViewModel map = new MapViewModel();
    private final RecordedActions actions = new RecordedActions(map);
    private final ObjectProperty<Topology> saved = new SimpleObjectProperty<>(CHAIN);
    private final ObjectProperty<Optional<ReachMatrix>> reach = new SimpleObjectProperty<>(Optional.empty());

    @SuppressWarnings("NullAway.Init")
    private LanesViewModel lanes;

    @BeforeEach
    void open() {
        map.open(CHAIN, SourceMap.EMPTY, LayoutPositions.EMPTY);
        lanes = new LanesViewModel(new SightViewModel(map, saved), reach, actions);
        lanes.shown(true);
    }

    @Test
    void aClickOnAnEmptyCrossingJoinsAsOneEditAndTheSecondLeaves() {
        lanes.toggle(new Crossing("n2", "s4"));

        assertThat(actions.edits).containsExactly(new TopologyEdit.Attach("s4", "n2"));
        assertThat(shown().mark("n2", "s4")).isEqualTo(LaneMark.JOINING);
        assertThat(map.selection()).isEqualTo(Set.of(new ServiceElement("s4")));
        assertThat(lanes.cursorProperty().get()).isEqualTo(new Crossing("n2", "s4"));

        lanes.toggle(new Crossing("n2", "s4"));
        assertThat(actions.edits.getLast()).isEqualTo(new TopologyEdit.Detach("s4", "n2"));
        assertThat(actions.edits).hasSize(2);
        assertThat(shown().mark("n2", "s4")).isEqualTo(LaneMark.NONE);
        assertThat(map.topologyProperty().get()).isEqualTo(CHAIN);
    }

    @Test
    void leavingShowsUntilItIsSaved() {
        lanes.toggle(new Crossing("n0", "s3"));
        assertThat(actions.edits).containsExactly(new TopologyEdit.Detach("s3", "n0"));
        assertThat(shown().mark("n0", "s3")).isEqualTo(LaneMark.LEAVING);

        saved.set(map.topologyProperty().get());
        assertThat(shown().mark("n0", "s3")).isEqualTo(LaneMark.NONE);
    }

    @Test
    void whatCannotBeIsSaidAndChangesNothing() {
        lanes.toggle(new Crossing("n0", "s4"));

        assertThat(actions.asked).containsExactly("say " + LAST_ONE);
        assertThat(actions.edits).isEmpty();
        assertThat(map.selection()).isEmpty();
        assertThat(map.topologyProperty().get()).isEqualTo(CHAIN);
        assertThat(shown().mark("n0", "s4")).isEqualTo(LaneMark.MEMBER);
        assertThat(lanes.words(new Crossing("n0", "s4"))).isEqualTo("s4 on n0: member; 2 members. " + LAST_ONE);
    }

    @Test
    void aServiceInAnothersNetworkJoinsNothingByItself() {
        map.topologyProperty().set(PairwiseTopologies.with(CHAIN, "guest", new NetworkMode.OfService("s3")));
        lanes.toggle(new Crossing("n2", "guest"));

        assertThat(actions.edits).isEmpty();
        assertThat(actions.asked).singleElement().asString().contains("network_mode: service:s3");
        assertThat(shown().mark("n1", "guest")).isEqualTo(LaneMark.SHARED);
        assertThat(shown().mark("n2", "guest")).isEqualTo(LaneMark.NONE);
    }

    @Test
    void aClickBesideTheCrossingsChangesNothing() {
        lanes.toggle(new Crossing("n0", ""));
        lanes.toggle(Crossing.NONE);

        assertThat(actions.edits).isEmpty();
        assertThat(actions.asked).isEmpty();
    }

    @Test
    void aDotsPlaceGoesToAnotherServiceAsOneEditWithItsAliasesAndAddresses() {
        Attachment place = Attachment.to("n0")
                .withAliases(List.of("tv"))
                .withAddresses(Optional.of("10.1.0.9"), Optional.empty())
                .withGwPriority(5);
        Service s3 = CHAIN.service("s3").orElseThrow();
        map.topologyProperty().set(CHAIN.withService(s3.withAttachments(List.of(place, Attachment.to("n1")))));

        assertThat(lanes.carry(new Crossing("n0", "s3"))).isTrue();
        lanes.carryTo("s2");
        assertThat(lanes.mayDrop()).isTrue();
        assertThat(lanes.words(Crossing.NONE))
                .isEqualTo("s2 takes the place of s3 on n0, with its aliases and addresses.");
        lanes.carryTo("s1");
        lanes.drop();

        Attachment given = place.withGwPriority(0);
        assertThat(actions.edits)
                .containsExactly(new TopologyEdit.Batch(
                        "give s3's place on n0 to s1",
                        List.of(new TopologyEdit.Detach("s3", "n0"), new TopologyEdit.Attach("s1", given))));
        assertThat(shown().mark("n0", "s1")).isEqualTo(LaneMark.JOINING);
        assertThat(shown().mark("n0", "s3")).isEqualTo(LaneMark.LEAVING);
        assertThat(lanes.cursorProperty().get()).isEqualTo(new Crossing("n0", "s1"));
        assertThat(lanes.carriedProperty().get()).isEmpty();
    }

    @Test
    void aDotThatCannotBePutDownGoesBackAndTheReasonIsSaid() {
        lanes.carry(new Crossing("n0", "s4"));
        lanes.carryTo("s1");
        assertThat(lanes.mayDrop()).isFalse();
        assertThat(lanes.words(Crossing.NONE)).isEqualTo(LAST_ONE);
        lanes.drop();

        assertThat(actions.edits).isEmpty();
        assertThat(actions.asked).containsExactly("say " + LAST_ONE);
        assertThat(lanes.carriedProperty().get()).isEmpty();

        lanes.carry(new Crossing("n1", "s3"));
        lanes.carryTo("s2");
        lanes.drop();
        assertThat(actions.edits).isEmpty();
        assertThat(actions.asked.getLast()).isEqualTo("say Service s2 is already attached to n1.");
    }

    @Test
    void aDotThatIsPutBackOrDownWhereItWasChangesNothing() {
        lanes.carry(new Crossing("n1", "s3"));
        lanes.carryTo("s1");
        lanes.putBack();
        assertThat(lanes.carriedProperty().get()).isEmpty();

        lanes.carry(new Crossing("n1", "s3"));
        lanes.carryTo("s1");
        lanes.carryTo("s3");
        assertThat(lanes.mayDrop()).isTrue();
        lanes.drop();

        assertThat(actions.edits).isEmpty();
        assertThat(actions.asked).isEmpty();
    }

    @Test
    void onlyADotCanBeCarried() {
        assertThat(lanes.carry(new Crossing("n2", "s4"))).isFalse();
        assertThat(lanes.carriedProperty().get()).isEmpty();
        lanes.carryTo("s1");
        lanes.drop();
        assertThat(actions.edits).isEmpty();

        assertThat(lanes.carry(new Crossing("n0", "s4"))).isTrue();
        assertThat(lanes.carriedProperty().get()).contains(new Carry(new Crossing("n0", "s4"), "s4"));
    }

    @Test
    void editsKeepTheOrderAndArrangingMakesItAnew() {
        List<String> before = columns();
        lanes.toggle(new Crossing("n2", "s4"));
        lanes.toggle(new Crossing("n0", "s3"));
        assertThat(columns()).isEqualTo(before);

        map.topologyProperty()
                .set(PairwiseTopologies.with(map.topologyProperty().get(), "zz", List.of("n0")));
        assertThat(columns()).hasSize(5).contains("zz");
        assertThat(columns().stream().filter(before::contains)).isEqualTo(before);
        lanes.arrange();
        assertThat(columns()).containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "zz");
    }

    @Test
    void whatIsPointedAtIsLitElseWhatIsSelected() {
        lanes.select(new Crossing("", "s2"));
        assertThat(map.selection()).isEqualTo(Set.of(new ServiceElement("s2")));
        assertThat(lanes.lit()).contains("s2");
        assertThat(lanes.litNetwork()).isEmpty();

        lanes.hoveredProperty().set(new Crossing("n0", "s4"));
        assertThat(lanes.lit()).contains("s4");
        assertThat(lanes.litNetwork()).isEmpty();
        lanes.hoveredProperty().set(new Crossing("n1", ""));
        assertThat(lanes.lit()).isEmpty();
        assertThat(lanes.litNetwork()).contains("n1");

        lanes.hoveredProperty().set(Crossing.NONE);
        lanes.select(new Crossing("n2", ""));
        assertThat(map.selection()).isEqualTo(Set.of(new NetworkElement("n2")));
        assertThat(lanes.litNetwork()).contains("n2");
        lanes.select(new Crossing("n2", "s1"));
        assertThat(map.selection()).isEqualTo(Set.of(new MembershipElement("s1", "n2")));
    }

    @Test
    void containersOfOthersAreNoColumns() {
        map.showDifferences(
                Map.of(),
                new EngineOnly(
                        List.of(),
                        List.of(PairwiseTopologies.with(CHAIN, "stray", List.of("n0"))
                                .service("stray")
                                .orElseThrow()),
                        List.of(new MembershipElement("s1", "n0")),
                        List.of(new Others("n0", List.<NamedOutsider>of()))));

        assertThat(columns()).containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "stray");
        assertThat(shown().mark("n0", "stray")).isEqualTo(LaneMark.ENGINE_ONLY);
        assertThat(shown().mark("n0", "s1")).isEqualTo(LaneMark.ENGINE_ONLY);

        lanes.toggle(new Crossing("n1", "stray"));
        assertThat(actions.edits).isEmpty();
        assertThat(actions.asked).containsExactly("say No file of the project has stray; only the engine does.");
    }

    @Test
    void anotherProjectIsPutInOrderAnew() {
        map.open(PairwiseTopologies.hub(3), SourceMap.EMPTY, LayoutPositions.EMPTY);

        assertThat(columns()).containsExactlyInAnyOrder("hub", "app0", "app1", "app2");
        assertThat(shown().lanes())
                .extracting(LaneTable.Lane::key)
                .containsExactlyInAnyOrder("hub-app0", "hub-app1", "hub-app2");
    }

    @Test
    void joiningAndGivingAwayIsOneUndoStepEach(@TempDir Path folder) throws Exception {
        ProjectViewModel project = new OpenProject(folder).model();
        Topology before = project.topologyProperty().get();
        map.open(before, SourceMap.EMPTY, LayoutPositions.EMPTY);
        saved.set(before);

        lanes.toggle(new Crossing("front", "db"));
        lanes.carry(new Crossing("back", "app"));
        lanes.carryTo("web");
        lanes.drop();

        assertThat(actions.edits).hasSize(2).allMatch(project::apply);
        assertThat(project.topologyProperty().get().members("back"))
                .extracting(Service::key)
                .containsExactly("db", "web");
        project.undo();
        assertThat(project.undoTitleProperty().get()).isEqualTo("attach db to front");
        project.undo();
        assertThat(project.topologyProperty().get()).isEqualTo(before);
        assertThat(project.dirtyProperty().get()).isFalse();
        assertThat(project.undoTitleProperty().get()).isEmpty();
    }

    @Test
    void whatAnEngineSaysOfManyNetworksIsDrawnOnce() {
        int[] drawn = {0};
        lanes.tableProperty().addListener((property, old, now) -> drawn[0]++);

        map.showInternals(Map.of("n0", true, "n1", true, "n2", true));
        map.showLive(Map.of("s1", ServiceState.UNKNOWN, "s2", ServiceState.UNKNOWN));

        assertThat(drawn[0]).isOne();
        assertThat(shown().lanes()).allMatch(LaneTable.Lane::internal);
    }

    private LaneTable shown() {
        return lanes.tableProperty().get();
    }

    private List<String> columns() {
        return shown().columns().stream().map(LaneTable.Column::key).toList();
    }
}
