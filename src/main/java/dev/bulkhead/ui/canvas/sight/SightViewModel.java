package dev.bulkhead.ui.canvas.sight;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.Deviation;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Model of what of the pictures is looked at. Nothing of it is an edit, and nothing of it is kept with the project. */
public final class SightViewModel {

    private final MapViewModel map;
    private final ObservableValue<Topology> saved;
    private final ObjectProperty<SightFilter> filter = new SimpleObjectProperty<>(this, "filter", SightFilter.NONE);
    private final ObjectProperty<Set<GraphElement>> focus = new SimpleObjectProperty<>(this, "focus", Set.of());
    private final BooleanProperty choosing = new SimpleBooleanProperty(this, "choosing");
    private final ObjectBinding<List<UnsavedChange>> changes;
    private final ObjectBinding<Shown> shown;
    /** The change that was gone to last; -1 before the first. */
    private int stop = -1;

    /**
     * Looks at a map.
     *
     * @param saved the project as it was saved last
     */
    public SightViewModel(MapViewModel map, ObservableValue<Topology> saved) {
        this.map = map;
        this.saved = saved;
        this.changes = Bindings.createObjectBinding(
                () -> UnsavedChange.between(
                        saved.getValue(), map.topologyProperty().get()),
                saved,
                map.topologyProperty());
        this.shown = Bindings.createObjectBinding(
                this::show,
                filter,
                focus,
                changes,
                map.topologyProperty(),
                map.geometry(),
                map.live(),
                map.problems(),
                map.differences(),
                map.commonProperty());
        changes.addListener((InvalidationListener) changed -> stop = -1);
    }

    /** Looks at a map of which nothing is saved, so that nothing is changed either. */
    public static SightViewModel of(MapViewModel map) {
        return new SightViewModel(map, map.topologyProperty());
    }

    /** Returns the map. */
    public MapViewModel map() {
        return map;
    }

    /** The project as it was saved last. */
    public ObservableValue<Topology> savedProperty() {
        return saved;
    }

    /** What is looked for. */
    public ObjectProperty<SightFilter> filterProperty() {
        return filter;
    }

    /** Whether the operator is choosing what is looked for. */
    public BooleanProperty choosingProperty() {
        return choosing;
    }

    /** What is shown as always while the rest steps back. */
    public ObservableValue<Shown> shownProperty() {
        return shown;
    }

    /** What changed since the last save. */
    public ObservableValue<List<UnsavedChange>> changesProperty() {
        return changes;
    }

    /** Returns what filters ask for, as it is now. */
    public SightFacts facts() {
        return new SightFacts(map, changes.get());
    }

    /** Shows what deviates in these ways alone; asked for the same again, in whatever way. */
    public void mark(Set<Deviation> ways) {
        SightFilter now = filter.get();
        filter.set(now.withMarks(now.marks().equals(ways) ? Set.of() : ways));
    }

    /** Shows what is selected alone, with its neighbours; while some are shown alone, everything. Returns whether there was something. */
    public boolean focus() {
        boolean on = focus.get().isEmpty();
        if (on && map.selection().isEmpty()) {
            return false;
        }
        focus.set(on ? Set.copyOf(map.selection()) : Set.of());
        return true;
    }

    /** Shows everything again. Returns whether something stepped back before. */
    public boolean clear() {
        boolean any = filter.get().any() || !focus.get().isEmpty();
        focus.set(Set.of());
        filter.set(SightFilter.NONE);
        return any;
    }

    /**
     * Goes on to another of the changes, after the last to the first.
     *
     * @param by how many further; negative for back
     */
    public Optional<UnsavedChange> tour(int by) {
        List<UnsavedChange> all = changes.get();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        stop = Math.floorMod(stop < 0 && by < 0 ? by : stop + by, all.size());
        return Optional.of(all.get(stop));
    }

    /** Returns where the tour is: which of how many. */
    public String place() {
        return stop < 0
                ? ""
                : Words.of("sightviewmodel.of", stop + 1, changes.get().size());
    }

    private Shown show() {
        Set<GraphElement> near = focus.get().isEmpty() ? Set.of() : Neighbours.of(map.drawn(), focus.get());
        if (!filter.get().any() && near.isEmpty()) {
            return Shown.ALL;
        }
        List<String> words = new ArrayList<>();
        Set<GraphElement> kept = new HashSet<>(near);
        if (!near.isEmpty()) {
            words.add(Words.of(
                    "sightviewmodel.neighbours-of",
                    focus.get().size() == 1
                            ? name(focus.get().iterator().next())
                            : Words.of("sightviewmodel.selected", focus.get().size())));
        }
        if (filter.get().any()) {
            Set<GraphElement> wanted = facts().kept(filter.get());
            if (near.isEmpty()) {
                kept.addAll(wanted);
            } else {
                kept.retainAll(wanted);
            }
            words.add(filter.get().words());
        }
        long all = SightFacts.services(map.drawn().services().keySet().stream().map(Element::service));
        words.add(Words.of("sightviewmodel.of-services", SightFacts.services(kept.stream()), all));
        return new Shown(Optional.of(kept), Words.of("sightviewmodel.only", String.join(" · ", words)));
    }

    private static String name(GraphElement element) {
        return switch (element) {
            case Element.ServiceElement(String key) -> key;
            case Element.NetworkElement(String key) -> key;
            case Element.MembershipElement(String service, String network) ->
                Words.of("sightviewmodel.on", service, network);
        };
    }

    /** Returns the networks on which somebody is who is shown as always, with those that are themselves. */
    public Set<String> lanes() {
        Shown now = shown.get();
        Topology drawn = map.drawn();
        Set<String> lanes =
                drawn.networks().keySet().stream().filter(now::network).collect(Collectors.toSet());
        if (filter.get().networks().isEmpty() && focus.get().isEmpty()) {
            drawn.services().keySet().stream()
                    .filter(now::service)
                    .forEach(key -> lanes.addAll(Neighbours.networks(drawn, key)));
        }
        return lanes;
    }
}
