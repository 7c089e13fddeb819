package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.Arrangement;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.HostColumns;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/** Model of the map, without a node of the scene; the window feeds it, the views watch it. */
public final class MapViewModel {

    private final ObjectProperty<Topology> topology =
            new SimpleObjectProperty<>(this, "topology", Topology.of("", List.of(), List.of()));
    private final ObjectProperty<LayoutPositions> positions =
            new SimpleObjectProperty<>(this, "positions", LayoutPositions.EMPTY);
    private final ObjectProperty<Arrangement> arrangement =
            new SimpleObjectProperty<>(this, "arrangement", Arrangement.ROWS);
    private final ObjectProperty<ServiceHints> hints = new SimpleObjectProperty<>(this, "hints", ServiceHints.NONE);
    private final ObjectProperty<SourceMap> sources = new SimpleObjectProperty<>(this, "sources", SourceMap.EMPTY);
    private final ObservableMap<String, Tint> tints = FXCollections.observableHashMap();
    private final ObservableMap<String, ServiceState> live = FXCollections.observableHashMap();
    private final ObservableMap<String, String> subnets = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Map<String, Boolean>> internals =
            new ReadOnlyObjectWrapper<>(this, "internals", Map.of());
    private final ObservableMap<GraphElement, List<Finding>> problems = FXCollections.observableHashMap();
    private final ObservableMap<GraphElement, Difference> differences = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<CommonState> common =
            new ReadOnlyObjectWrapper<>(this, "common", CommonState.NONE);
    private final ObjectProperty<EngineOnly> engineOnly =
            new SimpleObjectProperty<>(this, "engineOnly", EngineOnly.NOTHING);
    private final ReadOnlyObjectWrapper<MapHosts> hosts = new ReadOnlyObjectWrapper<>(this, "hosts", MapHosts.NONE);
    private final ReadOnlyObjectWrapper<HostColumns> columns =
            new ReadOnlyObjectWrapper<>(this, "columns", HostColumns.NONE);
    private final ObservableSet<GraphElement> selection = FXCollections.observableSet();
    private final BooleanProperty reachMode = new SimpleBooleanProperty(this, "reachMode");
    private final ObjectProperty<Lights.Direction> direction =
            new SimpleObjectProperty<>(this, "direction", Lights.Direction.REACHES);
    private final ObjectProperty<Optional<Lights>> lights =
            new SimpleObjectProperty<>(this, "lights", Optional.empty());
    private final DoubleProperty shape = new SimpleDoubleProperty(this, "shape");
    private final ObservableSet<String> folded = FXCollections.observableSet();
    private final GeometryBinding geometry = new GeometryBinding(this);

    /** The project, with the operator's unsaved edits. */
    public ObjectProperty<Topology> topologyProperty() {
        return topology;
    }

    /** Places to keep; the window sets them when it opens a project, the map adds what it placed itself. */
    public ObjectProperty<LayoutPositions> positionsProperty() {
        return positions;
    }

    /** How zones without a place are arranged. */
    public ObjectProperty<Arrangement> arrangementProperty() {
        return arrangement;
    }

    /**
     * Width by height of the room for the map, for which what nobody placed by hand is arranged; zero while it is not known.
     */
    public DoubleProperty shapeProperty() {
        return shape;
    }

    /** What is known of the services' images. */
    public ObjectProperty<ServiceHints> hintsProperty() {
        return hints;
    }

    /** Where the elements stand in the operator's files. */
    public ObjectProperty<SourceMap> sourcesProperty() {
        return sources;
    }

    /** Colour family by network key where it is known better than the map's own guess. */
    public ObservableMap<String, Tint> tints() {
        return tints;
    }

    /** State by service key; a service without an entry is shown as unknown. */
    public ObservableMap<String, ServiceState> live() {
        return live;
    }

    /** Subnet by network key as the engine gave it; for networks whose files state none. */
    public ObservableMap<String, String> subnets() {
        return subnets;
    }

    /** Whether a network is internal by its key, as the engine has it; for those that it has. */
    public ReadOnlyObjectProperty<Map<String, Boolean>> internalsProperty() {
        return internals.getReadOnlyProperty();
    }

    /** Returns whether a network is internal: as the engine has it, else as the files state it. */
    public boolean internal(Network network) {
        return internals.get().getOrDefault(network.key(), network.internal());
    }

    /** Returns why a network has the lock of an internal one; empty text for one that is not. */
    public String whyInternal(Network network) {
        return InternalWords.of(network, Optional.ofNullable(internals.get().get(network.key())));
    }

    /** Zones, by key, of which only the title is shown. */
    public ObservableSet<String> folded() {
        return folded;
    }

    /** Shows of a zone only its title, or all of it again. */
    public void fold(String zone) {
        if (!folded.remove(zone)) {
            folded.add(zone);
        }
    }

    /** Findings by the element they are about. */
    public ObservableMap<GraphElement, List<Finding>> problems() {
        return problems;
    }

    /** How the engine is not what the files say, by the element that it is about. */
    public ObservableMap<GraphElement, Difference> differences() {
        return differences;
    }

    /** How most services differ from the files, which is said once for all of them. */
    public ReadOnlyObjectProperty<CommonState> commonProperty() {
        return common.getReadOnlyProperty();
    }

    /** What only the engine has; it is drawn with the rest. */
    public ReadOnlyObjectProperty<EngineOnly> engineOnlyProperty() {
        return engineOnly;
    }

    /** Shows how the engine differs, in the place of what was shown before. */
    public void showDifferences(Map<GraphElement, Difference> found, EngineOnly only) {
        common.set(CommonState.of(topology.get(), found));
        replace(differences, found);
        if (!only.equals(engineOnly.get())) {
            engineOnly.set(only);
        }
    }

    /** The hosts, where there are several. */
    public ReadOnlyObjectProperty<MapHosts> hostsProperty() {
        return hosts.getReadOnlyProperty();
    }

    /** Where services run, where there are several hosts; what stands where depends on it. */
    ReadOnlyObjectProperty<HostColumns> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** Shows hosts in the place of those before. */
    public void showHosts(MapHosts seen) {
        if (!seen.columns().equals(columns.get())) {
            columns.set(seen.columns());
        }
        if (!seen.equals(hosts.get())) {
            hosts.set(seen);
        }
    }

    /** Returns what is drawn: the project, and what only the engine has. */
    public Topology drawn() {
        return engineOnly.get().over(topology.get());
    }

    /** What is selected, in the map and in every view that shares this model. */
    public ObservableSet<GraphElement> selection() {
        return selection;
    }

    /** Whether the map shows whom the selected service reaches. */
    public BooleanProperty reachModeProperty() {
        return reachMode;
    }

    /** Which way reach is shown. */
    public ObjectProperty<Lights.Direction> directionProperty() {
        return direction;
    }

    /** What is lit; set by who knows reach. */
    public ObjectProperty<Optional<Lights>> lightsProperty() {
        return lights;
    }

    /** Where everything stands; computed when it is asked for. */
    public ObjectBinding<MapGeometry> geometry() {
        return geometry;
    }

    /** Shows a project that was opened, at the places that were kept for it. */
    public void open(Topology opened, SourceMap marks, LayoutPositions kept) {
        selection.clear();
        geometry.forgetColours();
        problems.clear();
        live.clear();
        subnets.clear();
        internals.set(Map.of());
        differences.clear();
        common.set(CommonState.NONE);
        folded.clear();
        engineOnly.set(EngineOnly.NOTHING);
        showHosts(MapHosts.NONE);
        positions.set(kept);
        sources.set(marks);
        topology.set(opened);
    }

    /** Shows the state of an engine; services that it does not name become unknown. */
    public void showLive(Map<String, ServiceState> states) {
        replace(live, states);
    }

    /** Shows the subnets of an engine in the place of those before. */
    public void showSubnets(Map<String, String> known) {
        replace(subnets, known);
    }

    /** Shows which networks of an engine are internal in the place of those before. */
    public void showInternals(Map<String, Boolean> known) {
        if (!known.equals(internals.get())) {
            internals.set(Map.copyOf(known));
        }
    }

    private static <K, V> void replace(ObservableMap<K, V> shown, Map<K, V> known) {
        shown.keySet().retainAll(known.keySet());
        known.forEach((key, value) -> {
            if (!value.equals(shown.get(key))) {
                shown.put(key, value);
            }
        });
    }

    /** Returns the subnet of a network: as the files state it, else as the engine gave it. */
    public Optional<String> subnet(Network network) {
        return network.subnets().stream()
                .flatMap(pool -> pool.subnet().stream())
                .findFirst()
                .or(() -> Optional.ofNullable(subnets.get(network.key())));
    }

    /** Shows findings in the place of those before. */
    public void showProblems(Map<GraphElement, List<Finding>> found) {
        problems.keySet().retainAll(found.keySet());
        problems.putAll(found);
    }

    /** Selects these elements and nothing else. */
    public void select(Set<GraphElement> elements) {
        selection.retainAll(elements);
        selection.addAll(elements);
    }

    /** Selects one element and nothing else. */
    public void select(GraphElement element) {
        select(Set.of(element));
    }

    /** Puts a card into a cell of its zone; a card that is there takes the cell that becomes free. */
    public void placeCard(String service, CardPlace place) {
        LayoutPositions before = geometry.get().positions();
        CardPlace from = before.cards().get(service);
        LayoutPositions after = before.withCard(service, place);
        for (Map.Entry<String, CardPlace> entry : before.cards().entrySet()) {
            CardPlace other = entry.getValue();
            if (from != null && !entry.getKey().equals(service) && other.sameCell(place)) {
                boolean sameZone = from.zone().equals(place.zone());
                CardPlace swapped = new CardPlace(place.zone(), from.section(), from.column(), from.row(), true);
                after = after.withCard(entry.getKey(), sameZone ? swapped : other.withoutCell());
            }
        }
        positions.set(after);
    }

    /** Puts a zone somewhere. */
    public void placeZone(String zone, ZonePlace place) {
        positions.set(geometry.get().positions().withZone(zone, place));
    }

    /** Arranges everything anew, except what the operator placed. */
    public void arrange() {
        positions.set(geometry.get().positions().manualOnly());
    }

    /** Arranges everything anew, also what the operator placed. */
    public void arrangeAll() {
        positions.set(LayoutPositions.EMPTY);
    }
}
