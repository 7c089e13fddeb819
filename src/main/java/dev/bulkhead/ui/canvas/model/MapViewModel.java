package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/** What the map shows, without a node of the scene; the window feeds it, the views watch it. */
public final class MapViewModel {

    private final ObjectProperty<Topology> topology =
            new SimpleObjectProperty<>(this, "topology", Topology.of("", List.of(), List.of()));
    private final ObjectProperty<LayoutPositions> positions =
            new SimpleObjectProperty<>(this, "positions", LayoutPositions.EMPTY);
    private final ObservableMap<String, Tint> tints = FXCollections.observableHashMap();
    private final ObservableMap<String, LiveState> live = FXCollections.observableHashMap();
    private final ObservableMap<MapElement, List<ElementProblem>> problems = FXCollections.observableHashMap();
    private final ObservableSet<MapElement> selection = FXCollections.observableSet();

    /** The project, with the operator's unsaved edits. */
    public ObjectProperty<Topology> topologyProperty() {
        return topology;
    }

    /** Remembered places; the window sets them when it opens a project. */
    public ObjectProperty<LayoutPositions> positionsProperty() {
        return positions;
    }

    /** Colour family by network key where it is known better than the map's own guess. */
    public ObservableMap<String, Tint> tints() {
        return tints;
    }

    /** State by service key; a service without an entry is shown as unknown. */
    public ObservableMap<String, LiveState> live() {
        return live;
    }

    /** Findings by the element they are about. */
    public ObservableMap<MapElement, List<ElementProblem>> problems() {
        return problems;
    }

    /** What is selected, in the map and in every view that shares this model. */
    public ObservableSet<MapElement> selection() {
        return selection;
    }

    /** Shows the state of an engine; services that it does not name become unknown. */
    public void showLive(Map<String, LiveState> states) {
        live.keySet().retainAll(states.keySet());
        live.putAll(states);
    }
}
