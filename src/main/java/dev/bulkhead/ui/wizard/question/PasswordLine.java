package dev.bulkhead.ui.wizard.question;

import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Two fields for a password, typed twice alike; what is typed is handed on and nowhere kept. */
public final class PasswordLine extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final PasswordField first = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Label state = Nodes.label("", "bh-muted");
    private final Consumer<String> typed;

    /**
     * Asks for a password.
     *
     * @param given whether there is an answer already; it is then kept unless something is typed
     * @param typed receives what was typed twice alike and is long enough
     */
    public PasswordLine(Question.Password question, boolean given, Consumer<String> typed) {
        this.typed = typed;
        getStyleClass().add("bh-choices");
        first.setId("answer-" + question.id());
        again.setId("again-" + question.id());
        state.setId("state-" + question.id());
        first.setPromptText(Words.of("passwordline.password"));
        again.setPromptText(Words.of("passwordline.once-more"));
        first.setAccessibleText(question.title());
        again.setAccessibleText(Words.of("passwordline.once-more-2", question.title()));
        first.setMaxWidth(320);
        again.setMaxWidth(320);
        first.textProperty().subscribe(text -> look(given));
        again.textProperty().subscribe(text -> look(given));
        getChildren().addAll(first, again, state);
        look(given);
    }

    private void look(boolean given) {
        String password = first.getText();
        boolean empty = password.isEmpty() && again.getText().isEmpty();
        boolean tooShort = !empty && password.length() < PasswordHash.LEAST;
        boolean differs = !tooShort && !password.equals(again.getText());
        first.pseudoClassStateChanged(DANGER, tooShort);
        again.pseudoClassStateChanged(DANGER, differs && !again.getText().isEmpty());
        if (empty) {
            state.setText(
                    given ? Words.of("passwordline.given-its-hash-is-kept") : Words.of("passwordline.not-given-yet"));
        } else if (tooShort) {
            state.setText(Words.of("passwordline.at-least-characters", PasswordHash.LEAST));
        } else if (differs) {
            state.setText(
                    again.getText().isEmpty()
                            ? Words.of("passwordline.type-it-once-more")
                            : Words.of("passwordline.the-two-are-not-the"));
        } else {
            state.setText(Words.of("passwordline.given-its-hash-is-kept"));
            typed.accept(password);
        }
    }
}
