package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line under the menu: project, save, undo, the views, search, the engine. */
final class MainToolbar extends HBox {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /** Below this width, in pixels, the buttons beside the project's name lose their words. */
    private static final double ROOM_FOR_WORDS = 1180;
    /** Below this width, in pixels, views that are not shown are icons. */
    private static final double ROOM_FOR_VIEWS = 1400;
    /** Below this width, in pixels, the engine's name goes into the tooltip. */
    private static final double ROOM_FOR_ENGINE = 1440;

    private static final Map<CentreView, Command> VIEWS = Map.of(
            CentreView.MAP, Command.VIEW_MAP,
            CentreView.MEMBERSHIP, Command.VIEW_MEMBERSHIP,
            CentreView.REACH, Command.VIEW_REACH,
            CentreView.RULES, Command.VIEW_RULES,
            CentreView.PORTS, Command.VIEW_PORTS,
            CentreView.ADDRESSES, Command.VIEW_ADDRESSES,
            CentreView.FILES, Command.VIEW_FILES);

    MainToolbar(ShellContext context, CommandControls controls, ProjectSwitcher switcher, SearchField search) {
        getStyleClass().add("main-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        Label brand = Nodes.label("Bulkhead", "brand");
        brand.setGraphic(Glyph.ANCHOR.icon());
        brand.setMinWidth(Region.USE_PREF_SIZE);
        Button open = controls.button(Command.OPEN);
        open.setText("Open");
        HBox left = Nodes.row(
                "toolbar-group",
                brand,
                switcher,
                open,
                controls.button(Command.SAVE),
                controls.button(Command.UNDO),
                controls.iconButton(Command.REDO));
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(Region.USE_PREF_SIZE);
        EnginePill pill = new EnginePill(context);
        HBox right = Nodes.row("toolbar-group", search, pill);
        right.setAlignment(Pos.CENTER_RIGHT);
        BooleanProperty narrow = new SimpleBooleanProperty();
        widthProperty().addListener((property, old, now) -> {
            pseudoClassStateChanged(COMPACT, now.doubleValue() < ROOM_FOR_WORDS);
            pill.setShort(now.doubleValue() < ROOM_FOR_ENGINE);
            narrow.set(now.doubleValue() < ROOM_FOR_VIEWS);
        });
        getChildren().addAll(left, Nodes.spring(), views(context, controls, narrow), Nodes.spring(), right);
    }

    private static HBox views(ShellContext context, CommandControls controls, BooleanProperty narrow) {
        ToggleGroup group = new ToggleGroup();
        Map<CentreView, ToggleButton> buttons = new EnumMap<>(CentreView.class);
        HBox box = Nodes.row("view-switch");
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
        CentreView shown = context.navigation().viewProperty().get();
        group.selectToggle(buttons.get(shown));
        context.navigation().viewProperty().addListener((property, old, now) -> group.selectToggle(buttons.get(now)));
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            }
        });
        return box;
    }

    private static String pill(CentreView view) {
        return switch (view) {
            case MAP -> "left-pill";
            case FILES -> "right-pill";
            case MEMBERSHIP, REACH, RULES, PORTS, ADDRESSES -> "center-pill";
        };
    }
}
