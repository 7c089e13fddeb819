package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.NavigationViewModel;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.theme.FittedRow;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * Bar below the views while there are edits: what they change and break, and that saved is not applied.
 *
 * <p>Where it is narrow its words become fewer instead of being cut: first what can be read elsewhere, what broke last.
 */
public final class ChangeBar extends FittedRow {

    private final Label files = part("change-files", "bh-change-files");
    private final Label names = part("change-names", "bh-change-engine");
    private final Hyperlink broken = new Hyperlink("", Glyph.RULES.icon());
    private final Label engine = part("change-engine", "bh-change-engine");
    private final Hyperlink undo = new Hyperlink("", Glyph.UNDO.icon());
    private final Label beforeNames = part("", "bh-change-dot");
    private final Label beforeBroken = part("", "bh-change-dot");
    private final Label beforeEngine = part("", "bh-change-dot");
    private final Button diff = new Button(Words.of("changebar.diff"));
    private final Button save;
    private final Button apply;
    private final Button dismiss = new Button("", Glyph.CLOSE.icon());
    private final Set<Saving> taken = new HashSet<>();
    private ChangeState state = new ChangeState.None();

    /** Savings of words, in the order in which they are taken. */
    private enum Saving {
        FEWER_NAMES,
        SHORT_ENGINE,
        NO_UNDO,
        NO_KEPT_NAMES,
        COUNTED_FILES,
        SHORT_APPLY,
        COUNTED_NAMES,
        ENGINE_AS_ICON,
        COUNTED_TROUBLE,
        NAMES_AS_ICON
    }

    /** Shows the edits of a project. */
    public ChangeBar(ChangeViewModel model, NavigationViewModel navigation, CommandControls controls) {
        setId("change-bar");
        getStyleClass().add("bh-change-bar");
        setAlignment(Pos.CENTER_LEFT);
        engine.setGraphic(Glyph.SERVICE.icon());
        broken.setId("change-broken");
        broken.setMinWidth(Region.USE_PREF_SIZE);
        broken.setOnAction(event -> navigation.showTab(BottomTab.PROBLEMS));
        undo.setId("change-undo");
        undo.getStyleClass().add("bh-change-undo");
        undo.setMnemonicParsing(false);
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(event -> controls.run(Command.UNDO));
        diff.setId("change-diff");
        diff.setMinWidth(Region.USE_PREF_SIZE);
        diff.setOnAction(event -> navigation.showTab(BottomTab.DIFF));
        save = controls.button(Command.SAVE);
        save.setId("change-save");
        save.setGraphic(null);
        apply = controls.button(Command.APPLY_FILES);
        apply.setId("change-apply");
        apply.setGraphic(null);
        apply.getStyleClass().add("accent");
        dismiss.setId("change-dismiss");
        dismiss.getStyleClass().addAll("button-icon", "flat");
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        dismiss.setAccessibleText(Words.of("changebar.not-now"));
        dismiss.setOnAction(event -> model.settled());
        setVisible(false);
        Nodes.whenFirstShown(this, this::fill);
        for (Saving saving : Saving.values()) {
            saving(wanted -> take(saving, wanted));
        }
        model.stateProperty().subscribe(now -> {
            state = now;
            show();
            refit();
        });
    }

    private void fill() {
        getChildren()
                .addAll(
                        files,
                        beforeNames,
                        names,
                        beforeBroken,
                        broken,
                        beforeEngine,
                        engine,
                        Nodes.spring(),
                        undo,
                        diff,
                        save,
                        apply,
                        dismiss);
    }

    private static Label part(String id, String style) {
        Label label = Nodes.label("", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (id.isEmpty()) {
            label.setText("·");
        } else {
            label.setId(id);
        }
        return label;
    }

    private void take(Saving saving, boolean wanted) {
        if (wanted ? taken.add(saving) : taken.remove(saving)) {
            show();
        }
    }

    private boolean has(Saving saving) {
        return taken.contains(saving);
    }

    private void show() {
        switch (state) {
            case ChangeState.None() -> Nodes.present(this, false);
            case ChangeState.Edited edited -> show(edited);
            case ChangeState.Saved(EngineStanding standing) -> {
                say(files, Words.of("changebar.saved"), "");
                files.setGraphic(Glyph.DONE_CIRCLE.icon());
                show(standing);
                Nodes.present(apply, true);
                apply.setText(Words.of("changebar.apply"));
                unsaved(false);
                Nodes.present(names, false);
                Nodes.present(broken, false);
                Nodes.present(undo, false);
            }
        }
        Nodes.present(beforeNames, names.isVisible());
        Nodes.present(beforeBroken, broken.isVisible());
    }

    private void show(ChangeState.Edited edited) {
        say(
                files,
                has(Saving.COUNTED_FILES) ? edited.count() : edited.words(),
                Words.of("changebar.not-saved", String.join(", ", edited.files())));
        files.setGraphic(Glyph.EDIT.icon());
        show(edited.names());
        broken.setText(
                has(Saving.COUNTED_TROUBLE)
                        ? edited.trouble().count()
                        : edited.trouble().words());
        broken.setGraphic((edited.trouble().rules().isEmpty() ? Glyph.ERROR : Glyph.RULES).icon());
        broken.setTooltip(new Tooltip(edited.trouble().lines()));
        broken.setAccessibleText(edited.trouble().words());
        Nodes.present(broken, !edited.trouble().isEmpty());
        show(edited.engine());
        undo.setText(Words.of("changebar.undo", edited.last()));
        Nodes.present(undo, !edited.last().isEmpty() && !has(Saving.NO_UNDO));
        apply.setText(has(Saving.SHORT_APPLY) ? Words.of("changebar.apply") : Words.of("changebar.save-and-apply"));
        Nodes.present(apply, edited.engine() != EngineStanding.UNCONCERNED);
        unsaved(true);
    }

    private void show(NameChanges changes) {
        String words = has(Saving.NAMES_AS_ICON)
                ? ""
                : has(Saving.COUNTED_NAMES)
                        ? changes.count()
                        : has(Saving.FEWER_NAMES) ? changes.firstOfThem() : changes.words();
        boolean lost = !changes.lost().isEmpty();
        say(names, words, changes.words());
        names.setGraphic(lost ? Glyph.WARNING.icon() : null);
        Nodes.present(names, lost || (!changes.isEmpty() && !has(Saving.NO_KEPT_NAMES)));
    }

    private void show(EngineStanding standing) {
        say(
                engine,
                has(Saving.ENGINE_AS_ICON) ? "" : has(Saving.SHORT_ENGINE) ? standing.shortly() : standing.words(),
                standing.words());
    }

    /** Shows few or many words; the whole is in the tooltip and is what is read aloud. */
    private static void say(Labeled part, String words, String whole) {
        part.setText(words);
        part.setTooltip(whole.isEmpty() ? null : new Tooltip(whole));
        part.setAccessibleText(whole.isEmpty() ? words : whole);
    }

    private void unsaved(boolean unsaved) {
        Nodes.present(this, true);
        Nodes.present(diff, unsaved);
        Nodes.present(save, unsaved);
        Nodes.present(dismiss, !unsaved);
    }
}
