package dev.bulkhead.ui.wizard.question;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.Option;
import dev.bulkhead.migrate.playbook.Question.Row;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Table of things with one choice each, why it is proposed, and the way back to all that was proposed. */
public final class ChoiceTable extends VBox {

    private final Question.Table question;
    private final BiConsumer<String, String> answer;
    private final GridPane grid = new GridPane();
    private final Label yours = Nodes.label("", "bh-muted");
    private final Button reset = new Button(Words.of("choicetable.reset-to-the-proposal"), Glyph.UNDO.icon());
    private final List<ChoiceBox<Option>> boxes = new ArrayList<>();

    /** Shows the answers; hands on the id of a row and its new answer when one changes. */
    public ChoiceTable(Question.Table question, Answers answers, BiConsumer<String, String> answer) {
        this.question = question;
        this.answer = answer;
        getStyleClass().add("bh-choice-table");
        for (Option option : question.options()) {
            if (option.consequence().isEmpty()) {
                continue; // its label says all
            }
            getChildren().add(Nodes.wrapped(option.label() + ": " + option.consequence(), "bh-muted"));
        }
        reset.setId("reset-" + question.id());
        reset.getStyleClass().add("small");
        reset.setOnAction(event -> {
            for (int i = 0; i < boxes.size(); i++) {
                boxes.get(i)
                        .setValue(option(
                                question.rows().get(i), question.rows().get(i).proposed()));
            }
        });
        HBox head = Nodes.row("bh-tier-question-head", Nodes.spring(), yours, reset);
        head.setAlignment(Pos.CENTER_RIGHT);
        grid.getStyleClass().add("bh-tier-table");
        getChildren().addAll(head, grid);
        columns();
        for (int i = 0; i < question.rows().size(); i++) {
            row(i + 1, question.rows().get(i), answers);
        }
        tell();
    }

    private void columns() {
        ColumnConstraints natural = new ColumnConstraints();
        natural.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        // In a narrow window the reasons give way, never the names.
        wide.setMinWidth(0);
        wide.setPrefWidth(0);
        grid.getColumnConstraints().addAll(natural, natural, natural, wide);
        grid.add(Nodes.label(question.thing(), "bh-table-head"), 0, 0);
        grid.add(Nodes.label(Words.of("choicetable.choice"), "bh-table-head"), 1, 0);
        grid.add(Nodes.label(Words.of("choicetable.why"), "bh-table-head"), 3, 0);
    }

    private void row(int at, Row row, Answers answers) {
        ChoiceBox<Option> box = new ChoiceBox<>();
        box.setId("answer-" + row.id());
        box.getStyleClass().add("small");
        box.setAccessibleText(row.thing());
        box.setConverter(new AnswerWords());
        box.getItems().setAll(question.of(row));
        box.setValue(option(row, answers.value(row.id()).orElse(row.proposed())));
        Label mine = Nodes.label(Words.of("choicetable.yours"), "bh-muted");
        mine.setVisible(!row.proposed().equals(box.getValue().value()));
        box.valueProperty().addListener((property, old, option) -> {
            mine.setVisible(!row.proposed().equals(option.value()));
            tell();
            answer.accept(row.id(), option.value());
        });
        boxes.add(box);
        Label why = Nodes.label(row.why(), "bh-muted");
        why.setTooltip(new Tooltip(row.why()));
        why.setMinWidth(0);
        List<Node> cells = List.of(Nodes.label(row.thing(), "bh-table-name"), box, mine, why);
        for (int i = 0; i < cells.size(); i++) {
            grid.add(cells.get(i), i, at);
        }
    }

    /** An answer that the row does not offer any more is shown as what is proposed. */
    private Option option(Row row, String value) {
        List<Option> offered = question.of(row);
        return offered.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(option -> option.value().equals(row.proposed()))
                        .findFirst())
                .orElseThrow();
    }

    private void tell() {
        long changed = 0;
        for (int i = 0; i < boxes.size(); i++) {
            if (!question.rows()
                    .get(i)
                    .proposed()
                    .equals(boxes.get(i).getValue().value())) {
                changed++;
            }
        }
        yours.setText(changed == 0 ? Words.of("choicetable.as-proposed") : Words.count("row-is-yours", changed));
        reset.setDisable(changed == 0);
    }

    private static final class AnswerWords extends StringConverter<Option> {
        @Override
        public String toString(Option option) {
            return option.label();
        }

        @Override
        public Option fromString(String label) {
            throw new UnsupportedOperationException("What is chosen is not typed.");
        }
    }
}
