package dev.bulkhead.ui.shell.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.ui.canvas.model.Difference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several differences of one element are together. */
class MapFeedTest {

    private static final Drift STOPPED = new Drift.ContainerStopped("web", "web", RunState.EXITED);
    private static final Drift IMAGE = new Drift.ImageDiffers("web", "web", "nginx:2", "nginx:1");

    @Test
    void aContainerThatDoesNotRunIsStopped() {
        assertThat(MapFeed.kind(List.of(STOPPED))).isEqualTo(Kind.STOPPED);
    }

    @Test
    void oneThatIsNotThereIsMissing() {
        assertThat(MapFeed.kind(List.of(new Drift.ContainerMissing("web")))).isEqualTo(Kind.MISSING);
        assertThat(MapFeed.kind(List.of(new Drift.NetworkMissing("front")))).isEqualTo(Kind.MISSING);
    }

    @Test
    void anythingElseIsADifference() {
        assertThat(MapFeed.kind(List.of(IMAGE))).isEqualTo(Kind.DIFFERS);
        assertThat(MapFeed.kind(List.of(STOPPED, IMAGE))).isEqualTo(Kind.DIFFERS);
    }
}
