package dev.bulkhead.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.theme.OneInk;
import dev.bulkhead.ui.theme.Swatches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import javafx.scene.canvas.GraphicsContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Signs of the lanes, told apart without colours. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class LaneSignsIT {

    @Test
    void everyMarkHasAShapeOfItsOwn() {
        SequencedMap<String, BiConsumer<GraphicsContext, Swatches>> signs = new LinkedHashMap<>();
        for (LaneMark mark : LaneMark.values()) {
            signs.put(
                    mark.name(),
                    (to, colours) -> new LaneSigns(to, colours).mark(mark, colours.of("bh-lane-ink"), 12, 12, 14));
        }
        signs.put("internal", (to, colours) -> new LaneSigns(to, colours).lock(colours.of("bh-lane-ink"), 12, 12));
        signs.put("way out", (to, colours) -> new LaneSigns(to, colours).globe(colours.of("bh-lane-ink"), 12, 12));
        signs.put("no network", (to, colours) -> new LaneSigns(to, colours).none(colours.of("bh-lane-ink"), 12, 12));
        signs.put("host", (to, colours) -> new LaneSigns(to, colours).host(colours.of("bh-lane-ink"), 12, 12));

        List<String> alike = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> OneInk.alike(new Swatches(LaneSigns.STYLES, () -> {}), "bh-lane-paper", signs));

        assertThat(alike).isEmpty();
    }
}
