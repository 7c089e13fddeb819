package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.migrate.review.Preview;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.picture.TierPicture;
import dev.bulkhead.ui.wizard.picture.TierPictureView;
import dev.bulkhead.ui.wizard.question.TierTable;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Question of tiers: the same answers as a picture or as a table, with the way back to what was proposed. */
final class TierQuestion extends VBox {

    private final WizardViewModel model;
    private final Question.Tiers question;
    private final Label yours = Nodes.label("", "bh-muted");
    private final Button reset = new Button(Words.of("tierquestion.reset-to-the-proposal"), Glyph.UNDO.icon());
    private final TierPictureView picture;
    private Preview preview = Preview.NONE;
    private Answers shown;

    TierQuestion(WizardViewModel model, Question.Tiers question) {
        this.model = model;
        this.question = question;
        this.shown = answers();
        getStyleClass().add("bh-tier-question");
        picture = new TierPictureView(question, shown, this::answer);
        reset.setId("tiers-reset");
        reset.getStyleClass().add("small");
        reset.setOnAction(event -> answer(proposed()));
        ToggleGroup group = new ToggleGroup();
        ToggleButton asPicture =
                toggle(Words.of("tierquestion.picture"), "tiers-picture", "left-pill", Glyph.MAP, group);
        ToggleButton asTable = toggle(Words.of("tierquestion.table"), "tiers-table", "right-pill", Glyph.MATRIX, group);
        asPicture.setSelected(true);
        group.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null && old != null) {
                group.selectToggle(old);
            } else {
                show(asTable.isSelected());
            }
        });
        HBox head = Nodes.row("bh-tier-question-head", asPicture, asTable, Nodes.spring(), yours, reset);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        show(false);
        tell();
        look();
    }

    private static ToggleButton toggle(String words, String id, String pill, Glyph glyph, ToggleGroup group) {
        ToggleButton button = new ToggleButton(words, glyph.icon());
        button.setId(id);
        button.getStyleClass().addAll(pill, "small");
        button.setToggleGroup(group);
        return button;
    }

    private Answers answers() {
        return model.answersProperty().get().orElseGet(() -> Answers.proposed("", List.of(question)));
    }

    private Answers proposed() {
        Answers back = answers();
        for (TierProposal row : question.rows()) {
            if (row.unattachable().isEmpty()) {
                back = back.withTiers(row.service(), row.tierIds());
            }
        }
        return back;
    }

    private void show(boolean table) {
        Node body = table
                ? new TierTable(
                        question,
                        answers(),
                        (service, tiers) -> answer(answers().withTiers(service, tiers)))
                : picture;
        if (!table) {
            picture.show(answers(), preview);
        }
        if (getChildren().size() > 1) {
            getChildren().set(1, body);
        } else {
            getChildren().add(body);
        }
    }

    private void answer(Answers now) {
        model.answersProperty().set(Optional.of(now));
        picture.show(now, preview);
        if (now.equals(proposed()) && getChildren().get(1) instanceof TierTable) {
            show(true);
        }
        tell();
        look();
    }

    /** Ranges and flows are found out behind the scenes; what comes late for other answers is left out. */
    private void look() {
        Answers asked = answers();
        shown = asked;
        model.preview(asked, found -> {
            if (shown.equals(asked)) {
                preview = found;
                picture.show(answers(), found);
            }
        });
    }

    private void tell() {
        long moved = TierPicture.of(question, answers(), preview).yours();
        yours.setText(moved == 0 ? Words.of("tierquestion.as-proposed") : Words.count("card-is-yours", moved));
        reset.setDisable(moved == 0);
    }
}
