package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.lanes.LaneOrder;
import dev.bulkhead.layout.lanes.LanePlan;
import dev.bulkhead.layout.lanes.LaneRequest;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.MembershipChange;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Model of the lanes picture, without a node of the scene. */
public final class LanesViewModel {

    private final SightViewModel sight;
    private final MapViewModel map;
    private final CanvasActions actions;
    private final ReadOnlyObjectWrapper<LaneTable> table = new ReadOnlyObjectWrapper<>(this, "table", LaneTable.EMPTY);
    private final ObjectProperty<Crossing> cursor = new SimpleObjectProperty<>(this, "cursor", Crossing.NONE);
    private final ObjectProperty<Crossing> hovered = new SimpleObjectProperty<>(this, "hovered", Crossing.NONE);
    private final ObjectProperty<Optional<Carry>> carried =
            new SimpleObjectProperty<>(this, "carried", Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Integer>> hostPorts =
            new ReadOnlyObjectWrapper<>(this, "hostPorts", Map.of());
    private final ReadOnlyObjectWrapper<Crossing> focus = new ReadOnlyObjectWrapper<>(this, "focus", Crossing.NONE);
    private LanePlan plan = LanePlan.EMPTY;
    private String project = "";
    private boolean shown;
    private boolean stale = true;

    /**
     * A place of a service on a network.
     *
     * @param network empty text for none
     * @param service empty text for none
     */
    public record Crossing(String network, String service) {
        /** Nowhere. */
        public static final Crossing NONE = new Crossing("", "");

        boolean whole() {
            return !network.isEmpty() && !service.isEmpty();
        }
    }

    /** A dot on its way along its lane, and the service it is over. */
    public record Carry(Crossing from, String to) {}

    /**
     * Follows what is looked at of a map.
     *
     * @param reach who reaches whom, as soon as that is known
     */
    public LanesViewModel(SightViewModel sight, ObservableValue<Optional<ReachMatrix>> reach, CanvasActions actions) {
        this.sight = sight;
        this.map = sight.map();
        this.actions = actions;
        InvalidationListener changed = any -> refresh();
        map.topologyProperty().addListener(changed);
        map.engineOnlyProperty().addListener(changed);
        map.hintsProperty().addListener(changed);
        map.internalsProperty().addListener(changed);
        sight.savedProperty().addListener(changed);
        // What an engine tells comes service by service, and shows the same as long as nothing is looked for.
        sight.shownProperty().addListener((property, old, now) -> refresh());
        reach.subscribe(matrix -> hostPorts.set(matrix.map(LanePorts::byNetwork).orElse(Map.of())));
    }

    /** Says whether somebody looks; what changes meanwhile is worked out once, when somebody does. */
    public void shown(boolean now) {
        shown = now;
        if (stale) {
            refresh();
        }
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<LaneTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** The crossing that keys act on. */
    public ObjectProperty<Crossing> cursorProperty() {
        return cursor;
    }

    /** What is under the pointer. */
    public ObjectProperty<Crossing> hoveredProperty() {
        return hovered;
    }

    /** The column or lane that is shown alone; nowhere for all of them. */
    public ReadOnlyObjectProperty<Crossing> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** Shows a column or lane alone, with who meets there; asked for the same again, everything. */
    public void focus(Crossing on) {
        focus.set(on.equals(focus.get()) ? Crossing.NONE : on);
        refresh();
    }

    /** Shows alone what is under the pointer, is selected, or the column that keys act on; everything where that is so already. */
    public void focus() {
        if (!focus.get().equals(Crossing.NONE)) {
            focus(focus.get());
            return;
        }
        lit().map(service -> new Crossing("", service))
                .or(() -> litNetwork().map(network -> new Crossing(network, "")))
                .or(() -> Optional.of(new Crossing("", cursor.get().service())))
                .filter(on -> LaneFocus.holds(map.drawn(), on))
                .ifPresent(this::focus);
    }

    /** The dot that is carried. */
    public ReadOnlyObjectProperty<Optional<Carry>> carriedProperty() {
        return carried;
    }

    /** How many published ports the gateway of a network carries, by its key; empty until that is known. */
    public ReadOnlyObjectProperty<Map<String, Integer>> hostPortsProperty() {
        return hostPorts.getReadOnlyProperty();
    }

    /** What of it is looked at. */
    SightViewModel sight() {
        return sight;
    }

    /** Shows what is lit, else the column that keys act on, with its neighbours alone; everything where that is so already. */
    void neighbours() {
        if (map.selection().isEmpty() && LaneFocus.holds(map.drawn(), cursor.get())) {
            map.select(new ServiceElement(cursor.get().service()));
        }
        if (!sight.focus()) {
            actions.say(Words.of("lanesviewmodel.select-what-to-see-with"));
        }
    }

    /** The map that shows the same. */
    MapViewModel map() {
        return map;
    }

    /** Puts lanes and columns in order anew. */
    public void arrange() {
        plan = LanePlan.EMPTY;
        refresh();
    }

    /** Returns the colour of a network here; empty for one that is not shown. */
    public Optional<Tint> tint(String network) {
        int row = table.get().row(network);
        return row < 0 ? Optional.empty() : Optional.of(table.get().lane(row).tint());
    }

    /** Returns the service whose lanes are lit: the one under the pointer, else the selected one. */
    public Optional<String> lit() {
        String pointed = hovered.get().service();
        return pointed.isEmpty() && hovered.get().network().isEmpty()
                ? map.selection().stream()
                        .filter(ServiceElement.class::isInstance)
                        .map(element -> ((ServiceElement) element).key())
                        .findFirst()
                : Optional.of(pointed).filter(service -> !service.isEmpty());
    }

    /** Returns the network that is lit alone: the one whose name is under the pointer, else the selected one. */
    public Optional<String> litNetwork() {
        if (!hovered.get().equals(Crossing.NONE)) {
            return Optional.of(hovered.get().network())
                    .filter(n -> !n.isEmpty() && hovered.get().service().isEmpty());
        }
        return map.selection().stream()
                .filter(NetworkElement.class::isInstance)
                .map(element -> ((NetworkElement) element).key())
                .findFirst();
    }

    /** Joins or leaves; where that cannot be, the operator is told why. */
    public void toggle(Crossing at) {
        cursor.set(at);
        if (at.whole() && done(MembershipChange.toggle(map.topologyProperty().get(), at.service(), at.network()))) {
            map.select(new ServiceElement(at.service()));
        }
    }

    /** Takes a dot into the hand. Returns whether there is one that can be carried. */
    public boolean carry(Crossing from) {
        boolean member = map.topologyProperty()
                .get()
                .service(from.service())
                .filter(service -> service.joins(from.network()))
                .isPresent();
        if (member) {
            cursor.set(from);
            carried.set(Optional.of(new Carry(from, from.service())));
        }
        return member;
    }

    /** Carries the dot over another service. */
    public void carryTo(String service) {
        carried.get().ifPresent(carry -> carried.set(Optional.of(new Carry(carry.from(), service))));
    }

    /** Puts the dot down where it is: its place goes to that service, as one edit. */
    public void drop() {
        Optional<Carry> carry = carried.get();
        carried.set(Optional.empty());
        carry.filter(c -> !c.to().equals(c.from().service())).ifPresent(c -> {
            if (done(give(c))) {
                cursor.set(new Crossing(c.from().network(), c.to()));
                map.select(new ServiceElement(c.to()));
            }
        });
    }

    /** Puts the dot back. */
    public void putBack() {
        carried.set(Optional.empty());
    }

    private MembershipChange give(Carry carry) {
        return MembershipChange.give(
                map.topologyProperty().get(),
                carry.from().network(),
                carry.from().service(),
                carry.to());
    }

    private boolean done(MembershipChange change) {
        return switch (change) {
            case MembershipChange.Possible(var edit) -> {
                actions.apply(edit);
                yield true;
            }
            case MembershipChange.Impossible(String reason) -> {
                actions.say(reason);
                yield false;
            }
        };
    }

    /** Selects a crossing's service or network where one alone is named, both as a membership where they meet. */
    public void select(Crossing at) {
        GraphElement element = at.service().isEmpty()
                ? new NetworkElement(at.network())
                : at.network().isEmpty()
                        ? new ServiceElement(at.service())
                        : new MembershipElement(at.service(), at.network());
        map.select(element);
    }

    /** Returns what a crossing, column or lane is in a sentence, with what a click, or putting the dot down, would do. */
    public String words(Crossing at) {
        return carried.get()
                .map(carry -> LaneWords.of(carry, give(carry)))
                .orElseGet(() -> LaneWords.of(
                        table.get(),
                        at,
                        MembershipChange.toggle(map.topologyProperty().get(), at.service(), at.network())));
    }

    /** Returns whether the dot in the hand may be put down where it is. */
    boolean mayDrop() {
        return carried.get()
                .filter(carry ->
                        carry.to().equals(carry.from().service()) || give(carry) instanceof MembershipChange.Possible)
                .isPresent();
    }

    private void refresh() {
        stale = !shown;
        if (stale) {
            return;
        }
        Topology files = map.topologyProperty().get();
        if (!files.project().equals(project)) {
            project = files.project();
            plan = LanePlan.EMPTY;
        }
        Topology drawn = LaneFocus.withoutGuests(map.drawn());
        Map<String, Tint> homes = new TreeMap<>();
        for (Service service : drawn.services().values()) {
            map.hintsProperty().get().of(service).tint().ifPresent(tint -> homes.put(service.key(), tint));
        }
        plan = LaneOrder.of(new LaneRequest(drawn, homes, plan));
        if (!LaneFocus.holds(drawn, focus.get())) {
            focus.set(Crossing.NONE);
        }
        table.set(LaneTable.of(
                LaneFocus.of(LaneFocus.looked(plan, sight), drawn, focus.get()),
                new LaneTable.Content(
                        files,
                        sight.savedProperty().getValue(),
                        map.engineOnlyProperty().get(),
                        map.internalsProperty().get())));
    }
}
