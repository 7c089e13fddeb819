package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.engine.hosts.LiveHosts;
import dev.bulkhead.engine.hosts.TwoHosts;
import dev.bulkhead.ui.model.BottomTab;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two hosts in one window. */
@WithWindow
class SeveralHostsIT {

    @Test
    void aHostThatGoesIsNamedAndItsServicesAreNotMissing(TestWindow window) throws Exception {
        TwoHosts two = TwoHosts.in(window.folder());
        window.openProject(two.project());
        LiveHosts hosts = two.together();
        window.run(() -> window.context().engine().watch(hosts.engine().observer(), Optional.of(hosts)));
        window.await(
                "both hosts", () -> window.words("#engine-pill .bh-pill-text").startsWith("2 hosts"));
        assertThat(window.shown("#hosts-banner")).isFalse();

        two.borea().goAway("It lost power.");

        window.await("the banner", () -> window.shown("#hosts-banner"));
        assertThat(window.words("#hosts-banner-words"))
                .startsWith("Host borea does not answer since ")
                .endsWith(": It lost power. What runs there is not known; it had db.");
        window.await(
                "the finding",
                () -> window.context().project().findings().stream()
                        .map(Finding::rule)
                        .anyMatch("host-silent"::equals));
        assertThat(window.context().map().live().get("db").words()).endsWith("on borea, which does not answer");
        assertThat(window.context().map().differences()).isEmpty();
        window.run(() -> window.context().navigation().showTab(BottomTab.HOSTS));
        assertThat(window.shown("#hosts")).isTrue();

        two.borea().comeBack();
        window.await("it to be back", () -> !window.shown("#hosts-banner"));
    }
}
