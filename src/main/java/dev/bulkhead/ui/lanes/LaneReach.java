package dev.bulkhead.ui.lanes;

import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.theme.Swatches;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/** Painter of reach on the lanes: columns that the selected service reaches are marked at their head, all others step back. */
final class LaneReach {

    private static final double BAR = 4;
    private static final double BACK = 0.66;

    private final GraphicsContext to;
    private final Swatches colours;

    LaneReach(GraphicsContext to, Swatches colours) {
        this.to = to;
        this.colours = colours;
    }

    void draw(LaneTable table, LanesViewport view, Optional<Lights> lights) {
        lights.ifPresent(lit -> {
            for (int column = view.firstColumn(); column < view.endColumn(); column++) {
                String service = table.column(column).key();
                if (!service.equals(lit.origin())) {
                    draw(view, column, Optional.ofNullable(lit.services().get(service)));
                }
            }
        });
    }

    private void draw(LanesViewport view, int column, Optional<Lights.Light> light) {
        double x = view.x(column);
        double width = view.columns().pitch();
        if (light.isEmpty()) {
            to.setGlobalAlpha(BACK);
            to.setFill(colours.of("bh-lane-paper"));
            to.fillRect(x, view.top(), width, view.bottom() - view.top());
            to.setGlobalAlpha(1);
            return;
        }
        to.setFill(colours.of(tone(light.get())));
        to.fillRoundRect(x + 2, view.top(), width - 4, BAR, BAR, BAR);
    }

    private static String tone(Lights.Light light) {
        if (light.breach()) {
            return "bh-lane-red";
        }
        return switch (light.kind()) {
            case OPEN -> "bh-lane-accent";
            case PORTS, PROXY, UNKNOWN -> "bh-lane-amber";
            case BLOCKED -> "bh-lane-red";
        };
    }
}
