package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Zone of a tier in the picture, with the cards that are at home there; also an empty one can be dropped into. */
final class TierZone extends VBox {

    private static final PseudoClass WELCOME = PseudoClass.getPseudoClass("welcome");

    private final Tier tier;

    TierZone(TierPicture.Zone zone, Tint tint) {
        this.tier = zone.tier();
        setId("tier-zone-" + tier.id());
        getStyleClass().addAll("bh-zone", "bh-tier-zone", tint.styleClass());
        Label name = Nodes.label(tier.network(), "bh-zone-title");
        name.setMinWidth(0);
        Label open = Nodes.label(
                tier.internal() ? Words.of("tierzone.internal") : Words.of("tierzone.open"), "bh-tier-open");
        open.setGraphic((tier.internal() ? Glyph.INTERNAL : Glyph.EXPOSED).icon());
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setTooltip(new Tooltip(
                tier.internal()
                        ? Words.of("tierzone.its-network-has-no-way")
                        : Words.of("tierzone.its-network-has-a-way")));
        HBox head = Nodes.row("bh-tier-zone-head", name, open);
        head.setAlignment(Pos.CENTER_LEFT);
        Label purpose = Nodes.label(tier.purpose(), "bh-muted");
        purpose.setMinWidth(0);
        purpose.setTooltip(new Tooltip(tier.purpose()));
        boolean none = zone.cards().isEmpty();
        Label range =
                Nodes.label(zone.range().orElse(none ? Words.of("tierzone.not-made") : ""), "bh-mono", "bh-muted");
        range.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = Nodes.column("bh-tier-zone-words", purpose, range);
        getChildren().addAll(head, words);
        if (none) {
            Label empty = Nodes.wrapped(
                    zone.range().isPresent()
                            ? Words.of("tierzone.nobody-is-at-home-here")
                            : Words.of("tierzone.nothing-is-proposed-here-drop"),
                    "bh-muted",
                    "bh-tier-empty");
            getChildren().add(empty);
        }
    }

    Tier tier() {
        return tier;
    }

    void welcome(boolean over) {
        pseudoClassStateChanged(WELCOME, over);
    }
}
