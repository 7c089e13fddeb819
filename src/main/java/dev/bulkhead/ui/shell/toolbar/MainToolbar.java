package dev.bulkhead.ui.shell.toolbar;

import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.model.NavigationViewModel;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.search.SearchField;
import dev.bulkhead.ui.theme.FittedRow;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Toolbar under the menu: project, save, undo, the views, search, the engine. */
public final class MainToolbar extends FittedRow {

    private static final Map<CentreView, Command> VIEWS = Map.of(
            CentreView.MAP, Command.VIEW_MAP,
            CentreView.MEMBERSHIP, Command.VIEW_MEMBERSHIP,
            CentreView.REACH, Command.VIEW_REACH,
            CentreView.RULES, Command.VIEW_RULES,
            CentreView.PORTS, Command.VIEW_PORTS,
            CentreView.ADDRESSES, Command.VIEW_ADDRESSES,
            CentreView.FILES, Command.VIEW_FILES,
            CentreView.STATUS, Command.VIEW_STATUS);

    public MainToolbar(ShellContext context, CommandControls controls, ProjectSwitcher switcher, SearchField search) {
        getStyleClass().add("bh-main-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        Label brand = Nodes.label("Bulkhead", "bh-brand");
        brand.setGraphic(Glyph.ANCHOR.icon());
        brand.setMinWidth(Region.USE_PREF_SIZE);
        Button open = controls.button(Command.OPEN);
        open.setText(Words.of("maintoolbar.open"));
        Button save = controls.button(Command.SAVE);
        Button undo = controls.button(Command.UNDO);
        Button redo = controls.iconButton(Command.REDO);
        MenuButton more = more(controls);
        HBox left = Nodes.row("bh-toolbar-group", brand, switcher, open, save, undo, redo, more);
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(Region.USE_PREF_SIZE);
        EnginePill pill = new EnginePill(context);
        HBox right = Nodes.row("bh-toolbar-group", search, pill);
        right.setAlignment(Pos.CENTER_RIGHT);
        BooleanProperty narrow = new SimpleBooleanProperty();
        saving(pill::setShort);
        saving(search::setNarrow);
        saving(narrow::set);
        saving(taken -> List.of(open, save, undo).forEach(button -> iconOnly(button, taken)));
        saving(taken -> iconOnly(brand, taken));
        saving(taken -> {
            List.of(open, undo, redo).forEach(button -> Nodes.present(button, !taken));
            Nodes.present(more, taken);
        });
        saving(switcher::setNarrow);
        saving(pill::setWordless);
        refitOn(
                switcher.textProperty(),
                pill.textProperty(),
                context.navigation().viewProperty(),
                context.navigation().coveredProperty());
        getChildren().addAll(left, Nodes.spring(), views(context, controls, narrow), Nodes.spring(), right);
    }

    /** Returns the menu of what finds no room. */
    private static MenuButton more(CommandControls controls) {
        MenuButton more = new MenuButton("", Glyph.MORE.icon());
        more.setId("toolbar-more");
        more.getStyleClass().add("bh-toolbar-more");
        more.setAccessibleText(Words.of("maintoolbar.more"));
        more.setTooltip(new Tooltip(Words.of("maintoolbar.what-finds-no-room-here")));
        more.setMinWidth(Region.USE_PREF_SIZE);
        for (Command command : List.of(Command.OPEN, Command.UNDO, Command.REDO)) {
            more.getItems().add(controls.menuItem(command));
        }
        return more;
    }

    private static void iconOnly(Labeled labeled, boolean wanted) {
        labeled.setContentDisplay(wanted ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private static HBox views(ShellContext context, CommandControls controls, BooleanProperty narrow) {
        ToggleGroup group = new ToggleGroup();
        Map<CentreView, ToggleButton> buttons = new EnumMap<>(CentreView.class);
        HBox box = Nodes.row("bh-view-switch");
        box.setAlignment(Pos.CENTER);
        box.setMinWidth(Region.USE_PREF_SIZE);
        for (CentreView view : CentreView.values()) {
            ToggleButton button = controls.toggle(Objects.requireNonNull(VIEWS.get(view)));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.contentDisplayProperty()
                    .bind(Bindings.when(narrow.and(button.selectedProperty().not()))
                            .then(ContentDisplay.GRAPHIC_ONLY)
                            .otherwise(ContentDisplay.TEXT_ONLY));
            button.getStyleClass().add(pill(view));
            buttons.put(view, button);
            box.getChildren().add(button);
        }
        NavigationViewModel navigation = context.navigation();
        // While pages stand in the place of the views, none of them is the one that is seen.
        Runnable light = () -> group.selectToggle(
                navigation.coveredProperty().get()
                        ? null
                        : buttons.get(navigation.viewProperty().get()));
        navigation.viewProperty().addListener((property, old, now) -> light.run());
        navigation.coveredProperty().addListener((property, old, now) -> light.run());
        // A click on the one that is lit would put it out.
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                light.run();
            }
        });
        light.run();
        return box;
    }

    private static String pill(CentreView view) {
        return switch (view) {
            case MAP -> "left-pill";
            case STATUS -> "right-pill";
            case MEMBERSHIP, REACH, RULES, PORTS, ADDRESSES, FILES -> "center-pill";
        };
    }
}
