package dev.bulkhead.ui.rules;

import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Form to choose among rules that a project suggests; all are chosen at first. */
public final class ProposalForm extends VBox {

    private final Map<Rule.Statement, CheckBox> boxes = new LinkedHashMap<>();

    /** Shows proposals. */
    public ProposalForm(List<Rule.Statement> proposals) {
        getStyleClass().add("bh-form");
        VBox rows = Nodes.column("bh-proposals");
        for (Rule.Statement rule : proposals) {
            CheckBox box = new CheckBox(rule.kind().key() + ": " + rule.flow());
            box.setSelected(true);
            box.getStyleClass().add("bh-mono");
            boxes.put(rule, box);
            VBox row = new VBox(box);
            rule.why().ifPresent(why -> row.getChildren().add(Nodes.wrapped(why, "bh-muted", "bh-proposal-why")));
            rows.getChildren().add(row);
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(380, 46 * proposals.size()));
        scroll.setPrefViewportWidth(560);
        Hyperlink all = new Hyperlink(Words.of("proposalform.all"));
        all.setOnAction(event -> boxes.values().forEach(box -> box.setSelected(true)));
        Hyperlink none = new Hyperlink(Words.of("proposalform.none"));
        none.setOnAction(event -> boxes.values().forEach(box -> box.setSelected(false)));
        // below, so that Enter takes the proposals and not a link
        getChildren().addAll(scroll, new HBox(12, all, none));
    }

    /** Returns the chosen rules in their order. */
    public List<Rule.Statement> chosen() {
        List<Rule.Statement> chosen = new ArrayList<>();
        boxes.forEach((rule, box) -> {
            if (box.isSelected()) {
                chosen.add(rule);
            }
        });
        return chosen;
    }

    /** Whether at least one is chosen. */
    public ObservableValue<Boolean> valid() {
        return Bindings.createBooleanBinding(
                () -> !chosen().isEmpty(),
                boxes.values().stream().map(CheckBox::selectedProperty).toArray(Observable[]::new));
    }
}
