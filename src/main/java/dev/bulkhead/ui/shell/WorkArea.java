package dev.bulkhead.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** Side panels, the view in the middle and the tabs below, with movable borders. */
final class WorkArea extends SplitPane {

    /** Width, in pixels, from which on the side panels have the width they like best. */
    private static final double ROOMY = 1560;

    private final SplitPane upper;

    /** Height of the lower part at first, in pixels: its tabs and two problems. */
    private static final double LOWER = 136;

    WorkArea(Region sidebar, Node centre, Region inspector, Node bottom) {
        getStyleClass().add("work-area");
        setOrientation(Orientation.VERTICAL);
        sidebar.setMinWidth(160);
        sidebar.setPrefWidth(230);
        sidebar.setMaxWidth(420);
        inspector.setMinWidth(240);
        inspector.setPrefWidth(350);
        inspector.setMaxWidth(560);
        upper = new SplitPane(sidebar, centre, inspector);
        SplitPane.setResizableWithParent(sidebar, false);
        SplitPane.setResizableWithParent(inspector, false);
        SplitPane.setResizableWithParent(bottom, false);
        getItems().addAll(upper, bottom);
        setDividerPositions(0.8);
        // The dividers are fractions: the side panels get their own widths once the whole is known.
        upper.widthProperty().addListener((property, old, now) -> {
            if (old.doubleValue() <= 0 && now.doubleValue() > 0) {
                double share = Math.min(1, now.doubleValue() / ROOMY);
                upper.setDividerPositions(
                        share * sidebar.getPrefWidth() / now.doubleValue(),
                        1 - share * inspector.getPrefWidth() / now.doubleValue());
            }
        });
        heightProperty().addListener((property, old, now) -> {
            if (old.doubleValue() <= 0 && now.doubleValue() > 0) {
                setDividerPositions(1 - LOWER / now.doubleValue());
            }
        });
    }
}
