package dev.bulkhead.ui.shell.toolbar;

import dev.bulkhead.ui.model.Subscriptions;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.theme.ThemeChoice;
import dev.bulkhead.ui.words.Words;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

/** Menu bar: every command has its place here. */
public final class MainMenu extends MenuBar {

    private static final Set<Command> FIRST_OF_A_GROUP =
            Set.of(Command.CLOSE, Command.NEW_NETWORK, Command.FIND, Command.CUT, Command.PREFERENCES);

    private final CommandControls controls;
    private final Subscriptions subscriptions;

    public MainMenu(CommandControls controls, ObjectProperty<ThemeChoice> theme, Subscriptions subscriptions) {
        this.controls = controls;
        this.subscriptions = subscriptions;
        getStyleClass().add("bh-main-menu");
        setUseSystemMenuBar(true);
        getMenus()
                .addAll(
                        menu(
                                Words.of("mainmenu.file"),
                                Command.OPEN,
                                Command.NEW_WINDOW,
                                Command.OPEN_SAMPLE,
                                Command.IMPORT,
                                Command.START_PAGE,
                                Command.RELOAD,
                                Command.SAVE,
                                Command.APPLY_FILES,
                                Command.EXPORT_NETWORKS,
                                Command.PRINT,
                                Command.CLOSE),
                        menu(
                                Words.of("mainmenu.edit"),
                                Command.UNDO,
                                Command.REDO,
                                Command.CUT,
                                Command.COPY,
                                Command.PASTE,
                                Command.DUPLICATE,
                                Command.DELETE,
                                Command.SELECT_ALL,
                                Command.FIND,
                                Command.FIND_NEXT,
                                Command.FIND_PREVIOUS,
                                Command.NEW_NETWORK,
                                Command.RENAME,
                                Command.PREFERENCES),
                        view(theme),
                        menu(
                                Words.of("mainmenu.project"),
                                Command.CONTINUE,
                                Command.ROTATE_SECRETS,
                                Command.ROLL_BACK,
                                Command.READ_ONLY,
                                Command.CONNECT_ENGINE,
                                Command.RETRY_ENGINE),
                        menu(
                                Words.of("mainmenu.help"),
                                Command.MANUAL,
                                Command.MANUAL_CONTENTS,
                                Command.SHOW_KEYS,
                                Command.ACTIVITY,
                                Command.ABOUT));
    }

    private Menu view(ObjectProperty<ThemeChoice> theme) {
        Menu look = new Menu(Words.of("mainmenu.theme"));
        look.getItems()
                .addAll(
                        themeItem(Command.THEME_SYSTEM, theme, ThemeChoice.SYSTEM),
                        themeItem(Command.THEME_LIGHT, theme, ThemeChoice.LIGHT),
                        themeItem(Command.THEME_DARK, theme, ThemeChoice.DARK),
                        controls.separator(),
                        controls.menuItem(Command.THEME_SWITCH));
        Menu menu = menu(
                Words.of("mainmenu.view"),
                Command.VIEW_MAP,
                Command.VIEW_MEMBERSHIP,
                Command.VIEW_REACH,
                Command.VIEW_RULES,
                Command.VIEW_PORTS,
                Command.VIEW_ADDRESSES,
                Command.VIEW_FILES,
                Command.VIEW_STATUS);
        menu.getItems()
                .addAll(
                        controls.separator(),
                        controls.menuItem(Command.SWITCH_PICTURE),
                        controls.menuItem(Command.REACH_MODE),
                        controls.separator(),
                        controls.menuItem(Command.ZOOM_IN),
                        controls.menuItem(Command.ZOOM_OUT),
                        controls.menuItem(Command.ZOOM_ACTUAL),
                        controls.menuItem(Command.FIT),
                        controls.menuItem(Command.FIT_SELECTION),
                        controls.menuItem(Command.ARRANGE),
                        controls.separator(),
                        controls.menuItem(Command.FILTER),
                        controls.menuItem(Command.NEIGHBOURS),
                        controls.menuItem(Command.EVERYTHING),
                        controls.menuItem(Command.NEXT_CHANGE),
                        controls.menuItem(Command.PREVIOUS_CHANGE),
                        controls.separator(),
                        look);
        return menu;
    }

    private CheckMenuItem themeItem(Command command, ObjectProperty<ThemeChoice> theme, ThemeChoice choice) {
        CheckMenuItem item = controls.checkItem(command);
        subscriptions.follow(theme, now -> item.setSelected(now == choice));
        // A click toggles the mark even when the choice stays the same.
        item.selectedProperty().addListener((property, old, now) -> item.setSelected(theme.get() == choice));
        return item;
    }

    private Menu menu(String title, Command... commands) {
        Menu menu = new Menu(title);
        for (Command command : commands) {
            MenuItem item = controls.menuItem(command);
            if (FIRST_OF_A_GROUP.contains(command)) {
                menu.getItems().add(controls.separator());
            }
            menu.getItems().add(item);
        }
        return menu;
    }
}
