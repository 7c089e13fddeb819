package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Tier;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;

/** Menu and keys of a card, which do what a drag does: arrows give a card its home in the tier beside, Space opens a menu. */
final class TierMenu {

    private final List<Tier> tiers;
    private final Consumer<TierMove> move;

    TierMenu(List<Tier> tiers, Consumer<TierMove> move) {
        this.tiers = List.copyOf(tiers);
        this.move = move;
    }

    void handle(TierCard card, Supplier<Answers> answers) {
        String service = card.card().service();
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                open(card, answers.get().tiersOf(service));
                event.consume();
            } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                beside(service, answers.get().tiersOf(service), event.getCode() == KeyCode.RIGHT ? 1 : -1);
                event.consume();
            }
        });
        card.setOnContextMenuRequested(event -> {
            open(card, answers.get().tiersOf(service));
            event.consume();
        });
    }

    private void beside(String service, List<String> now, int step) {
        List<String> ids = tiers.stream().map(Tier::id).toList();
        int home = now.isEmpty() ? (step > 0 ? -1 : ids.size()) : ids.indexOf(now.getFirst());
        int next = home + step;
        if (next >= 0 && next < ids.size()) {
            move.accept(new TierMove(service, ids.get(next), TierMove.Kind.HOME));
        }
    }

    private void open(TierCard card, List<String> now) {
        String service = card.card().service();
        ContextMenu menu = new ContextMenu();
        for (Tier tier : tiers) {
            RadioMenuItem home = new RadioMenuItem("Home: " + tier.network());
            home.setSelected(!now.isEmpty() && now.getFirst().equals(tier.id()));
            home.setOnAction(event -> move.accept(new TierMove(service, tier.id(), TierMove.Kind.HOME)));
            menu.getItems().add(home);
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (Tier tier : tiers) {
            boolean home = !now.isEmpty() && now.getFirst().equals(tier.id());
            CheckMenuItem joins = new CheckMenuItem("Also in " + tier.network());
            joins.setSelected(now.contains(tier.id()));
            joins.setDisable(home);
            joins.setOnAction(event -> move.accept(new TierMove(
                    service, tier.id(), now.contains(tier.id()) ? TierMove.Kind.LEAVE : TierMove.Kind.JOIN)));
            menu.getItems().add(joins);
        }
        menu.show(card, Side.BOTTOM, 0, 0);
    }
}
