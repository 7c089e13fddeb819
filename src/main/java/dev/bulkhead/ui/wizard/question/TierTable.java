package dev.bulkhead.ui.wizard.question;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.migrate.playbook.TierReason;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Table of services by tiers: the home of each, and where else it stands. */
public final class TierTable extends GridPane {

    private final Question.Tiers question;
    private final BiConsumer<String, List<String>> answer;

    /** Shows the answers; hands on the tiers of a service, home first, when they change. */
    public TierTable(Question.Tiers question, Answers answers, BiConsumer<String, List<String>> answer) {
        this.question = question;
        this.answer = answer;
        getStyleClass().add("bh-tier-table");
        add(Nodes.label(Words.of("tiertable.service"), "bh-table-head"), 0, 0);
        add(Nodes.label(Words.of("tiertable.home"), "bh-table-head"), 1, 0);
        for (int i = 0; i < question.tiers().size(); i++) {
            Tier tier = question.tiers().get(i);
            Label head = Nodes.label(tier.id(), "bh-table-head");
            head.setTooltip(new Tooltip(tier.network() + (tier.internal() ? ", " + Words.of("tiertable.internal") : "")
                    + ": " + tier.purpose()));
            add(head, 2 + i, 0);
            GridPane.setHalignment(head, HPos.CENTER);
        }
        add(
                Nodes.label(Words.of("tiertable.why"), "bh-table-head"),
                2 + question.tiers().size(),
                0);
        ColumnConstraints natural = new ColumnConstraints();
        // In a narrow window the reasons give way, never the names.
        natural.setMinWidth(USE_PREF_SIZE);
        for (int i = 0; i < 2 + question.tiers().size(); i++) {
            getColumnConstraints().add(natural);
        }
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setMinWidth(0);
        wide.setPrefWidth(0);
        getColumnConstraints().add(wide);
        for (int i = 0; i < question.rows().size(); i++) {
            row(i + 1, question.rows().get(i), answers);
        }
    }

    private void row(int row, TierProposal proposal, Answers answers) {
        add(Nodes.label(proposal.service(), "bh-table-name"), 0, row);
        Optional<String> alone = proposal.unattachable();
        if (alone.isPresent()) {
            Label words = Nodes.label(alone.get(), "bh-muted");
            add(words, 1, row, question.tiers().size() + 2, 1);
            return;
        }
        List<String> ids = question.tiers().stream().map(Tier::id).toList();
        List<String> now = new ArrayList<>(answers.tiersOf(proposal.service()));
        ChoiceBox<String> home = new ChoiceBox<>();
        home.getStyleClass().add("small");
        home.getItems().setAll(ids);
        home.setValue(now.isEmpty() ? null : now.getFirst());
        home.setAccessibleText(Words.of("tiertable.home-of", proposal.service()));
        add(home, 1, row);
        List<CheckBox> boxes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            CheckBox box = new CheckBox();
            box.setAccessibleText(Words.of("tiertable.in", proposal.service(), ids.get(i)));
            box.setSelected(now.contains(ids.get(i)));
            box.setDisable(ids.get(i).equals(home.getValue()));
            box.setOnAction(event -> take(proposal.service(), ids, home, boxes));
            boxes.add(box);
            add(box, 2 + i, row);
            GridPane.setHalignment(box, HPos.CENTER);
        }
        home.valueProperty().addListener((property, old, value) -> {
            for (int i = 0; i < ids.size(); i++) {
                boolean chosen = ids.get(i).equals(value);
                boxes.get(i).setDisable(chosen);
                if (chosen) {
                    boxes.get(i).setSelected(true);
                }
            }
            take(proposal.service(), ids, home, boxes);
        });
        String reasons = proposal.tiers().stream().map(TierReason::reason).collect(Collectors.joining(" "));
        Label why = Nodes.label(reasons, "bh-muted");
        why.setTooltip(new Tooltip(proposal.tiers().stream()
                .map(reason -> reason.tier() + ": " + reason.reason())
                .collect(Collectors.joining("\n"))));
        why.setMinWidth(0);
        add(why, 2 + ids.size(), row);
    }

    private void take(String service, List<String> ids, ChoiceBox<String> home, List<CheckBox> boxes) {
        List<String> tiers = new ArrayList<>();
        if (home.getValue() != null) {
            tiers.add(home.getValue());
        }
        for (int i = 0; i < ids.size(); i++) {
            if (boxes.get(i).isSelected() && !tiers.contains(ids.get(i))) {
                tiers.add(ids.get(i));
            }
        }
        answer.accept(service, tiers);
    }
}
