package dev.bulkhead.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** Work area: side panels, the view in the middle and the tabs below, with movable borders. */
final class WorkArea extends SplitPane {

    /** Width, in pixels, from which on the side panels have the width they like best. */
    private static final double ROOMY = 1560;

    /** How far, in pixels, a border may stand from its own place without having been moved: it stands on whole pixels. */
    private static final double NEAR = 3;

    private static final double SIDEBAR = 230;
    private static final double INSPECTOR = 350;

    private final SplitPane upper;

    /** Height of the lower part at first, in pixels: its tabs and two problems. */
    private static final double LOWER = 136;

    WorkArea(Region sidebar, Node centre, Region inspector, Node bottom) {
        getStyleClass().add("bh-work-area");
        setOrientation(Orientation.VERTICAL);
        sidebar.setMinWidth(160);
        sidebar.setPrefWidth(SIDEBAR);
        sidebar.setMaxWidth(420);
        inspector.setMinWidth(240);
        inspector.setPrefWidth(INSPECTOR);
        inspector.setMaxWidth(560);
        upper = new SplitPane(sidebar, centre, inspector);
        SplitPane.setResizableWithParent(sidebar, false);
        SplitPane.setResizableWithParent(inspector, false);
        SplitPane.setResizableWithParent(bottom, false);
        getItems().addAll(upper, bottom);
        setDividerPositions(0.8);
        // The dividers are fractions: the side panels get their own widths once the whole is known, and again with
        // every
        // other width, unless somebody has moved them.
        upper.widthProperty().addListener((property, old, now) -> {
            if (now.doubleValue() > 0 && (old.doubleValue() <= 0 || untouched(old.doubleValue()))) {
                upper.setDividerPositions(left(now.doubleValue()), right(now.doubleValue()));
            }
        });
        heightProperty().addListener((property, old, now) -> {
            if (old.doubleValue() <= 0 && now.doubleValue() > 0) {
                setDividerPositions(1 - LOWER / now.doubleValue());
            }
        });
    }

    private boolean untouched(double width) {
        double[] now = upper.getDividerPositions();
        return Math.abs(now[0] - left(width)) * width < NEAR && Math.abs(now[1] - right(width)) * width < NEAR;
    }

    private static double left(double width) {
        return Math.min(1, width / ROOMY) * SIDEBAR / width;
    }

    private static double right(double width) {
        return 1 - Math.min(1, width / ROOMY) * INSPECTOR / width;
    }
}
