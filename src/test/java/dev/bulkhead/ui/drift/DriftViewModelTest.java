package dev.bulkhead.ui.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.drift.DriftViewModel.Differences;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between files and engine as the window shows it, without a toolkit. */
class DriftViewModelTest {

    @TempDir
    Path folder;

    private final EngineViewModel engine = new EngineViewModel(Runnable::run, () -> Instant.EPOCH);
    private Map<String, String> hashes = Map.of();
    private Map<String, ObservedImage> images = Map.of();
    private int asked;

    @SuppressWarnings("NullAway.Init")
    private OpenProject project;

    @SuppressWarnings("NullAway.Init")
    private PracticeEngine practice;

    @SuppressWarnings("NullAway.Init")
    private DriftViewModel drift;

    @BeforeEach
    void open() throws Exception {
        project = new OpenProject(folder);
        practice = new PracticeProject(folder).engine();
        drift = new DriftViewModel(
                project.model(),
                engine,
                saved -> {
                    asked++;
                    return new DriftFacts(saved.directory(), Set.of(), hashes, images, Optional.empty());
                },
                new InlineTasks(),
                UnaryOperator.identity());
    }

    private Differences differences() {
        return drift.differencesProperty().get();
    }

    private List<String> sentences() {
        return differences().all().stream().map(Drift::sentence).toList();
    }

    private String name(String key) {
        return project.model()
                .topologyProperty()
                .get()
                .network(key)
                .map(Network::name)
                .orElseThrow();
    }

    @Test
    void nothingDiffersBeforeAnEngineHasAnswered() {
        assertThat(differences()).isEqualTo(Differences.NONE);
    }

    @Test
    void aMembershipThatSomebodyMadeIsOnTheEngineAloneAndCanBeAdopted() throws Exception {
        engine.watch(practice);
        assertThat(sentences()).isEmpty();
        Service web = project.model().topologyProperty().get().services().values().stream()
                .filter(service -> !service.joins("back"))
                .findFirst()
                .orElseThrow();
        String container = practice.observe()
                .containers(project.model().topologyProperty().get().project(), web.key())
                .getFirst()
                .name();

        practice.connect(name("back"), container, EndpointSpec.PLAIN);

        Element.MembershipElement made = Element.membership(web.key(), "back");
        assertThat(differences().only().memberships()).containsExactly(made);
        assertThat(differences().about(made))
                .isEqualTo(differences().about(Element.service(web.key())))
                .hasSize(1);
        Drift found = differences().all().getFirst();
        assertThat(new Adoption(
                                project.model().topologyProperty().get(),
                                engine.stateProperty().get())
                        .of(found))
                .contains(new TopologyEdit.Attach(web.key(), "back"));

        practice.disconnect(name("back"), container);
        assertThat(differences()).isEqualTo(Differences.NONE);
    }

    @Test
    void aNetworkOfTheProjectThatNoFileNamesIsAZoneOfItsOwnAndCanBeDeclared() throws Exception {
        engine.watch(practice);
        String project = this.project.model().topologyProperty().get().project();
        NetworkOptions options = new NetworkOptions(
                Optional.of("bridge"),
                false,
                true,
                false,
                false,
                Map.of(),
                Map.of("com.docker.compose.project", project));

        practice.createNetwork(new NetworkSpec("left-over", options, List.of(Subnet.of("10.99.0.0/24"))));

        assertThat(sentences())
                .containsExactly("Network left-over belongs to the project, but the files do not have it.");
        assertThat(differences().only().networks()).extracting(Network::key).containsExactly("left-over");
        assertThat(new Adoption(
                                this.project.model().topologyProperty().get(),
                                engine.stateProperty().get())
                        .of(differences().all().getFirst()))
                .hasValueSatisfying(edit -> assertThat(edit.describe()).isEqualTo("add network left-over"));
    }

    @Test
    void editsCountOnceTheyAreSaved() throws Exception {
        engine.watch(practice);
        Service service = project.model().topologyProperty().get().services().values().stream()
                .filter(s -> !s.joins("back"))
                .findFirst()
                .orElseThrow();

        project.model().apply(new TopologyEdit.Attach(service.key(), "back"));
        assertThat(sentences()).isEmpty();

        project.model().save(false);
        assertThat(sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains("is not on network " + name("back")));
    }

    @Test
    void settingsThatChangedInTheFilesAreToldOnceComposeWasAsked() {
        String service = project.model().topologyProperty().get().services().firstKey();
        hashes = Map.of(service, "another");

        engine.watch(practice);

        assertThat(differences().about(Element.service(service)))
                .singleElement()
                .isInstanceOf(Drift.SettingsDiffer.class);
    }

    @Test
    void containersThatWereMadeSinceAreAskedAbout() throws Exception {
        engine.watch(practice);
        Topology files = project.model().topologyProperty().get();
        String service = files.services().firstKey();
        hashes = Map.of(service, "another");
        assertThat(differences().about(Element.service(service))).isEmpty();

        practice.remove(files, List.of(service), line -> {});
        practice.up(files, List.of(service), line -> {});

        assertThat(differences().about(Element.service(service)))
                .singleElement()
                .isInstanceOf(Drift.SettingsDiffer.class);
    }

    @Test
    void whatWaitsIsAskedOnceForAnEngineThatComesAndGoes() throws Exception {
        engine.watch(practice);
        String container = practice.observe().containers().getFirst().name();
        practice.stop(container, Duration.ZERO);
        practice.start(container);
        engine.leave();

        assertThat(asked).isEqualTo(1);
        assertThat(differences()).isEqualTo(Differences.NONE);
    }

    @Test
    void anImageThatIsPulledIsAskedAboutAtOnce() throws Exception {
        engine.watch(practice);
        Service service =
                project.model().topologyProperty().get().services().firstEntry().getValue();
        String image = service.container().image().orElseThrow();
        assertThat(sentences()).isEmpty();

        images = Map.of(image, new ObservedImage("sha256:another", false));
        practice.pull(image, line -> {});

        assertThat(differences().about(Element.service(service.key())))
                .singleElement()
                .isInstanceOf(Drift.ImageMoved.class);
    }
}
