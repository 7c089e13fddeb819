package dev.bulkhead.ui.inspector;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.diff.DiffLine;
import dev.bulkhead.ui.drift.Adoption;
import dev.bulkhead.ui.drift.DriftViewModel;
import dev.bulkhead.ui.fx.OncePerPicture;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.reach.ImpactSummary;
import dev.bulkhead.ui.reach.ReachSummary;
import dev.bulkhead.ui.reach.ReachTable;
import dev.bulkhead.ui.reach.ReachViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** View of the selected element, which says everything about it and lets it be changed. */
public final class InspectorView extends ScrollPane {

    private final ProjectViewModel project;
    private final MapViewModel map;
    private final EngineViewModel engine;
    private final ReachViewModel reach;
    private final InspectorSections sections;
    private final ServiceSections services;
    private final ReachSections pairs;
    private final AddressSections addressSections;
    private final DriftViewModel drift;
    private final NetworkTints tints;
    private final DriftSection driftSection;
    private Optional<Shown> shown = Optional.empty();
    private ServiceReach serviceReach = ServiceReach.NONE;
    /** One edit changes a dozen of what is said here; all that is shown together. */
    private final OncePerPicture picture = new OncePerPicture(this, this::show);

    /** Shows the selection of the map. */
    public InspectorView(
            ProjectViewModel project,
            MapViewModel map,
            EngineViewModel engine,
            DriftViewModel drift,
            ReachViewModel reach,
            NetworkTints tints,
            InspectorActions actions) {
        this.project = project;
        this.map = map;
        this.engine = engine;
        this.drift = drift;
        this.tints = tints;
        this.driftSection = new DriftSection(actions);
        this.reach = reach;
        this.sections = new InspectorSections(tints, actions);
        this.services = new ServiceSections(tints, actions);
        this.addressSections = new AddressSections(actions);
        this.pairs = new ReachSections(actions, reach);
        setId("inspector");
        getStyleClass().add("bh-inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        map.selection().addListener((SetChangeListener<GraphElement>) change -> render());
        map.live().addListener((MapChangeListener<String, ServiceState>) change -> renderService(change.getKey()));
        project.changes().addListener((ListChangeListener<Object>) change -> render());
        drift.differencesProperty().addListener((property, old, now) -> render());
        map.engineOnlyProperty().addListener((property, old, now) -> render());
        project.topologyProperty().addListener((property, old, now) -> render());
        reach.tableProperty().addListener((property, old, now) -> render());
        reach.pairProperty().addListener((property, old, now) -> render());
        reach.groundsProperty().addListener((property, old, now) -> render());
        tints.onChange(picture);
    }

    private void render() {
        picture.run();
    }

    @Override
    public void requestFocus() {
        // Where somebody goes there is what he goes to.
        picture.now();
        super.requestFocus();
    }

    /** An engine tells of hundreds of services a second, of which one at most is shown. */
    private void renderService(String service) {
        boolean seen = shown.map(Shown::inspection)
                .map(inspection -> inspection instanceof Inspection.OfService about
                        && about.service().key().equals(service))
                .orElse(true);
        if (seen) {
            render();
        }
    }

    private void show() {
        SourceMap sources =
                project.projectProperty().get().map(ComposeProject::sources).orElse(SourceMap.EMPTY);
        Inspection inspection = reach.pairProperty()
                .get()
                .flatMap(pair -> Inspection.OfPair.of(
                        reach.tableProperty().get(), reach.groundsProperty().get(), pair))
                .or(() -> Inspection.OfOthers.of(
                        map.engineOnlyProperty().get(),
                        map.selection(),
                        reach.tableProperty().get()))
                .orElseGet(() -> Inspection.of(
                        project.topologyProperty().get(),
                        sources,
                        map.selection(),
                        addresses(),
                        map.engineOnlyProperty().get()));
        Optional<ServiceState> live = inspection instanceof Inspection.OfService shown
                ? Optional.ofNullable(map.live().get(shown.service().key()))
                : Optional.empty();
        List<DiffLine> pending = element(inspection)
                .map(element -> ElementDiff.of(project.changes(), sources, element))
                .orElse(List.of());
        if (inspection instanceof Inspection.OfService service) {
            serviceReach = serviceReach.with(
                    reach.tableProperty().get(), service.service().key());
        } else {
            serviceReach = ServiceReach.NONE;
        }
        Optional<ReachSummary> summary = serviceReach.summary();
        Optional<ImpactSummary> impact = serviceReach.impact();
        List<Drift> differs = map.selection().size() == 1
                ? drift.differencesProperty()
                        .get()
                        .about(map.selection().iterator().next())
                : List.of();
        Optional<Inspection.Several> besides = inspection instanceof Inspection.OfPair
                        && map.selection().size() > 1
                ? Optional.of(Inspection.Several.of(project.topologyProperty().get(), map.selection()))
                : Optional.empty();
        Shown now = new Shown(inspection, besides, live, pending, differs, new Flows(summary, impact), around());
        // A field that is being typed into must not be replaced because something else happened on the engine.
        if (Optional.of(now).equals(shown)) {
            return;
        }
        shown = Optional.of(now);
        if (inspection instanceof Inspection.OfPair) {
            reach.wonder();
        }
        VBox box = new VBox();
        box.getStyleClass().add("bh-inspector-content");
        box.getChildren()
                .setAll(
                        switch (inspection) {
                            case Inspection.Overview overview -> sections.overview(overview);
                            case Inspection.Several several -> sections.several(several);
                            case Inspection.OfService service -> {
                                List<Node> nodes = new ArrayList<>(sections.service(service, live));
                                nodes.addAll(services.of(
                                        service,
                                        project.topologyProperty().get(),
                                        sources,
                                        reach.tableProperty().get().matrix()));
                                yield nodes;
                            }
                            case Inspection.OfNetwork network -> {
                                List<Node> nodes = new ArrayList<>(sections.network(
                                        network, project.topologyProperty().get()));
                                nodes.addAll(addressSections.network(
                                        project.topologyProperty().get(), network.network()));
                                yield nodes;
                            }
                            case Inspection.OfPair pair -> {
                                List<Node> nodes = new ArrayList<>(pairs.pair(pair));
                                besides.ifPresent(several -> nodes.addAll(sections.several(several)));
                                yield nodes;
                            }
                            case Inspection.OfOthers others -> pairs.others(others);
                        });
        Adoption adoption = new Adoption(
                project.topologyProperty().get(), engine.stateProperty().get());
        // below the name, above everything else
        List<Node> differences = driftSection.of(differs, adoption::of);
        box.getChildren().addAll(Math.min(1, box.getChildren().size()), differences);
        summary.ifPresent(known -> box.getChildren().addAll(pairs.summary(known)));
        impact.ifPresent(known -> box.getChildren().addAll(pairs.impact(known)));
        if (!pending.isEmpty()) {
            box.getChildren().add(sections.pending(pending));
        }
        TypedText typed = TypedText.of(this);
        setContent(box);
        typed.restore(box);
    }

    private static Optional<Element> element(Inspection inspection) {
        return switch (inspection) {
            case Inspection.Overview overview -> Optional.empty();
            case Inspection.Several several -> Optional.empty();
            case Inspection.OfPair pair -> Optional.empty();
            case Inspection.OfOthers others -> Optional.empty();
            case Inspection.OfService service ->
                Optional.of(Element.service(service.service().key()));
            case Inspection.OfNetwork network ->
                Optional.of(Element.network(network.network().key()));
        };
    }

    private Inspection.Addresses addresses() {
        ObservedState state = engine.stateProperty().get();
        String name = project.topologyProperty().get().project();
        return (service, network) -> state.containers(name, service).stream()
                .findFirst()
                .flatMap(container -> container.endpoint(network))
                .flatMap(ObservedEndpoint::ipv4);
    }

    private Around around() {
        Topology topology = project.topologyProperty().get();
        return new Around(
                topology, topology.networks().keySet().stream().collect(Collectors.toMap(key -> key, tints::tint)));
    }

    private record Shown(
            Inspection inspection,
            Optional<Inspection.Several> besides,
            Optional<ServiceState> live,
            List<DiffLine> pending,
            List<Drift> differs,
            Flows flows,
            Around around) {}

    /** What forms offer and how networks are coloured; both change rarely while things are moved about. */
    private record Around(Topology topology, Map<String, Tint> tints) {}

    /** What is said of a service's flows. */
    private record Flows(Optional<ReachSummary> reach, Optional<ImpactSummary> impact) {}

    /**
     * Answer of a reach table about one service; kept by the inspector, for it follows every path through the project and
     * engine events ask for it anew several times a second.
     */
    private record ServiceReach(
            ReachTable table, String service, Optional<ReachSummary> summary, Optional<ImpactSummary> impact) {

        static final ServiceReach NONE = new ServiceReach(ReachTable.EMPTY, "", Optional.empty(), Optional.empty());

        /** Returns what a table says of a service; this, where both are the same as here. */
        ServiceReach with(ReachTable now, String key) {
            return now.equals(table) && key.equals(service)
                    ? this
                    : new ServiceReach(now, key, now.summary(new Subject.OfService(key)), now.impact(key));
        }
    }
}
