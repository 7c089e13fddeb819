package dev.bulkhead.ui.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.address.Ip;
import dev.bulkhead.address.plan.AddressSpace;
import dev.bulkhead.address.plan.SpaceNode;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Address space around the open project, worked out anew after every edit, and the block that is chosen. */
public final class AddressViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(AddressViewModel.class);

    private final ProjectViewModel project;
    private final MapViewModel map;
    private final EngineViewModel engine;
    private final BackgroundTasks tasks;
    private final LiveSurroundings around;
    private final ReadOnlyObjectWrapper<AddressSpace> space =
            new ReadOnlyObjectWrapper<>(this, "space", AddressSpace.EMPTY);
    private final ObjectProperty<Optional<String>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ObservableSet<String> unfolded = FXCollections.observableSet();
    private Optional<Asked> asked = Optional.empty();
    private long number;

    /** Watches a project and an engine. */
    public AddressViewModel(
            ProjectViewModel project,
            MapViewModel map,
            EngineViewModel engine,
            BackgroundTasks tasks,
            LiveSurroundings around) {
        this.project = project;
        this.map = map;
        this.engine = engine;
        this.tasks = tasks;
        this.around = around;
        project.projectProperty().addListener((property, old, now) -> now.ifPresent(this::compute));
        engine.stateProperty().addListener((property, old, now) -> refresh());
        engine.statusProperty().addListener((property, old, now) -> refresh());
        refresh();
        map.selection().addListener((SetChangeListener<GraphElement>) change -> followSelection());
    }

    /** The address space after the last edit that was worked out. */
    public ReadOnlyObjectProperty<AddressSpace> spaceProperty() {
        return space.getReadOnlyProperty();
    }

    /** The id of the chosen block; that of a network is chosen with it. */
    public ObjectProperty<Optional<String>> chosenProperty() {
        return chosen;
    }

    /** Ids of blocks whose many networks are shown as cards. */
    public ObservableSet<String> unfolded() {
        return unfolded;
    }

    /** Returns the ranges that the project, the engine and the host use. */
    public List<Cidr> used() {
        return space.get().used();
    }

    /** Returns the next free subnet of a size in a range. */
    public Optional<Cidr> nextFree(Cidr within, int prefixLength) {
        return new FreeSpace(used()).next(within, prefixLength);
    }

    /** Chooses a block, and with it the network of the project that it is. */
    void choose(Optional<String> id) {
        chosen.set(id);
        Optional<String> network = id.flatMap(space.get()::node).flatMap(AddressViewModel::network);
        if (network.isPresent()) {
            map.select(new Element.NetworkElement(network.get()));
        } else {
            map.selection().clear();
            // Clearing the selection of the map took the choice with it.
            chosen.set(id);
        }
    }

    /** Returns the network of the project that a block is. */
    static Optional<String> network(SpaceNode node) {
        return node.role() instanceof SpaceNode.Role.OwnNetwork own ? Optional.of(own.key()) : Optional.empty();
    }

    private void followSelection() {
        if (map.selection().size() == 1
                && map.selection().iterator().next() instanceof Element.NetworkElement(String key)) {
            boolean already = chosen.get()
                    .flatMap(space.get()::node)
                    .flatMap(AddressViewModel::network)
                    .equals(Optional.of(key));
            if (!already) {
                chosen.set(space.get().of(key).stream().map(n -> n.id()).findFirst());
            }
        } else {
            chosen.set(Optional.empty());
        }
    }

    private void refresh() {
        project.projectProperty().get().ifPresent(this::compute);
    }

    private void compute(ComposeProject now) {
        Asked next = new Asked(
                now, engine.statusProperty().get(), engine.stateProperty().get().networks(), running(now));
        if (asked.filter(next::equals).isPresent()) {
            return;
        }
        asked = Optional.of(next);
        long mine = ++number;
        tasks.start(
                progress -> AddressSpace.of(now.topology(), around.used(now), around.pools(), parsed(next.running())),
                done -> {
                    // A later edit has its own answer under way.
                    if (mine == number) {
                        show(done);
                    }
                },
                failure -> {
                    asked = Optional.empty();
                    LOG.error("The address space could not be worked out", failure);
                });
    }

    private void show(AddressSpace done) {
        if (!done.equals(space.get())) {
            space.set(done);
            // The chosen block may have another range now.
            chosen.set(chosen.get().filter(id -> done.node(id).isPresent()));
            followSelection();
        }
    }

    /** Returns the addresses that containers have in the project's networks, by the network's key. */
    private Map<String, List<String>> running(ComposeProject now) {
        Map<String, String> keys = new HashMap<>();
        for (Network network : now.topology().networks().values()) {
            keys.put(network.name(), network.key());
        }
        Map<String, List<String>> running = new HashMap<>();
        for (ObservedContainer container : engine.stateProperty().get().containers()) {
            for (ObservedEndpoint endpoint : container.endpoints()) {
                String key = keys.get(endpoint.network());
                if (key != null) {
                    Stream.of(endpoint.ipv4(), endpoint.ipv6())
                            .flatMap(Optional::stream)
                            .forEach(ip -> running.computeIfAbsent(key, k -> new ArrayList<>())
                                    .add(ip));
                }
            }
        }
        return running;
    }

    private static Map<String, List<Ip>> parsed(Map<String, List<String>> running) {
        Map<String, List<Ip>> parsed = new HashMap<>();
        running.forEach((key, texts) -> parsed.put(
                key, texts.stream().flatMap(text -> Ip.tryParse(text).stream()).toList()));
        return parsed;
    }

    /** What an address space is worked out of; the same again is not worked out again. */
    private record Asked(
            ComposeProject project,
            EngineStatus status,
            List<ObservedNetwork> networks,
            Map<String, List<String>> running) {}
}
