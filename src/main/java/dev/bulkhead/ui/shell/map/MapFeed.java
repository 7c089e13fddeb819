package dev.bulkhead.ui.shell.map;

import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.drift.DriftViewModel;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.LiveWords;
import dev.bulkhead.ui.live.SeenHosts;
import dev.bulkhead.ui.shell.context.ShellContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;

/** Feed of the map: it carries what the project, the checks and the engine say onto it. */
public final class MapFeed {

    private final ShellContext context;
    private final DriftViewModel drift;
    private final InstantSource clock;

    public MapFeed(ShellContext context, DriftViewModel drift, InstantSource clock) {
        this.context = context;
        this.drift = drift;
        this.clock = clock;
    }

    /** Begins to feed the map. */
    public void connect() {
        context.project().projectProperty().addListener((property, old, now) -> now.ifPresent(this::showProject));
        context.project().findings().addListener((ListChangeListener<Finding>) change -> showProblems());
        drift.differencesProperty().subscribe(this::showDrift);
        context.engine().hostsProperty().addListener((property, old, now) -> showLive());
        context.engine().stateProperty().addListener((property, old, now) -> showLive());
        context.engine().statusProperty().addListener((property, old, now) -> showLive());
    }

    private void showDrift(DriftViewModel.Differences differences) {
        Map<GraphElement, Difference> marks = new HashMap<>();
        differences
                .byElement()
                .forEach((element, found) -> marks.put(
                        element,
                        new Difference(
                                kind(element, found, differences),
                                found.stream().map(Drift::sentence).toList())));
        context.map().showDifferences(marks, differences.only());
    }

    private static Difference.Kind kind(
            GraphElement element, List<Drift> found, DriftViewModel.Differences differences) {
        if (differences.only().has(element)) {
            return Difference.Kind.ENGINE_ONLY;
        }
        if (element instanceof MembershipElement
                && found.stream().anyMatch(drift -> drift instanceof Drift.MembershipMissing)) {
            return Difference.Kind.MISSING;
        }
        return kind(found);
    }

    /** Returns what kind of difference several are together. */
    static Difference.Kind kind(List<Drift> found) {
        if (found.stream()
                .anyMatch(drift -> drift instanceof Drift.ContainerMissing || drift instanceof Drift.NetworkMissing)) {
            return Difference.Kind.MISSING;
        }
        if (found.stream().allMatch(Drift::pending)) {
            return Difference.Kind.PENDING;
        }
        return found.stream().allMatch(drift -> drift.pending() || drift instanceof Drift.ContainerStopped)
                ? Difference.Kind.STOPPED
                : Difference.Kind.DIFFERS;
    }

    private void showProject(ComposeProject project) {
        context.map().sourcesProperty().set(project.sources());
        context.map().topologyProperty().set(project.topology());
        showLive();
    }

    private void showLive() {
        Instant now = clock.instant();
        context.map().showSubnets(subnets());
        context.map().showInternals(internals());
        boolean gone = context.engine().statusProperty().get() instanceof EngineStatus.Gone;
        Map<String, ServiceState> live = new HashMap<>();
        String project = context.project().topologyProperty().get().project();
        for (ObservedContainer container : context.engine().containers(project)) {
            ServiceState state = LiveWords.state(container.status(), now);
            container.service().ifPresent(service -> live.put(service, gone ? state.lastKnown() : state));
        }
        SeenHosts hosts = context.engine().hostsProperty().get();
        context.map()
                .showHosts(HostsOnMap.of(
                        hosts, context.project().topologyProperty().get()));
        if (!gone && hosts.any()) {
            for (String service :
                    context.project().topologyProperty().get().services().keySet()) {
                hosts.state(project, service, Optional.ofNullable(live.get(service)))
                        .ifPresent(state -> live.put(service, state));
            }
        }
        context.map().showLive(live);
    }

    /** Returns by network key the subnet that the engine gave it. */
    private Map<String, String> subnets() {
        Map<String, String> byName = new HashMap<>();
        for (ObservedNetwork network : context.engine().stateProperty().get().networks()) {
            network.subnets().stream()
                    .flatMap(pool -> pool.subnet().stream())
                    .findFirst()
                    .ifPresent(subnet -> byName.put(network.name(), subnet));
        }
        return byKey(byName);
    }

    /** Returns by network key whether the engine made it internal: of external networks no file tells. */
    private Map<String, Boolean> internals() {
        Map<String, Boolean> byName = new HashMap<>();
        for (ObservedNetwork network : context.engine().stateProperty().get().networks()) {
            byName.put(network.name(), network.options().internal());
        }
        return byKey(byName);
    }

    private <T> Map<String, T> byKey(Map<String, T> byName) {
        Map<String, T> byKey = new HashMap<>();
        for (Network network : context.map().topologyProperty().get().networks().values()) {
            Optional.ofNullable(byName.get(network.name())).ifPresent(found -> byKey.put(network.key(), found));
        }
        return byKey;
    }

    private void showProblems() {
        context.map().showProblems(MapProblems.of(context.project().findings()));
    }
}
