package dev.bulkhead.ui.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.verify.LiveReach;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reaches whom as the window asks it, without a toolkit. */
class ReachViewModelTest {

    private static final ReachPair WEB_TO_DB = new ReachPair(new Subject.OfService("web"), new Subject.OfService("db"));

    @TempDir
    Path folder;

    private final MapViewModel map = new MapViewModel();

    @SuppressWarnings("NullAway.Init")
    private OpenProject open;

    @SuppressWarnings("NullAway.Init")
    private ReachViewModel reach;

    private Optional<Engine> practice = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        open = new OpenProject(folder);
        Catalogue catalogue = CatalogueAndPlaybooks.bundled().catalogue();
        ComposeProject project = open.model().projectProperty().get().orElseThrow();
        map.open(project.topology(), project.sources(), LayoutPositions.EMPTY);
        EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system());
        reach = new ReachViewModel(
                open.model(),
                map,
                new InlineTasks(),
                new RulesReachOptions(new LiveSurroundings(engine, new EngineHost(new HostRoutes(new DiskFileTree())))),
                new LiveProbe(
                        new InlineTasks(),
                        topology -> LiveReach.of(
                                practice.orElseThrow(() ->
                                        new EngineException(EngineException.Kind.UNREACHABLE, "No engine answers.")),
                                catalogue,
                                topology),
                        Instant::now,
                        ZoneOffset.UTC));
    }

    @Test
    void anEditChangesTheAnswer() {
        assertThat(kind()).isEqualTo(ReachKind.BLOCKED);

        open.model().apply(new TopologyEdit.Attach("web", "back"));

        assertThat(kind()).isEqualTo(ReachKind.OPEN);
    }

    @Test
    void whatEditsOpenAndCloseIsToldUntilTheStateIsForgotten() {
        reach.compare(true);
        assertThat(reach.sinceProperty().get().words()).isEqualTo(" · as it was before");

        open.model().apply(new TopologyEdit.Attach("db", Attachment.to("front")));
        assertThat(since("web", "db")).contains(ReachSince.Change.OPENED);
        open.model().undo();
        assertThat(since("web", "db")).isEmpty();

        open.model().apply(new TopologyEdit.Detach("app", "front"));
        assertThat(since("web", "app")).contains(ReachSince.Change.CLOSED);
        assertThat(reach.sinceProperty().get().words()).isEqualTo(" · 0 opened (+), 2 closed (−) since");

        reach.compare(false);
        assertThat(since("web", "app")).isEmpty();
    }

    private Optional<ReachSince.Change> since(String from, String to) {
        ReachTable table = reach.tableProperty().get();
        return reach.sinceProperty()
                .get()
                .at(
                        table.index(new Subject.OfService(from)).orElseThrow(),
                        table.index(new Subject.OfService(to)).orElseThrow());
    }

    @Test
    void twoSelectedServicesAreAQuestionAndOneIsNone() {
        map.select(Set.of(new Element.ServiceElement("web")));
        assertThat(reach.pairProperty().get()).isEmpty();

        map.select(Set.of(new Element.ServiceElement("web"), new Element.ServiceElement("db")));
        assertThat(reach.pairProperty().get()).isPresent();
    }

    @Test
    void theMapIsLitOnlyWhileReachIsAskedFor() {
        map.select(new Element.ServiceElement("web"));
        assertThat(map.lightsProperty().get()).isEmpty();

        map.reachModeProperty().set(true);
        assertThat(map.lightsProperty().get()).isPresent();

        map.reachModeProperty().set(false);
        assertThat(map.lightsProperty().get()).isEmpty();
    }

    @Test
    void whatAVerdictRestsOnIsToldOnceSomebodyAsksAndIsForgottenWithAnEdit() {
        assertThat(reach.groundsProperty().get().of(WEB_TO_DB)).isEmpty();

        reach.wonder();

        assertThat(reach.groundsProperty().get().of(WEB_TO_DB))
                .containsExactly("assumed: the engine writes packet rules (iptables); else reachable");

        open.model().apply(new TopologyEdit.Attach("web", "back"));
        assertThat(reach.groundsProperty().get().of(WEB_TO_DB)).isEmpty();
        reach.wonder();
        assertThat(reach.groundsProperty().get().of(WEB_TO_DB)).isEmpty();
        assertThat(reach.tableProperty().get().assumed())
                .startsWith("Assumed of the engine, since nobody told: the engine writes packet rules (iptables),");
    }

    @Test
    void theEngineAnswersBesideWhatIsForetoldAndAnEditOfTheFilesLeavesThat() throws Exception {
        practice = Optional.of(new PracticeProject(folder).connection());
        ReachPair webToApp = new ReachPair(new Subject.OfService("web"), new Subject.OfService("app"));

        reach.probe(List.of(WEB_TO_DB, webToApp, WEB_TO_DB.back()));

        assertThat(reach.live().toldProperty().get()).isEqualTo("3 pairs asked.");
        assertThat(reach.live().isAsking()).isFalse();
        assertThat(reach.observed(WEB_TO_DB).orElseThrow())
                .startsWith("Observed ")
                .contains("No connection to ")
                .endsWith(" within 2 s each. As foretold.");
        assertThat(reach.observed(webToApp).orElseThrow())
                .contains("Connected to 10.20.0.")
                .endsWith(" As foretold.");

        open.model().apply(new TopologyEdit.Attach("web", "back"));
        assertThat(reach.observed(WEB_TO_DB).orElseThrow()).endsWith("That is not what was foretold.");

        reach.live().forget();
        assertThat(reach.observed(WEB_TO_DB)).isEmpty();
    }

    @Test
    void withoutAnEngineItSaysThatNobodyAnswers() {
        reach.probe(List.of(WEB_TO_DB));

        assertThat(reach.live().toldProperty().get()).isEqualTo("Not asked: No engine answers.");
        assertThat(reach.observed(WEB_TO_DB)).isEmpty();
    }

    private ReachKind kind() {
        ReachTable table = reach.tableProperty().get();
        return table.kind(
                table.index(WEB_TO_DB.from()).orElseThrow(),
                table.index(WEB_TO_DB.to()).orElseThrow());
    }
}
