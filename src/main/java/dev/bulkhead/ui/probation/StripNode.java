package dev.bulkhead.ui.probation;

import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Node of the strip of a change: its operations grey, amber and as high as many were away in them; then the watch, green where
 * everything held, red and as high as much failed, hatched where unknown.
 */
final class StripNode extends VBox {

    private static final double HEIGHT = 34;
    private static final double AXIS = 15;
    private static final double LINE = 3;
    private static final int MOST_BREAKS = 3;

    private final Label summary = Nodes.label("", "bh-muted");
    private final Plot plot = new Plot();
    private final VBox breaks = Nodes.column("bh-strip-breaks");

    StripNode() {
        setId("probation-strip");
        getStyleClass().add("bh-strip");
        summary.setId("probation-strip-summary");
        HBox head = Nodes.row(
                "bh-strip-head", Nodes.heading(Words.of("stripnode.away-and-failed-probes")), Nodes.spring(), summary);
        breaks.setId("probation-breaks");
        getChildren().addAll(head, plot, breaks);
    }

    void show(Optional<ProbeStrip> strip) {
        Nodes.present(this, strip.isPresent());
        strip.ifPresent(shown -> {
            summary.setText(shown.summary());
            plot.show(shown);
            breaks.getChildren()
                    .setAll(shown.breaks().stream()
                            .limit(MOST_BREAKS)
                            .map(StripNode::row)
                            .toList());
            int more = shown.breaks().size() - MOST_BREAKS;
            if (more > 0) {
                breaks.getChildren().add(Nodes.label(Words.of("stripnode.and-more", more), "bh-muted"));
            }
            Nodes.present(breaks, !shown.breaks().isEmpty());
            setAccessibleText(shown.summary());
        });
    }

    private static HBox row(ProbeStrip.Break broken) {
        Label what = Nodes.label(broken.what(), "bh-mono", "bh-strip-broken");
        what.setGraphic(Glyph.FAILED.icon());
        return Nodes.row("bh-strip-break", what, Nodes.label(broken.when(), "bh-muted"));
    }

    /** The drawing itself. */
    private static final class Plot extends Pane {

        private final Region passed = region("bh-strip-passed");
        private final Region to = region("bh-strip-to-come");
        private final Region now = region("bh-strip-now");
        private final Region ran = region("bh-strip-ran");
        private final Region border = region("bh-strip-border");
        private final List<Region> parts = new ArrayList<>();
        private final List<Label> times = new ArrayList<>();
        private Optional<ProbeStrip> shown = Optional.empty();

        Plot() {
            setMinHeight(HEIGHT + AXIS);
            setPrefHeight(HEIGHT + AXIS);
            setMaxHeight(HEIGHT + AXIS);
            setMinWidth(0);
        }

        private static Region region(String style) {
            Region region = new Region();
            region.getStyleClass().add(style);
            return region;
        }

        void show(ProbeStrip strip) {
            shown = Optional.of(strip);
            parts.clear();
            for (ProbeStrip.Part part : strip.parts()) {
                Region bar = region("bh-strip-" + part.kind().name().toLowerCase(Locale.ROOT));
                Tooltip.install(bar, new Tooltip(part.words()));
                parts.add(bar);
            }
            times.clear();
            strip.marks().forEach(mark -> times.add(Nodes.label(mark.time(), "bh-strip-time")));
            boolean run = strip.border() > 0;
            getChildren().setAll(to, passed);
            if (run) {
                getChildren().add(ran);
            }
            getChildren().addAll(parts);
            if (run) {
                getChildren().add(border);
            }
            getChildren().add(now);
            getChildren().addAll(times);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            shown.ifPresent(this::place);
        }

        private void place(ProbeStrip strip) {
            double width = getWidth();
            double at = Math.rint(strip.now() * width);
            to.resizeRelocate(at, 0, width - at, HEIGHT);
            double began = Math.rint(strip.border() * width);
            ran.resizeRelocate(0, 0, began, HEIGHT);
            border.resizeRelocate(began - 1, 0, 1, HEIGHT);
            passed.resizeRelocate(began, 0, at - began, HEIGHT);
            now.resizeRelocate(Math.max(0, at - 1), 0, 2, HEIGHT);
            int most = strip.parts().stream()
                    .mapToInt(ProbeStrip.Part::failing)
                    .max()
                    .orElse(0);
            for (int i = 0; i < parts.size(); i++) {
                ProbeStrip.Part part = strip.parts().get(i);
                double high = switch (part.kind()) {
                    case OPERATION, HELD -> LINE;
                    case AWAY, FAILED -> LINE + (HEIGHT - 6 - LINE) * part.failing() / most;
                    case UNKNOWN -> HEIGHT / 2;
                };
                double left = Math.rint(part.from() * width);
                // a break of a second is seen, however wide the whole is
                double right = Math.max(left + 2, Math.rint(part.until() * width));
                parts.get(i).resizeRelocate(left, HEIGHT - high, right - left, high);
            }
            double free = 0;
            for (int i = 0; i < times.size(); i++) {
                Label time = times.get(i);
                double wide = time.prefWidth(-1);
                double middle = strip.marks().get(i).at() * width;
                double left = Math.clamp(middle - wide / 2, 0, Math.max(0, width - wide));
                // in a narrow window a time gives way to the one before it
                time.setVisible(left >= free);
                time.resizeRelocate(left, HEIGHT + 1, wide, AXIS);
                free = time.isVisible() ? left + wide + 8 : free;
            }
        }
    }
}
