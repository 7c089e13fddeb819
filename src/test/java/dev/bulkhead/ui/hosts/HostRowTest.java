package dev.bulkhead.ui.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.hosts.LiveHosts;
import dev.bulkhead.engine.hosts.TwoHosts;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.SeenHosts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several hosts as the window tells of them, without a toolkit. */
class HostRowTest {

    @TempDir
    Path folder;

    private final EngineViewModel model =
            new EngineViewModel(Runnable::run, () -> Instant.parse("2026-11-28T12:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    private TwoHosts two;

    @SuppressWarnings("NullAway.Init")
    private Engine engine;

    @SuppressWarnings("NullAway.Init")
    private Topology topology;

    @BeforeEach
    void watch() throws Exception {
        two = TwoHosts.in(folder);
        topology = two.topology();
        LiveHosts hosts = two.together();
        engine = hosts.engine();
        model.watch(engine.observer(), Optional.of(hosts));
    }

    @AfterEach
    void close() {
        model.close();
        engine.close();
    }

    private SeenHosts seen() {
        return model.hostsProperty().get();
    }

    private Optional<ServiceState> state(String service) {
        return seen().state("shop", service, Optional.of(new ServiceState(ServiceState.Health.HEALTHY, "healthy 3 d")));
    }

    @Test
    void aRowSaysWhoAnswersWhatRunsThereAndWhatElse() {
        String practice =
                "Practice engine " + seen().hosts().answered().getFirst().info().version() + ", practice";

        assertThat(HostRow.of(seen(), topology, ZoneOffset.UTC))
                .containsExactly(
                        new HostRow("atlas", true, practice, "answers", "web", "open: 8080", ""),
                        new HostRow("borea", true, practice, "answers", "db", "nothing open", "elsewhere 1"));
        assertThat(HostsWords.silent(seen(), topology, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void ofOneThatIsSilentItIsSaidSinceWhenWhyAndWhatItHad() {
        two.borea().goAway("It lost power.");

        assertThat(HostRow.of(seen(), topology, ZoneOffset.UTC).getLast())
                .isEqualTo(
                        new HostRow("borea", false, "", "silent since 12:00:00: It lost power.", "it had db", "", ""));
        assertThat(HostsWords.silent(seen(), topology, ZoneOffset.UTC))
                .contains(
                        "Host borea does not answer since 12:00:00: It lost power. What runs there is not known; it had db.");
        assertThat(model.statusProperty().get()).isInstanceOf(EngineStatus.Connected.class);
    }

    @Test
    void aServiceSaysWhichHostItRunsOn() {
        assertThat(state("web"))
                .contains(
                        new ServiceState(ServiceState.Health.HEALTHY, "healthy 3 d · on atlas", Optional.of("atlas")));
        assertThat(state("db"))
                .contains(
                        new ServiceState(ServiceState.Health.HEALTHY, "healthy 3 d · on borea", Optional.of("borea")));
    }

    @Test
    void aServiceOfASilentHostIsNotKnown() {
        two.borea().goAway("It lost power.");

        assertThat(state("web").map(ServiceState::health)).contains(ServiceState.Health.HEALTHY);
        assertThat(state("db"))
                .contains(new ServiceState(
                        ServiceState.Health.UNKNOWN,
                        "not known; when the engine was last heard: healthy 3 d · on borea, which does not answer",
                        Optional.of("borea")));
        assertThat(seen().state("shop", "cache", Optional.empty()))
                .contains(new ServiceState(
                        ServiceState.Health.UNKNOWN, "not known: borea does not answer", Optional.of("borea")));
    }

    @Test
    void whereAllAnswerAServiceThatRunsNowhereIsMissing() {
        assertThat(seen().state("shop", "cache", Optional.empty())).isEmpty();
    }

    @Test
    void onceNoneAnswersTheEngineIsGone() {
        two.borea().goAway("It lost power.");
        two.atlas().goAway("Somebody pulled the plug.");

        assertThat(model.statusProperty().get()).isInstanceOf(EngineStatus.Gone.class);
        assertThat(HostsWords.silent(seen(), topology, ZoneOffset.UTC)).isEmpty();
    }
}
