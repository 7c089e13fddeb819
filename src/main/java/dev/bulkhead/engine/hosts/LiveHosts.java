package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.LiveState;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that are watched together: one stream of events tells of all of them, and one that goes away ends nothing as long as another
 * answers. Nothing is changed through it. Safe for use by several threads.
 *
 * <p>What a host had stays in the state that is told while it is gone; that this is of before, {@link #seen} says.
 */
public final class LiveHosts implements Engine.Answerer {

    /** Reason of a host that nobody has heard yet. */
    private static final String UNHEARD = "It has not answered yet.";

    private final List<HostEngine> hosts;
    private final List<LiveState> states;

    /** Watches nothing yet. */
    public LiveHosts(List<HostEngine> hosts) {
        this.hosts = List.copyOf(hosts);
        this.states = new ArrayList<>(Collections.nCopies(hosts.size(), LiveState.initial()));
    }

    /** Returns all of them as one engine; closing it closes theirs. */
    public Engine engine() {
        return Engine.answeredBy(this);
    }

    /** Returns how the hosts are as far as was heard, in the operator's order. */
    public synchronized ObservedHosts seen() {
        List<HostView> views = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            views.add(view(hosts.get(i).host(), states.get(i)));
        }
        return new ObservedHosts(views);
    }

    /** Returns what a host had when it was heard last, whether it answers now or not; nothing of one that was never heard. */
    public synchronized ObservedState last(String host) {
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).host().equals(host)) {
                return states.get(i).state();
            }
        }
        throw new IllegalArgumentException("no host " + host);
    }

    private static HostView view(String host, LiveState live) {
        return switch (live.connection()) {
            case LiveState.Connection.Standing() ->
                new HostView.Answered(host, live.info().orElseThrow(), live.state());
            case LiveState.Connection.Gone(EngineEvent.Disconnected why) -> new HostView.Silent(host, why.reason());
            case LiveState.Connection.Connecting() -> new HostView.Silent(host, UNHEARD);
        };
    }

    @Override
    @SuppressWarnings("unchecked") // as EngineObserver declares it
    public @Nullable Object answer(EngineCall call) throws EngineException {
        if (call.closes()) {
            hosts.forEach(host -> host.engine().close());
            return null; // closing answers nothing
        }
        if (call.method().getReturnType() == EngineObserver.Watch.class) {
            return watch((Consumer<EngineEvent>)
                    Objects.requireNonNull(call.arguments().getFirst()));
        }
        return ManyEngines.asked(hosts, fresh(), call);
    }

    /** What was heard may be of a moment before; who asks wants to know how it is now. */
    private ObservedHosts fresh() throws EngineException {
        try {
            ObservedHosts now = new HostsObserver(hosts).observe();
            if (now.answered().isEmpty()) {
                throw new EngineException(
                        EngineException.Kind.UNREACHABLE,
                        allGone(now.silent().stream()
                                .map(silent -> silent.host() + ": " + silent.why())
                                .toList()));
            }
            return now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(EngineException.Kind.UNREACHABLE, "The question to the hosts was broken off.");
        }
    }

    private static String allGone(List<String> reasons) {
        return "None of the hosts answers. " + String.join(" ", reasons);
    }

    private EngineObserver.Watch watch(Consumer<EngineEvent> listener) {
        List<EngineObserver.Watch> open = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            int at = i;
            open.add(hosts.get(i).engine().observer().watch(event -> hear(at, event, listener)));
        }
        return new EngineObserver.Watch() {
            @Override
            public boolean settle(Duration limit) throws InterruptedException {
                long end = System.nanoTime() + limit.toNanos();
                boolean known = true;
                for (EngineObserver.Watch each : open) {
                    known &= each.settle(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                }
                return known;
            }

            @Override
            public void close() {
                open.forEach(EngineObserver.Watch::close);
            }
        };
    }

    /** Events of all hosts come in one order, so that what follows from them does too. */
    private synchronized void hear(int at, EngineEvent event, Consumer<EngineEvent> listener) {
        ObservedState before = together();
        states.set(at, states.get(at).after(event));
        told(at, event, before).forEach(listener);
    }

    private List<EngineEvent> told(int at, EngineEvent event, ObservedState before) {
        return switch (event) {
            case EngineEvent.Connected _ -> List.of(new EngineEvent.Connected(first(), together()));
            case EngineEvent.Disconnected gone -> gone(hosts.get(at).host(), gone);
            case EngineEvent.NetworkChanged _, EngineEvent.NetworkRemoved _ -> networks(before, together());
            case EngineEvent.ContainerChanged _,
                    EngineEvent.ContainerRemoved _,
                    EngineEvent.ImageChanged _,
                    EngineEvent.HostGone _ -> List.of(event);
        };
    }

    private EngineInfo first() {
        return seen().answered().getFirst().info();
    }

    /** The whole is gone once no host is left that answers or may do so in a moment. */
    private List<EngineEvent> gone(String host, EngineEvent.Disconnected why) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            if (!(states.get(i).connection() instanceof LiveState.Connection.Gone(EngineEvent.Disconnected each))) {
                return List.of(new EngineEvent.HostGone(host, why.reason()));
            }
            reasons.add(hosts.get(i).host() + ": " + each.reason());
        }
        return List.of(new EngineEvent.Disconnected(allGone(reasons), why.attempt(), why.retryInMillis()));
    }

    /** One network of a name stands for those of all hosts; another may have to when it goes. */
    private static List<EngineEvent> networks(ObservedState before, ObservedState now) {
        List<EngineEvent> events = new ArrayList<>();
        for (ObservedNetwork old : before.networks()) {
            if (now.networks().stream().noneMatch(network -> network.id().equals(old.id()))) {
                events.add(new EngineEvent.NetworkRemoved(old.id()));
            }
        }
        for (ObservedNetwork network : now.networks()) {
            if (!before.networks().contains(network)) {
                events.add(new EngineEvent.NetworkChanged(network));
            }
        }
        return events;
    }

    private ObservedState together() {
        SortedMap<String, ObservedNetwork> networks = new TreeMap<>();
        List<ObservedContainer> containers = new ArrayList<>();
        for (LiveState live : states) {
            live.state().networks().forEach(network -> networks.putIfAbsent(network.name(), network));
            containers.addAll(live.state().containers());
        }
        containers.sort(Comparator.comparing(ObservedContainer::name));
        return new ObservedState(List.copyOf(networks.values()), containers);
    }

    @Override
    public String toString() {
        return hosts.stream().map(HostEngine::host).collect(Collectors.joining(", "));
    }
}
