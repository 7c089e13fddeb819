package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.effect.PlanEffect;
import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** View of who reaches whom differently: one row for each cause, so that hundreds of pairs can be read. */
final class PlanEffectView extends VBox {

    PlanEffectView(PlanEffect effect) {
        getStyleClass().add("bh-row-list");
        setId("review-reach");
        if (effect.groups().isEmpty()) {
            getChildren().add(Nodes.wrapped(Words.of("planeffectview.nobody-reaches-more-or-less"), "bh-lead"));
        }
        effect.groups().forEach(touched -> getChildren().add(row(touched)));
    }

    private static HBox row(PlanEffect.Touched touched) {
        ChangeGroup group = touched.group();
        // the word first, so that colour is not the only sign
        Label word = Nodes.label(
                group.kind().text(), "bh-reach-word", "bh-" + group.kind().text());
        word.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(Nodes.wrapped(cause(group), "bh-check-title"));
        for (ChangeGroup.Block block : group.blocks()) {
            words.getChildren()
                    .add(Nodes.wrapped(
                            String.join(", ", block.from()) + " → " + String.join(", ", block.to()), "bh-muted"));
        }
        for (Rule rule : touched.rules()) {
            words.getChildren().add(Nodes.wrapped(rule.toString(), "bh-mono", "bh-rule-touched"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Label pairs = Nodes.label(Words.count("pair", group.pairs()), "bh-mono", "bh-muted");
        pairs.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Nodes.row("bh-list-row", word, words, pairs);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static String cause(ChangeGroup group) {
        String reason = group.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return group.via().map(via -> via + " · " + reason).orElse(reason);
    }
}
