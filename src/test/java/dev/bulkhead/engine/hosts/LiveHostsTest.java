package dev.bulkhead.engine.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.LiveState;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.NetworkOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts that are watched together. */
class LiveHostsTest {

    private static final NetworkSpec SHARED = new NetworkSpec("shared", NetworkOptions.defaults(), List.of());

    @TempDir
    Path folder;

    private final List<EngineEvent> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private TwoHosts two;

    @SuppressWarnings("NullAway.Init")
    private LiveHosts hosts;

    @SuppressWarnings("NullAway.Init")
    private Engine engine;

    @BeforeEach
    void start() throws Exception {
        two = TwoHosts.in(folder);
        hosts = two.together();
        engine = hosts.engine();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private EngineObserver.Watch watch() throws Exception {
        EngineObserver.Watch watch = engine.observer().watch(events::add);
        assertThat(watch.settle(Duration.ofSeconds(5))).isTrue();
        return watch;
    }

    private LiveState told() {
        LiveState live = LiveState.initial();
        for (EngineEvent event : events) {
            live = live.after(event);
        }
        return live;
    }

    private static List<String> names(ObservedState state) {
        return state.containers().stream().map(ObservedContainer::name).toList();
    }

    private List<String> states() {
        return hosts.seen().views().stream()
                .map(view -> view.host() + " " + view.getClass().getSimpleName())
                .toList();
    }

    @Test
    void beforeAnybodyHasAnsweredNothingIsKnownOfAnyHost() {
        assertThat(states()).containsExactly("atlas Silent", "borea Silent");
    }

    @Test
    void whatBothHaveIsToldTogether() throws Exception {
        watch();

        assertThat(names(told().state())).containsExactly("elsewhere-mail-1", "shop-db-1", "shop-web-1");
        assertThat(told().state().networks())
                .extracting(ObservedNetwork::name)
                .containsOnlyOnce("shop_front")
                .contains("shop_back", "elsewhere_default");
        assertThat(states()).containsExactly("atlas Answered", "borea Answered");
    }

    @Test
    void oneThatGoesEndsNothingAndComesBack() throws Exception {
        watch();

        two.borea().goAway("It lost power.");
        settle();
        assertThat(events.getLast()).isEqualTo(new EngineEvent.HostGone("borea", "It lost power."));
        assertThat(told().current()).isTrue();
        assertThat(hosts.seen().silent()).containsExactly(new HostView.Silent("borea", "It lost power."));
        assertThat(names(hosts.last("borea"))).containsExactly("elsewhere-mail-1", "shop-db-1");

        two.borea().comeBack();
        settle();
        assertThat(events.getLast()).isInstanceOf(EngineEvent.Connected.class);
        assertThat(states()).containsExactly("atlas Answered", "borea Answered");
    }

    @Test
    void onceAllAreGoneTheWholeIs() throws Exception {
        watch();

        two.atlas().goAway("Somebody pulled the plug.");
        two.borea().goAway("It lost power.");
        settle();

        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        EngineEvent.Disconnected.class,
                        gone -> assertThat(gone.reason())
                                .isEqualTo(
                                        "None of the hosts answers. atlas: Somebody pulled the plug. borea: It lost power."));
    }

    @Test
    void aNetworkOfOneNameIsThereAsLongAsOneHostHasIt() throws Exception {
        two.atlas().createNetwork(SHARED);
        two.borea().createNetwork(SHARED);
        watch();

        two.atlas().removeNetwork("shared");
        settle();
        assertThat(told().state().network("shared"))
                .isEqualTo(two.borea().observe().network("shared"));

        two.borea().removeNetwork("shared");
        settle();
        assertThat(told().state().network("shared")).isEmpty();
    }

    @Test
    void whoAsksGetsWhatIsThereNow() throws Exception {
        assertThat(names(engine.observer().observe())).containsExactly("elsewhere-mail-1", "shop-db-1", "shop-web-1");

        two.borea().goAway("It lost power.");
        assertThat(names(engine.observer().observe())).containsExactly("shop-web-1");

        two.atlas().goAway("Somebody pulled the plug.");
        assertThatThrownBy(() -> engine.observer().observe())
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("None of the hosts answers.");
    }

    @Test
    void nothingIsChanged() {
        assertThatThrownBy(() -> engine.networks().removeNetwork("shop_back"))
                .isInstanceOf(EngineException.class)
                .hasMessage("A change is made on one host at a time; name one engine with --engine.");
    }

    /** What the engines tell comes on threads of theirs. */
    private void settle() throws Exception {
        int before;
        do {
            before = events.size();
            Thread.onSpinWait();
        } while (before != events.size());
    }
}
