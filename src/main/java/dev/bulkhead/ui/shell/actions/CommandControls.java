package dev.bulkhead.ui.shell.actions;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Buttons and menu items of commands. */
public final class CommandControls {

    private final Commands commands;

    public CommandControls(Commands commands) {
        this.commands = commands;
    }

    /** Does a command, if it can be done now. */
    public void run(Command command) {
        commands.run(command);
    }

    /** Returns a menu item with text, icon and key. */
    public MenuItem menuItem(Command command) {
        return dress(new MenuItem(), command);
    }

    /** Returns a menu item that can carry a mark. */
    public CheckMenuItem checkItem(Command command) {
        return dress(new CheckMenuItem(), command);
    }

    /** Takes the keys of commands that no menu item has: second ones, and the question mark, wherever a keyboard has it. */
    public void otherKeys(Node frame) {
        frame.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            for (Command command : Command.values()) {
                if (command.otherKey()
                        .filter(key -> KeyCombination.valueOf(key).match(event))
                        .isPresent()) {
                    commands.run(command);
                    event.consume();
                }
            }
        });
        // Whoever is typing takes it before it comes here.
        frame.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?")) {
                commands.run(Command.SHOW_KEYS);
            }
        });
    }

    /** Returns a line between menu items. */
    public MenuItem separator() {
        return new SeparatorMenuItem();
    }

    /** Returns a button with icon and text; the text stays the same, what it would do now is in the tooltip. */
    public Button button(Command command) {
        Button button = new Button();
        dress(button, command);
        button.setText(withoutDots(command.text()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** Returns a button with the icon alone; its tooltip says the text. */
    public Button iconButton(Command command) {
        Button button = new Button();
        dress(button, command);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add(Styles.BUTTON_ICON);
        return button;
    }

    /** Returns a two-state button; the caller keeps its state. */
    public ToggleButton toggle(Command command) {
        ToggleButton button = new ToggleButton();
        dress(button, command);
        button.textProperty().bind(commands.text(command));
        return button;
    }

    private void dress(ButtonBase button, Command command) {
        button.setId("command-" + command.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setGraphic(command.glyph().icon());
        button.setOnAction(event -> commands.run(command));
        button.disableProperty().bind(commands.disabled(command));
        button.accessibleTextProperty().bind(commands.text(command));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(commands.text(command).map(text -> withoutDots(text) + keyHint(command)));
        button.setTooltip(tooltip);
    }

    private <T extends MenuItem> T dress(T item, Command command) {
        item.setId("menu-" + command.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        // Names of services and networks may have underscores, which mark keys in menus.
        item.setMnemonicParsing(false);
        item.textProperty().bind(commands.text(command));
        if (!(item instanceof CheckMenuItem)) {
            item.setGraphic(command.glyph().icon());
        }
        command.key().ifPresent(key -> item.setAccelerator(KeyCombination.valueOf(key)));
        item.setOnAction(event -> commands.run(command));
        item.disableProperty().bind(commands.disabled(command));
        return item;
    }

    private static String keyHint(Command command) {
        return command.key()
                .map(key -> " (" + KeyCombination.valueOf(key).getDisplayText() + ")")
                .orElse("");
    }

    private static String withoutDots(String text) {
        return text.replace("…", "");
    }
}
