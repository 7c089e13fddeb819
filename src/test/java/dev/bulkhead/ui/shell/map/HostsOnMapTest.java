package dev.bulkhead.ui.shell.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.LiveHosts;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.engine.hosts.TwoHosts;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.MapHosts;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.SeenHosts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several hosts are on the map, without a toolkit. */
class HostsOnMapTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Topology topology;

    @SuppressWarnings("NullAway.Init")
    private SeenHosts seen;

    @BeforeEach
    void look() throws Exception {
        TwoHosts two = TwoHosts.ofEight(folder);
        topology = two.topology();
        LiveHosts hosts = two.together();
        try (EngineViewModel model = new EngineViewModel(Runnable::run, () -> Instant.EPOCH)) {
            model.watch(hosts.engine().observer(), Optional.of(hosts));
            seen = model.hostsProperty().get();
        }
        hosts.engine().close();
    }

    @Test
    void eachServiceIsInTheColumnOfItsHost() {
        MapHosts hosts = HostsOnMap.of(seen, topology);

        assertThat(hosts.columns().order()).containsExactly("atlas", "borea");
        assertThat(hosts.columns().of("cart")).contains("atlas");
        assertThat(hosts.columns().of("db")).contains("borea");
    }

    @Test
    void whatRunsOnBothIsInNoColumn() {
        ObservedState atlas = seen.hosts().answered().getFirst().state();
        ObservedState borea = seen.hosts().answered().getLast().state();
        ObservedHosts both = new ObservedHosts(List.of(
                host("atlas", atlas),
                host(
                        "borea",
                        new ObservedState(
                                borea.networks(),
                                List.of(
                                        atlas.containers("shop", "cart").getFirst(),
                                        borea.containers("shop", "db").getFirst())))));

        MapHosts hosts = HostsOnMap.of(new SeenHosts(both, Map.of(), Map.of()), topology);

        assertThat(hosts.columns().of("cart")).isEmpty();
        assertThat(hosts.columns().of("db")).contains("borea");
    }

    @Test
    void whereOneHostHasAllThereAreNoColumns() {
        HostView.Answered atlas = seen.hosts().answered().getFirst();
        ObservedHosts one = new ObservedHosts(List.of(atlas, host("ceres", new ObservedState(List.of(), List.of()))));

        assertThat(HostsOnMap.of(new SeenHosts(one, Map.of(), Map.of()), topology))
                .isEqualTo(MapHosts.NONE);
    }

    @Test
    void aHostThatIsGoneKeepsItsColumnAndNobodyKnowsWhatIsOpenThere() {
        HostView.Answered borea = seen.hosts().answered().getLast();
        ObservedHosts views = new ObservedHosts(
                List.of(seen.hosts().answered().getFirst(), new HostView.Silent("borea", "It lost power.")));

        MapHosts hosts = HostsOnMap.of(
                new SeenHosts(views, Map.of("borea", Instant.EPOCH), Map.of("borea", borea.state())), topology);

        assertThat(hosts.columns()).isEqualTo(HostsOnMap.of(seen, topology).columns());
        assertThat(Objects.requireNonNull(hosts.faces().get("borea")).words()).isEqualTo("does not answer");
        assertThat(Objects.requireNonNull(hosts.faces().get("atlas")).words()).isEqualTo("open: 80, 443, 8080");
    }

    @Test
    void aBridgeOfEachHostIsNotOneNetworkAndAnOverlayIs() {
        ObservedHosts real = new ObservedHosts(seen.hosts().answered().stream()
                .<HostView>map(view -> host(
                        view.host(),
                        new ObservedState(
                                view.state().networks().stream()
                                        .map(network -> new ObservedNetwork(
                                                network.name().equals("shop_back") ? "one" : view.host(),
                                                network.name(),
                                                network.options(),
                                                network.subnets()))
                                        .toList(),
                                view.state().containers())))
                .toList());

        MapHosts hosts = HostsOnMap.of(new SeenHosts(real, Map.of(), Map.of()), topology);

        assertThat(hosts.apart()).contains("front").doesNotContain("back");
    }

    private static HostView.Answered host(String name, ObservedState state) {
        return new HostView.Answered(name, new EngineInfo("Docker Engine", "28.5.2", "1.51", "unix:///" + name), state);
    }
}
