package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.theme.Nodes;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;

/** Pages of help: the keys of the window, and what it is. */
final class HelpDialogs {

    private final Dialogs dialogs;
    private final String about;

    HelpDialogs(Dialogs dialogs, String about) {
        this.dialogs = dialogs;
        this.about = about;
    }

    void keys() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-key-grid");
        List<Command> commands = Arrays.stream(Command.values())
                .filter(command -> command.key().isPresent())
                .toList();
        int rows = (commands.size() + 1) / 2;
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            String key = KeyCombination.valueOf(command.key().orElseThrow()).getDisplayText();
            int column = i / rows * 2;
            grid.add(Nodes.label(key, "bh-mono", "bh-key"), column, i % rows);
            grid.add(Nodes.label(command.text()), column + 1, i % rows);
        }
        dialogs.form("Keyboard shortcuts", "", new ScrollPane(grid), new SimpleBooleanProperty(true), close());
    }

    void about() {
        dialogs.ask("Bulkhead", about, close());
    }

    private static List<Choice> close() {
        return List.of(new Choice("Close", Choice.Kind.CANCEL, () -> {}));
    }
}
