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
    private static final double SIDEBAR_LEAST = 184;
    private static final double INSPECTOR = 350;
    private static final double INSPECTOR_LEAST = 240;

    /** Height of the lower part at first, in pixels: its tabs and two problems. */
    private static final double LOWER = 136;

    WorkArea(Region sidebar, Node centre, Region inspector, Node bottom) {
        getStyleClass().add("bh-work-area");
        setOrientation(Orientation.VERTICAL);
        sidebar.setMinWidth(SIDEBAR_LEAST);
        sidebar.setPrefWidth(SIDEBAR);
        sidebar.setMaxWidth(420);
        inspector.setMinWidth(INSPECTOR_LEAST);
        inspector.setPrefWidth(INSPECTOR);
        inspector.setMaxWidth(560);
        SplitPane upper = new Columns(sidebar, centre, inspector);
        SplitPane.setResizableWithParent(sidebar, false);
        SplitPane.setResizableWithParent(inspector, false);
        SplitPane.setResizableWithParent(bottom, false);
        getItems().addAll(upper, bottom);
        setDividerPositions(0.8);
        heightProperty().addListener((property, old, now) -> {
            if (old.doubleValue() <= 0 && now.doubleValue() > 0) {
                setDividerPositions(1 - LOWER / now.doubleValue());
            }
        });
    }

    /**
     * The side panels beside the middle. Dividers are fractions: the panels get their own widths once the whole is
     * known, and again with every other width, unless somebody has moved them.
     */
    private static final class Columns extends SplitPane {

        /** Width, in pixels, of the last layout; 0 before the first. */
        private double laidOut;

        Columns(Node... items) {
            super(items);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            boolean own = laidOut <= 0 || untouched(laidOut);
            super.layoutChildren();
            if (own && width > 0 && width != laidOut) {
                // Only now: a pane that has just got another width shares that out itself and forgets its dividers.
                setDividerPositions(left(width), right(width));
                super.layoutChildren();
            }
            laidOut = width;
        }

        private boolean untouched(double width) {
            double[] now = getDividerPositions();
            return Math.abs(now[0] - left(width)) * width < NEAR && Math.abs(now[1] - right(width)) * width < NEAR;
        }

        private static double left(double width) {
            return Math.max(SIDEBAR_LEAST, Math.min(1, width / ROOMY) * SIDEBAR) / width;
        }

        private static double right(double width) {
            return 1 - Math.max(INSPECTOR_LEAST, Math.min(1, width / ROOMY) * INSPECTOR) / width;
        }
    }
}
