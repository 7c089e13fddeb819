package dev.bulkhead.ui.wizard;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.question.ChoiceTable;
import dev.bulkhead.ui.wizard.question.PasswordLine;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Page of the questions with the answers filled in. */
final class QuestionsPage extends ScrollPane {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final WizardViewModel model;
    private final VBox content = Nodes.column("bh-page-column");

    QuestionsPage(WizardViewModel model) {
        this.model = model;
        getStyleClass().add("bh-page-scroll");
        setFitToWidth(true);
        setContent(content);
        // what was answered is shown, and leads to nothing any more once the run has begun
        model.run()
                .stateProperty()
                .subscribe(state -> content.setDisable(model.run().begun()));
        model.questions().addListener((ListChangeListener<Question>) change -> render());
        render();
    }

    private void render() {
        content.getChildren().clear();
        Optional<Answers> answers = model.answersProperty().get();
        if (answers.isEmpty()) {
            return;
        }
        for (Question question : model.questions()) {
            VBox card = Nodes.column(
                    "bh-card",
                    Nodes.wrapped(question.title(), "bh-card-title"),
                    Nodes.wrapped(question.help(), "bh-muted"));
            card.setId("question-" + question.id());
            card.getChildren()
                    .add(
                            switch (question) {
                                case Question.Choice choice -> choice(choice, answers.get());
                                case Question.Line line -> line(line, answers.get());
                                case Question.Table table ->
                                    new ChoiceTable(
                                            table,
                                            answers.get(),
                                            (row, value) -> change(given -> given.withValue(row, value)));
                                case Question.Password password ->
                                    new PasswordLine(
                                            password,
                                            answers.get().value(password.id()).isPresent(),
                                            typed -> model.secrets()
                                                    .hash(
                                                            typed,
                                                            hash -> change(given ->
                                                                    given.withValue(password.id(), hash.text()))));
                                case Question.Tiers tiers -> new TierQuestion(model, tiers);
                            });
            content.getChildren().add(card);
        }
    }

    private void change(UnaryOperator<Answers> how) {
        model.answersProperty().set(model.answersProperty().get().map(how));
    }

    private Node choice(Question.Choice question, Answers answers) {
        VBox box = Nodes.column("bh-choices");
        ToggleGroup group = new ToggleGroup();
        String chosen = answers.value(question.id()).orElse(question.proposed());
        for (Question.Option option : question.options()) {
            RadioButton button = new RadioButton(
                    option.value().equals(question.proposed())
                            ? Words.of("questionspage.proposed", option.label())
                            : option.label());
            button.setId("answer-" + question.id() + "-" + option.value());
            button.setToggleGroup(group);
            button.setSelected(option.value().equals(chosen));
            button.setOnAction(event -> change(given -> given.withValue(question.id(), option.value())));
            box.getChildren().addAll(button, Nodes.wrapped(option.consequence(), "bh-muted", "bh-choice-consequence"));
        }
        return box;
    }

    private Node line(Question.Line question, Answers answers) {
        TextField field = new TextField(answers.value(question.id()).orElse(question.proposed()));
        field.setId("answer-" + question.id());
        field.setAccessibleText(question.title());
        field.getStyleClass().add("bh-mono");
        field.setMaxWidth(320);
        field.textProperty().addListener((property, old, text) -> {
            boolean wrong = switch (question.kind()) {
                case CIDR -> Cidr.tryParse(text.strip()).isEmpty();
                case FILE_NAME, DIRECTORY, DOMAIN, HOST_NAME, USER_NAME, MAIL -> text.isBlank();
                case FREE -> false;
            };
            field.pseudoClassStateChanged(DANGER, wrong);
            if (!wrong) {
                change(given -> given.withValue(question.id(), text.strip()));
            }
        });
        return field;
    }
}
