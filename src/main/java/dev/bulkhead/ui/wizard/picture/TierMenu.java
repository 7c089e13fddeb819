package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;

/** Menu of a card, which does what a drag does: its home, and where else it stands. */
final class TierMenu {

    private final List<Tier> tiers;
    private final Consumer<TierMove> move;
    private final Consumer<String> reset;

    /**
     * Creates the menu.
     *
     * @param reset puts a service back where it was proposed
     */
    TierMenu(List<Tier> tiers, Consumer<TierMove> move, Consumer<String> reset) {
        this.tiers = List.copyOf(tiers);
        this.move = move;
        this.reset = reset;
    }

    void handle(TierCard card, Supplier<Answers> answers) {
        String service = card.card().service();
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                open(card, answers.get().tiersOf(service));
                event.consume();
            }
        });
        card.setOnContextMenuRequested(event -> {
            open(card, answers.get().tiersOf(service));
            event.consume();
        });
    }

    private void open(TierCard card, List<String> now) {
        String service = card.card().service();
        ContextMenu menu = new ContextMenu();
        for (Tier tier : tiers) {
            RadioMenuItem home = new RadioMenuItem(Words.of("tiermenu.home", tier.network()));
            home.setSelected(!now.isEmpty() && now.getFirst().equals(tier.id()));
            home.setOnAction(event -> move.accept(new TierMove(service, tier.id(), TierMove.Kind.HOME)));
            menu.getItems().add(home);
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (Tier tier : tiers) {
            boolean home = !now.isEmpty() && now.getFirst().equals(tier.id());
            CheckMenuItem joins = new CheckMenuItem(Words.of("tiermenu.also-in", tier.network()));
            joins.setSelected(now.contains(tier.id()));
            joins.setDisable(home);
            joins.setOnAction(event -> move.accept(new TierMove(
                    service, tier.id(), now.contains(tier.id()) ? TierMove.Kind.LEAVE : TierMove.Kind.JOIN)));
            menu.getItems().add(joins);
        }
        if (card.card().yours()) {
            MenuItem proposed = new MenuItem(Words.of("tiermenu.as-proposed"));
            proposed.setOnAction(event -> reset.accept(service));
            menu.getItems().addAll(new SeparatorMenuItem(), proposed);
        }
        menu.show(card, Side.BOTTOM, 0, 0);
    }
}
