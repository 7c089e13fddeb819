package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.ui.words.Words;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** Menu of the rules that a cell of the matrix can be turned into. */
final class DemandMenu {

    private final ContextMenu menu = new ContextMenu();
    private final RuleDemands demands;

    DemandMenu(RuleDemands demands) {
        this.demands = demands;
        menu.setId("reach-demands");
    }

    void show(Node owner, ReachPair pair, double screenX, double screenY) {
        menu.getItems().clear();
        if (pair.from() instanceof Subject.Foreign || pair.to() instanceof Subject.Foreign) {
            return; // rules name foreign containers together
        }
        boolean fromService = pair.from() instanceof Subject.OfService;
        boolean toService = pair.to() instanceof Subject.OfService;
        String flow = pair.from().text() + " → " + pair.to().text();
        if (fromService || toService) {
            menu.getItems()
                    .addAll(
                            item("reach-must", Words.of("demandmenu.must-work", flow), Rule.Kind.MUST, pair),
                            item(
                                    "reach-must-not",
                                    Words.of("demandmenu.must-never-work", flow),
                                    Rule.Kind.MUST_NOT,
                                    pair));
        }
        if (toService) {
            menu.getItems()
                    .add(item(
                            "reach-only",
                            Words.of(
                                    "demandmenu.only-may-reach",
                                    pair.from().text(),
                                    pair.to().text()),
                            Rule.Kind.ONLY,
                            pair));
        }
        if (!menu.getItems().isEmpty()) {
            menu.show(owner, screenX, screenY);
        }
    }

    private MenuItem item(String id, String words, Rule.Kind kind, ReachPair pair) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> demands.demand(kind, pair));
        return item;
    }
}
