package dev.bulkhead.ui.reach;

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

/** Signs of the reach matrix, told apart without colours. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class ReachSignsIT {

    @Test
    void everyKindOfCellButTheOneWithItselfHasASignOfItsOwn() {
        SequencedMap<String, BiConsumer<GraphicsContext, Swatches>> signs = new LinkedHashMap<>();
        for (ReachKind kind : ReachKind.values()) {
            if (kind != ReachKind.SELF) {
                signs.put(kind.name(), (to, colours) -> new ReachPainter(to, colours).sign(kind, false, 1, 1, 22));
            }
        }
        signs.put(
                "without a name", (to, colours) -> new ReachPainter(to, colours).sign(ReachKind.OPEN, true, 1, 1, 22));

        List<String> alike = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> OneInk.alike(new Swatches(ReachPainter.STYLES, () -> {}), "bh-reach-line", signs));

        assertThat(alike).isEmpty();
    }
}
