package dev.bulkhead.ui.drift;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.SeenHosts;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/**
 * Differences between files and engine, kept up to date; edits that are not saved count only once they are.
 *
 * <p>Nothing differs while the engine was not asked yet or is gone: what it was like then says nothing of now.
 */
public final class DriftViewModel {

    private final ProjectViewModel project;
    private final EngineViewModel engine;
    private final FactsSource source;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Differences> differences =
            new ReadOnlyObjectWrapper<>(this, "differences", Differences.NONE);
    /** What is known of changes that wait to be deployed; empty until it was asked. */
    private final ReadOnlyObjectWrapper<Optional<LiveAnswers.Asked>> asked =
            new ReadOnlyObjectWrapper<>(this, "asked", Optional.empty());
    /** The project as it was saved last. */
    private Optional<ComposeProject> saved = Optional.empty();
    /** Ids of the containers when that was asked: others were made since then, perhaps from other images. */
    private Set<String> askedWith = Set.of();
    /** What was compared last; the same again is not compared again. */
    private Optional<Compared> compared = Optional.empty();

    private record Compared(Topology files, ObservedState state, SeenHosts hosts, Optional<DriftFacts> facts) {}

    /** Source of what is asked beside the engine's state to find changes that wait to be deployed. */
    @FunctionalInterface
    public interface FactsSource {

        /**
         * Asks for a project as it was saved; blocks.
         *
         * @throws EngineException if the engine does not answer
         */
        DriftFacts ask(ComposeProject saved) throws EngineException;
    }

    /**
     * What differs.
     *
     * @param all the differences, those of networks first
     * @param byElement the same by what they are about, where that is on the map
     * @param only what only the engine has
     */
    public record Differences(List<Drift> all, Map<GraphElement, List<Drift>> byElement, EngineOnly only) {

        /** Nothing. */
        public static final Differences NONE = new Differences(List.of(), Map.of(), EngineOnly.NOTHING);

        public Differences {
            all = List.copyOf(all);
            byElement = Map.copyOf(byElement);
        }

        /** Returns what differs about an element. */
        public List<Drift> about(GraphElement element) {
            return byElement.getOrDefault(element, List.of());
        }
    }

    /**
     * Follows a project and an engine.
     *
     * @param pace lets pass what an engine tells too often to be compared each time
     */
    public DriftViewModel(
            ProjectViewModel project,
            EngineViewModel engine,
            FactsSource source,
            BackgroundTasks tasks,
            UnaryOperator<Runnable> pace) {
        this.project = project;
        this.engine = engine;
        this.source = source;
        this.tasks = tasks;
        project.projectProperty().addListener((property, old, now) -> compare());
        project.changes().addListener((ListChangeListener<Object>) change -> compare());
        Runnable paced = pace.apply(this::compare);
        engine.hostsProperty().addListener((property, old, now) -> paced.run());
        engine.stateProperty().addListener((property, old, now) -> paced.run());
        engine.imageChangesProperty().addListener((property, old, now) -> ask());
        engine.statusProperty().addListener((property, old, now) -> {
            if (now instanceof EngineStatus.Connected) {
                ask();
            }
            compare();
        });
        compare();
    }

    /** Asks what waits to be deployed. */
    private void ask() {
        Optional<ComposeProject> about = saved;
        if (about.isEmpty() || !(engine.statusProperty().get() instanceof EngineStatus.Connected)) {
            return;
        }
        askedWith = containers();
        tasks.start(
                progress -> source.ask(about.get()),
                found -> {
                    if (about.equals(saved)) {
                        asked.set(Optional.of(new LiveAnswers.Asked(about.get(), found)));
                        compare();
                    }
                },
                failure -> {});
    }

    /** What differs now. */
    public ReadOnlyObjectProperty<Differences> differencesProperty() {
        return differences.getReadOnlyProperty();
    }

    /** What the engine was asked about the project as it was saved; empty until it answered that. */
    public ReadOnlyObjectProperty<Optional<LiveAnswers.Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    private void compare() {
        Optional<ComposeProject> present = project.projectProperty().get();
        if (project.changes().isEmpty() && !present.equals(saved)) {
            saved = present;
            asked.set(Optional.empty());
            ask();
        }
        if (saved.isEmpty() || !(engine.statusProperty().get() instanceof EngineStatus.Connected)) {
            compared = Optional.empty();
            set(Differences.NONE);
            return;
        }
        if (!containers().equals(askedWith)) {
            ask();
        }
        Optional<DriftFacts> facts = asked.get().map(LiveAnswers.Asked::facts);
        Compared now = new Compared(
                saved.get().topology(),
                engine.stateProperty().get(),
                engine.hostsProperty().get(),
                facts);
        if (compared.filter(now::equals).isPresent()) {
            return;
        }
        compared = Optional.of(now);
        DriftFacts known = facts.orElseGet(() -> new DriftFacts(
                saved.get().directory(),
                Set.of(),
                Map.of(),
                Map.of(),
                Optional.of(Words.of("driftviewmodel.docker-compose-was-not-asked"))));
        set(
                now.hosts().any()
                        ? DriftOnMap.of(now.files(), now.hosts().hosts(), now.state(), known)
                        : DriftOnMap.of(now.files(), now.state(), known));
    }

    private Set<String> containers() {
        return engine.containers(saved.map(found -> found.topology().project()).orElse("")).stream()
                .map(ObservedContainer::id)
                .collect(Collectors.toSet());
    }

    private void set(Differences now) {
        if (!now.equals(differences.get())) {
            differences.set(now);
        }
    }
}
