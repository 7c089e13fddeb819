package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** List of the flows that must work, in three counted groups: without a way, by the present network alone, by new ones. */
final class FlowList extends VBox {

    /** More than these of one group are only counted. */
    private static final int SHOWN = 40;

    private final Map<String, Tint> tints;
    private final Consumer<TierMove> fix;

    FlowList(Map<String, Tint> tints, Consumer<TierMove> fix) {
        this.tints = tints;
        this.fix = fix;
        setId("tier-flows");
        getStyleClass().add("bh-tier-flows");
    }

    void show(TierPicture picture) {
        getChildren().setAll(Nodes.heading(Words.of("flowlist.flows-that-must-work")));
        if (picture.flows().isEmpty()) {
            getChildren().add(Nodes.wrapped(Words.of("flowlist.the-files-show-none-between"), "bh-muted"));
        } else {
            getChildren().addAll(bar(picture), counts(picture));
        }
        List<TierPicture.Flow> lost = picture.flows(TierPicture.Way.LOST);
        for (TierPicture.Flow flow : lost.subList(0, Math.min(SHOWN, lost.size()))) {
            getChildren().add(lost(flow));
        }
        more(lost);
        group(Words.of("flowlist.by-the-present-network-alone"), Glyph.LATER, picture.flows(TierPicture.Way.PRESENT));
        group(Words.of("flowlist.by-these-networks"), Glyph.DONE_CIRCLE, picture.flows(TierPicture.Way.TIER));
    }

    /** How much of them goes which way, at a glance. */
    private static GridPane bar(TierPicture picture) {
        GridPane bar = new GridPane();
        bar.getStyleClass().add("bh-tier-flow-bar");
        for (TierPicture.Way way : List.of(TierPicture.Way.TIER, TierPicture.Way.PRESENT, TierPicture.Way.LOST)) {
            int flows = picture.flows(way).size();
            if (flows > 0) {
                Region part = new Region();
                part.getStyleClass().add(Nodes.styleClass(way));
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(100.0 * flows / picture.flows().size());
                bar.getColumnConstraints().add(column);
                bar.addRow(0, part);
            }
        }
        return bar;
    }

    private static Label counts(TierPicture picture) {
        int lost = picture.flows(TierPicture.Way.LOST).size();
        Label counts = Nodes.wrapped(
                Words.of(
                        "flowlist.by-these-networks-by-the",
                        picture.flows(TierPicture.Way.TIER).size(),
                        picture.flows(TierPicture.Way.PRESENT).size(),
                        lost == 0 ? "" : ", " + Words.count("loses-its-way", lost)),
                "bh-tier-flow-counts");
        counts.setId("tier-flow-counts");
        return counts;
    }

    private VBox lost(TierPicture.Flow flow) {
        Label text = Nodes.wrapped(flow.text(), "bh-tier-lost-flow");
        text.setGraphic(Glyph.FAILED.icon());
        VBox box = Nodes.column(
                "bh-tier-lost", text, Nodes.wrapped(Words.of("flowlist.no-network-here-carries-it"), "bh-muted"));
        flow.tier().ifPresent(tier -> {
            Hyperlink join = new Hyperlink(Words.of("flowlist.let-join", flow.from(), tier.network()));
            join.setOnAction(event -> fix.accept(new TierMove(flow.from(), tier.id(), TierMove.Kind.JOIN)));
            box.getChildren().add(join);
        });
        return box;
    }

    private void group(String title, Glyph glyph, List<TierPicture.Flow> flows) {
        if (flows.isEmpty()) {
            return;
        }
        getChildren().add(Nodes.heading(title + "  " + flows.size()));
        for (TierPicture.Flow flow : flows.subList(0, Math.min(SHOWN, flows.size()))) {
            Label text = Nodes.label(flow.text(), "bh-tier-flow", Nodes.styleClass(flow.way()));
            text.setGraphic(glyph.icon());
            text.setMinWidth(0);
            text.setTooltip(new Tooltip(flow.text()));
            HBox row = Nodes.row("bh-tier-flow-row", text, Nodes.spring());
            row.setAlignment(Pos.CENTER_LEFT);
            flow.tier().ifPresent(tier -> row.getChildren().addAll(network(tier)));
            getChildren().add(row);
        }
        more(flows);
    }

    private List<Region> network(Tier tier) {
        Label name = Nodes.label(tier.network(), "bh-muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return List.of(
                Nodes.dot(
                        "bh-swatch", tints.getOrDefault(tier.id(), Tint.OUTSIDE).styleClass()),
                name);
    }

    private void more(List<TierPicture.Flow> flows) {
        if (flows.size() > SHOWN) {
            getChildren().add(Nodes.label(Words.of("flowlist.and-more", flows.size() - SHOWN), "bh-muted"));
        }
    }
}
