package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.NavigationViewModel;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Bar below the views while there are edits: what they change and break, and that saved is not applied. */
public final class ChangeBar extends HBox {

    private final Label files = Nodes.label("", "bh-change-files");
    private final Hyperlink broken = new Hyperlink();
    private final Label names = Nodes.label("", "bh-change-engine");
    private final Label engine = Nodes.label("", "bh-change-engine");
    private final Button diff = new Button("Diff");
    private final Button save;
    private final Button apply;
    private final Button dismiss = new Button("", Glyph.CLOSE.icon());

    /** Shows the edits of a project. */
    public ChangeBar(ChangeViewModel model, NavigationViewModel navigation, CommandControls controls) {
        setId("change-bar");
        getStyleClass().add("bh-change-bar");
        setAlignment(Pos.CENTER_LEFT);
        files.setId("change-files");
        broken.setId("change-broken");
        // Where it is narrow, what broke is the last to give way.
        broken.setMinWidth(USE_PREF_SIZE);
        files.setMinWidth(90);
        engine.setMinWidth(0);
        broken.setGraphic(Glyph.ERROR.icon());
        engine.setId("change-engine");
        names.setId("change-names");
        names.setMinWidth(0);
        diff.setId("change-diff");
        diff.setOnAction(event -> navigation.tabProperty().set(BottomTab.DIFF));
        broken.setOnAction(event -> navigation.tabProperty().set(BottomTab.PROBLEMS));
        save = controls.button(Command.SAVE);
        save.setId("change-save");
        save.setGraphic(null);
        apply = controls.button(Command.APPLY_FILES);
        apply.setId("change-apply");
        apply.setGraphic(null);
        apply.getStyleClass().add("accent");
        dismiss.setId("change-dismiss");
        dismiss.getStyleClass().addAll("button-icon", "flat");
        dismiss.setAccessibleText("Not now");
        dismiss.setOnAction(event -> model.settled());
        HBox row = Nodes.row("bh-change-row", files, names, broken, engine, Nodes.spring(), diff, save, apply, dismiss);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(row, Priority.ALWAYS);
        getChildren().add(row);
        setMinWidth(0);
        model.stateProperty().subscribe(this::show);
    }

    private void show(ChangeState state) {
        switch (state) {
            case ChangeState.None() -> Nodes.present(this, false);
            case ChangeState.Edited edited -> {
                files.setText(edited.words());
                files.setGraphic(Glyph.EDIT.icon());
                broken.setText(edited.trouble());
                names.setText(edited.names().words());
                names.setTooltip(new Tooltip(edited.names().words()));
                names.setGraphic(edited.names().lost().isEmpty() ? null : Glyph.WARNING.icon());
                engine.setText("engine not changed yet");
                apply.setText("Save and apply…");
                set(true, !edited.broken().isEmpty());
                Nodes.present(names, !edited.names().words().isEmpty());
            }
            case ChangeState.Saved() -> {
                files.setText("Saved");
                files.setGraphic(Glyph.DONE_CIRCLE.icon());
                engine.setText("engine not changed yet");
                apply.setText("Apply…");
                set(false, false);
                Nodes.present(names, false);
            }
        }
    }

    private void set(boolean unsaved, boolean trouble) {
        Nodes.present(this, true);
        Nodes.present(broken, trouble);
        Nodes.present(diff, unsaved);
        Nodes.present(save, unsaved);
        Nodes.present(dismiss, !unsaved);
    }
}
