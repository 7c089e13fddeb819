package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.verify.LiveReach;
import dev.bulkhead.reach.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every engine answers alike when a program is run in a container. */
interface ProbeContract extends GatewayBench {

    @Test
    default void aProbeFollowsTheSharedNetworks() throws Exception {
        up("client", "web", "guest", "apart");
        awaitHealth("web", Health.HEALTHY);

        assertThat(List.of(
                        probe("client", "web"),
                        probe("client", "www"),
                        probe("guest", "web"),
                        probe("apart", "web"),
                        probe("apart", "172.30.1.3")))
                .containsExactly(
                        Probe.Answer.YES, Probe.Answer.YES, Probe.Answer.YES, Probe.Answer.NO, Probe.Answer.NO);

        LiveReach live = LiveReach.of(
                engine(),
                CatalogueAndPlaybooks.bundled().catalogue(),
                new ComposeLoader(new DiskFileTree()).load(project()).topology());
        Subject web = new Subject.OfService("web");
        assertThat(List.of(
                        live.ask(new Subject.OfService("client"), web).answer(),
                        live.ask(new Subject.OfService("apart"), web).answer()))
                .containsExactly(LiveReach.Answer.REACHED, LiveReach.Answer.NOT_REACHED);
    }

    @Test
    default void onlyANetworkThatIsNotInternalLeadsToTheInternet() throws Exception {
        up("client", "apart");
        Probe outside = new Probe.Connect("1.1.1.1", 443, PROBE);

        assertThat(List.of(ask("client", outside), ask("apart", outside)))
                .containsExactly(Probe.Answer.YES, Probe.Answer.NO);
    }

    @Test
    default void aNameIsFoundOnSharedNetworksOnly() throws Exception {
        up("client", "web", "apart");

        assertThat(List.of(ask("client", new Probe.Lookup("web")), ask("apart", new Probe.Lookup("web"))))
                .containsExactly(Probe.Answer.YES, Probe.Answer.NO);
    }

    @Test
    default void aProgramCannotRunInAContainerThatRests() throws Exception {
        up("client");
        String name = container("client").name();
        engine().containers().stop(name, Duration.ofSeconds(1));

        assertThat(refusal(() -> engine().exec().exec(name, List.of("true"), PROBE)))
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    default void aProgramThatTheImageLacksCannotTell() throws Exception {
        up("client");
        ExecResult result = engine().exec().exec(container("client").name(), List.of("no-such-program"), PROBE);

        assertThat(Probe.answer(result)).isEqualTo(Probe.Answer.CANNOT_TELL);
    }
}
