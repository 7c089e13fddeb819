package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.shell.panel.BottomPane;
import javafx.beans.value.ObservableValue;
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

    /** Width of a border, in pixels, as the style sheet has it: wide enough to be grabbed. */
    private static final double BORDER = 8;

    private static final double SIDEBAR = 230;
    private static final double SIDEBAR_LEAST = 180;
    private static final double INSPECTOR = 350;
    private static final double INSPECTOR_LEAST = 240;

    /** Height of the lower part when it is opened, in pixels: its tabs and some lines. */
    private static final double LOWER = 220;

    /** Least height of the lower part while it is open, in pixels: its tabs and a line. */
    private static final double LOWER_LEAST = 80;

    private final Region bottom;
    /** Height that the operator gave the lower part, in pixels. */
    private double lower = LOWER;

    /**
     * Lays the parts out.
     *
     * @param open whether the lower part is open; closed it is as high as the heads of its tabs
     */
    WorkArea(Region sidebar, Node centre, Region inspector, Region bottom, ObservableValue<Boolean> open) {
        this.bottom = bottom;
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
        open.subscribe(this::open);
        heightProperty().addListener((property, old, now) -> {
            if (old.doubleValue() <= 0 && now.doubleValue() > 0) {
                open(open.getValue());
            }
        });
    }

    private void open(boolean wanted) {
        if (!wanted && bottom.getHeight() >= LOWER_LEAST) {
            lower = bottom.getHeight();
        }
        bottom.setMinHeight(wanted ? LOWER_LEAST : BottomPane.CLOSED);
        bottom.setMaxHeight(wanted ? Double.MAX_VALUE : BottomPane.CLOSED);
        if (getHeight() > 0) {
            setDividerPositions(1 - (wanted ? lower : BottomPane.CLOSED) / getHeight());
        }
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
            return (Math.max(SIDEBAR_LEAST, Math.min(1, width / ROOMY) * SIDEBAR) + BORDER / 2) / width;
        }

        private static double right(double width) {
            return 1 - (Math.max(INSPECTOR_LEAST, Math.min(1, width / ROOMY) * INSPECTOR) + BORDER / 2) / width;
        }
    }
}
