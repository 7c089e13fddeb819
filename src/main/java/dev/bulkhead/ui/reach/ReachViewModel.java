package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.Others;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.SetChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reach in the open project, worked out anew after every edit, and the pair that is asked about. */
public final class ReachViewModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReachViewModel.class);

    private final ProjectViewModel project;
    private final MapViewModel map;
    private final BackgroundTasks tasks;
    private final RulesReachOptions options;
    private final LiveProbe live;
    private final ReadOnlyObjectWrapper<ReachTable> table =
            new ReadOnlyObjectWrapper<>(this, "table", ReachTable.EMPTY);
    private final ObjectProperty<Optional<ReachPair>> pair = new SimpleObjectProperty<>(this, "pair", Optional.empty());
    private final ReadOnlyObjectWrapper<ReachGrounds> grounds =
            new ReadOnlyObjectWrapper<>(this, "grounds", ReachGrounds.NONE);
    private final ReadOnlyObjectWrapper<ReachSince> since = new ReadOnlyObjectWrapper<>(this, "since", ReachSince.NONE);
    private Optional<ReachMatrix> before = Optional.empty();
    private long number;
    private boolean closed;
    /** The table whose grounds somebody asked for. */
    private Optional<ReachTable> wondered = Optional.empty();

    /**
     * Watches a project.
     *
     * @param options what beside the topology decides; asked away from the window's thread
     * @param live asks the running engine, on request
     */
    public ReachViewModel(
            ProjectViewModel project,
            MapViewModel map,
            BackgroundTasks tasks,
            RulesReachOptions options,
            LiveProbe live) {
        this.project = project;
        this.live = live;
        this.map = map;
        this.tasks = tasks;
        this.options = options;
        project.workingCopyProperty().addListener((property, old, now) -> now.ifPresent(this::compute));
        refresh();
        map.selection().addListener((SetChangeListener<GraphElement>) change -> followSelection());
        map.reachModeProperty().subscribe(on -> light());
        map.directionProperty().subscribe(way -> light());
        map.engineOnlyProperty().subscribe(only -> light());
        table.subscribe(now -> {
            grounds.set(ReachGrounds.NONE);
            light();
        });
    }

    /** The matrix of the last edit that was worked out. */
    public ReadOnlyObjectProperty<ReachTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** What verdicts rest on; nothing until that was {@link #wonder() asked for}, and again after each edit. */
    public ReadOnlyObjectProperty<ReachGrounds> groundsProperty() {
        return grounds.getReadOnlyProperty();
    }

    /** Asks for what verdicts rest on: somebody has one explained. */
    public void wonder() {
        ReachTable about = table.get();
        if (closed || wondered.filter(about::equals).isPresent()) {
            return;
        }
        wondered = Optional.of(about);
        tasks.start(
                progress -> ReachGrounds.of(about),
                found -> {
                    if (about.equals(table.get())) {
                        grounds.set(found);
                    }
                },
                failure -> LOG.error("What verdicts rest on could not be worked out", failure));
    }

    /** What differs from the state that was kept to be compared with; nothing while none is. */
    public ReadOnlyObjectProperty<ReachSince> sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /** Keeps the matrix of now to be compared with, or forgets it. */
    public void compare(boolean wanted) {
        before = wanted ? table.get().matrix() : Optional.empty();
        since.set(before.map(kept -> ReachSince.of(kept, table.get())).orElse(ReachSince.NONE));
    }

    /** Returns what the running engine answers where it is asked. */
    public LiveProbe live() {
        return live;
    }

    /** Asks the running engine about pairs. */
    public void probe(List<ReachPair> pairs) {
        live.ask(project.topologyProperty().get(), pairs);
    }

    /** Returns in words what was observed of a pair; empty where it was not asked. */
    public Optional<String> observed(ReachPair pair) {
        ReachTable now = table.get();
        return now.index(pair.from())
                .flatMap(row -> now.index(pair.to()).map(column -> now.kind(row, column)))
                .flatMap(foretold -> live.words(pair, foretold));
    }

    /** Selects the service of a row or column; the host and what is outside are not on the map. */
    void select(Subject subject) {
        if (subject instanceof Subject.OfService(String key)) {
            map.select(Element.service(key));
        }
    }

    /** Calls back whenever something else is selected. */
    void onSelection(Runnable then) {
        map.selection().addListener((SetChangeListener<GraphElement>) change -> then.run());
    }

    /** Returns the services that are selected, in the order of the table. */
    List<Subject> selectedServices() {
        return table.get().headers().stream()
                .map(header -> Subject.of(header.name()))
                .filter(subject -> subject instanceof Subject.OfService(String key)
                        && map.selection().contains(Element.service(key)))
                .toList();
    }

    /** The pair that is asked about: two selected services, or the chosen cell of the matrix. */
    public ObjectProperty<Optional<ReachPair>> pairProperty() {
        return pair;
    }

    /** Works it out anew, for instance because the engine's networks changed. */
    public void refresh() {
        project.workingCopyProperty().get().ifPresent(this::compute);
    }

    /** Works nothing out any more, and does not listen to what is under way. */
    @Override
    public void close() {
        closed = true;
        live.close();
        number++;
    }

    /** Two selected services are a question; any other selection takes the last question back. */
    private void followSelection() {
        List<Subject> services = new ArrayList<>();
        for (GraphElement element : map.selection()) {
            if (element instanceof Element.ServiceElement(String service) && !Others.isKey(service)) {
                services.add(new Subject.OfService(service));
            }
        }
        boolean two = services.size() == 2 && map.selection().size() == 2;
        pair.set(two ? Optional.of(new ReachPair(services.get(0), services.get(1))) : Optional.empty());
        light();
    }

    /** Lights up on the map whom the selected service reaches: all of them, or the other one of two. */
    private void light() {
        List<String> services = map.selection().stream()
                .filter(Element.ServiceElement.class::isInstance)
                .map(element -> ((Element.ServiceElement) element).key())
                .toList();
        boolean asked = map.reachModeProperty().get() && (services.size() == 1 || services.size() == 2);
        map.lightsProperty()
                .set(
                        asked
                                ? ReachLights.of(
                                        table.get(),
                                        services.getFirst(),
                                        services.stream().skip(1).findFirst(),
                                        map.directionProperty().get(),
                                        map.engineOnlyProperty().get()::cardsOf)
                                : Optional.empty());
    }

    private record Computed(ReachTable table, ReachSince since) {}

    private void compute(WorkingCopy copy) {
        if (closed) {
            return;
        }
        long mine = ++number;
        ReachGroups groups = new ReachGroups(map.geometry().get());
        Optional<ReachMatrix> kept = before;
        tasks.start(
                progress -> {
                    ReachMatrix matrix = Reach.compute(copy.project().topology(), options.apply(copy));
                    ReachTable made =
                            ReachTable.of(matrix, groups, copy.project().sources(), options.rules(copy));
                    return new Computed(
                            made, kept.map(then -> ReachSince.of(then, made)).orElse(ReachSince.NONE));
                },
                done -> {
                    // A later edit has its own answer under way.
                    if (mine == number) {
                        since.set(kept.equals(before) ? done.since() : ReachSince.NONE);
                        table.set(done.table());
                    }
                },
                failure -> LOG.error("Who reaches whom could not be worked out", failure));
    }
}
