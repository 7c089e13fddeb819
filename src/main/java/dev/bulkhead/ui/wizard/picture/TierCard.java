package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Card of a service in the picture: its name, whether the operator put it there, and a dot for each further tier. */
final class TierCard extends HBox {

    private final TierPicture.Card card;

    TierCard(TierPicture.Card card, String home, Map<String, Tier> tiers, Map<String, Tint> tints) {
        this.card = card;
        setId("tier-card-" + card.service());
        getStyleClass().add("bh-tier-card");
        setAccessibleRole(AccessibleRole.BUTTON);
        String further = card.further().stream()
                .map(id -> tiers.containsKey(id) ? tiers.get(id).network() : id)
                .collect(Collectors.joining(", "));
        setAccessibleText(Words.of("tiercard.home", card.service(), home.isEmpty() ? Words.of("tiercard.none") : home)
                + (further.isEmpty() ? "" : ", " + Words.of("tiercard.also-in", further))
                + (card.yours() ? ", " + Words.of("tiercard.moved-by-you") : ""));
        setAccessibleHelp(TierKeys.HELP);
        Label name = Nodes.label(card.service(), "bh-tier-card-name");
        name.setMinWidth(0);
        getChildren().addAll(bar(), name, Nodes.spring());
        if (card.yours()) {
            Label yours = Nodes.label(Words.of("tiercard.yours"), "bh-tier-card-yours");
            yours.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(yours);
        }
        for (String id : card.further()) {
            Region dot =
                    Nodes.dot("bh-swatch", tints.getOrDefault(id, Tint.OUTSIDE).styleClass());
            getChildren().add(dot);
        }
        if (!further.isEmpty()) {
            Tooltip.install(this, new Tooltip(Words.of("tiercard.also-in-2", further)));
        }
    }

    private static Region bar() {
        Region bar = new Region();
        bar.getStyleClass().add("bh-tier-card-bar");
        return bar;
    }

    TierPicture.Card card() {
        return card;
    }
}
