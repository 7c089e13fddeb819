package dev.bulkhead.ui.wizard.question;

import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Card with a masked field for each secret that a run asks the operator for. */
public final class GivenSecretsCard extends VBox {

    /**
     * Asks for secrets.
     *
     * @param typed receives what stands in a field whenever it changes
     * @param complete whether all are given
     * @param goOn what goes on then; empty where a button of the page does
     */
    public GivenSecretsCard(
            List<SecretSource.Given> wanted,
            BiConsumer<SecretSource.Given, String> typed,
            ObservableBooleanValue complete,
            Optional<Runnable> goOn) {
        getStyleClass().add("bh-card");
        setId("given-secrets");
        getChildren()
                .addAll(
                        Nodes.wrapped(Words.of("givensecretscard.secrets-that-you-give"), "bh-card-title"),
                        Nodes.wrapped(Words.of("givensecretscard.they-go-into-their-files"), "bh-muted"));
        VBox rows = new VBox(6);
        for (SecretSource.Given one : wanted) {
            PasswordField field = new PasswordField();
            field.setId("give-" + one.id());
            field.setAccessibleText(one.what());
            field.setPrefWidth(320);
            field.textProperty().addListener((property, old, text) -> typed.accept(one, text));
            HBox row = Nodes.row("bh-apply-head", Nodes.wrapped(one.what()), Nodes.spring(), field);
            row.setAlignment(Pos.CENTER_LEFT);
            rows.getChildren().add(row);
        }
        getChildren().add(SecretRows.of(rows));
        goOn.ifPresent(go -> {
            Button button = new Button(Words.of("givensecretscard.go-on-with-the-run"));
            button.setId("given-secrets-go-on");
            button.getStyleClass().add("accent");
            complete.subscribe(all -> button.setDisable(!all));
            button.setOnAction(event -> go.run());
            getChildren().add(button);
        });
    }
}
