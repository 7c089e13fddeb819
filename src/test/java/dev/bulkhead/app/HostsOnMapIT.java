package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.hosts.LiveHosts;
import dev.bulkhead.engine.hosts.TwoHosts;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.HostFrame;
import dev.bulkhead.layout.MapGeometry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Hosts on the map: frames around what runs there. */
@WithWindow
class HostsOnMapIT {

    @Test
    void hostsAreFramesWithWhatRunsThereAndWhatIsOpen(TestWindow window) throws Exception {
        TwoHosts two = TwoHosts.ofEight(window.folder());
        window.openProject(two.project());
        assertThat(geometry(window).frames()).isEmpty();
        LiveHosts hosts = two.together();

        window.run(() -> window.context().engine().watch(hosts.engine().observer(), Optional.of(hosts)));

        window.await("both frames", () -> geometry(window).frames().size() == 2);
        window.settle();
        window.picture("hosts on the map");
        assertThat(framed(window, "atlas")).containsExactlyInAnyOrder("proxy", "portal", "shop", "cart");
        assertThat(framed(window, "borea")).containsExactlyInAnyOrder("db", "jobs", "backup", "files");
        assertThat(window.words("#host-atlas .bh-host-words")).isEqualTo("open: 80, 443, 8080");
        assertThat(window.words("#host-borea .bh-host-words")).isEqualTo("open: 8443");

        MapGeometry before = geometry(window);
        two.borea().goAway("It lost power.");
        window.await(
                "its frame to say so",
                () -> window.words("#host-borea .bh-host-words").equals("does not answer"));
        assertThat(geometry(window).cards()).isEqualTo(before.cards());
        assertThat(geometry(window).frames()).isEqualTo(before.frames());
    }

    private static MapGeometry geometry(TestWindow window) {
        return window.onFx(() -> window.context().map().geometry().get());
    }

    private static List<String> framed(TestWindow window, String host) {
        MapGeometry geometry = geometry(window);
        Map<String, Box> frames = geometry.frames().stream().collect(Collectors.toMap(HostFrame::host, HostFrame::box));
        Box frame = Objects.requireNonNull(frames.get(host));
        return geometry.cards().values().stream()
                .filter(card -> frame.overlaps(card.box()))
                .map(CardBox::service)
                .toList();
    }
}
