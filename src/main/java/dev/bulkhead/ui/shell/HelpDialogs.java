package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.canvas.key.MapKey;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

/** Pages of help: the keys of the window, and what it is. */
final class HelpDialogs {

    private final Dialogs dialogs;
    private final String about;

    HelpDialogs(Dialogs dialogs, String about) {
        this.dialogs = dialogs;
        this.about = about;
    }

    /** Shows the map of keys: what the map's handler and the commands go by, and what the mouse does. */
    void keys() {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        for (MapKey key : MapKey.values()) {
            map.merge(key.words(), key.keys(), (one, other) -> one + " " + other);
        }
        SequencedMap<String, String> everywhere = new LinkedHashMap<>();
        for (Command command : Command.values()) {
            command.key()
                    .ifPresent(key -> everywhere.put(
                            command.text(),
                            shown(key)
                                    + command.otherKey()
                                            .map(other -> ", " + shown(other))
                                            .orElse("")));
        }
        everywhere.put(Words.of("helpdialogs.this-map-of-keys"), "?");
        List<Map.Entry<String, String>> commands = List.copyOf(everywhere.entrySet());
        int half = (commands.size() + 1) / 2;
        // Side by side where there is room, else below each other: nobody scrolls two ways to find a key.
        FlowPane columns = new FlowPane(
                column(Words.of("helpdialogs.on-the-map"), List.copyOf(map.entrySet())),
                column(Words.of("helpdialogs.everywhere"), commands.subList(0, half)),
                column("", commands.subList(half, commands.size())));
        columns.setId("map-of-keys");
        columns.getStyleClass().add("bh-key-columns");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        dialogs.form(
                Words.of("helpdialogs.map-of-keys"),
                Words.of("helpdialogs.with-the-mouse-drag-a"),
                scroll,
                new SimpleBooleanProperty(true),
                close());
    }

    private static String shown(String key) {
        return KeyCombination.valueOf(key).getDisplayText();
    }

    private static GridPane column(String title, List<Map.Entry<String, String>> keys) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-key-grid");
        grid.add(Nodes.label(title, "bh-muted"), 1, 0);
        for (int row = 0; row < keys.size(); row++) {
            grid.add(Nodes.label(keys.get(row).getValue(), "bh-mono", "bh-key"), 0, row + 1);
            grid.add(Nodes.label(keys.get(row).getKey()), 1, row + 1);
        }
        return grid;
    }

    void about() {
        dialogs.ask("Bulkhead", about, close());
    }

    private static List<Choice> close() {
        return List.of(new Choice(Words.of("helpdialogs.close"), Choice.Kind.CANCEL, () -> {}));
    }
}
