package dev.bulkhead.ui.shell.banner;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.shell.project.DiskChanges;
import dev.bulkhead.ui.shell.project.SaveFlow;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Banner that another program changed files of the project; it asks whose text counts. */
public final class DiskBanner extends HBox {

    private static final int NAMED = 2;

    private final DiskChanges disk;
    private final SaveFlow save;
    private final Dialogs dialogs;
    private final Label words = Nodes.wrapped("");

    public DiskBanner(DiskChanges disk, SaveFlow save, Dialogs dialogs) {
        this.disk = disk;
        this.save = save;
        this.dialogs = dialogs;
        setId("disk-banner");
        getStyleClass().addAll("bh-banner", "bh-warning");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("disk-banner-words");
        words.setGraphic(Glyph.DOCUMENT.icon());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        words,
                        button("disk-compare", "Compare", this::compare),
                        button("disk-keep", "Keep mine", disk::dismiss),
                        button("disk-reload", "Reload", save::takeDisk));
        disk.changedProperty().subscribe(this::show);
    }

    private void show(List<TextChange> changed) {
        Nodes.present(this, !changed.isEmpty());
        String names = changed.stream().limit(NAMED).map(TextChange::name).collect(Collectors.joining(", "));
        int more = changed.size() - NAMED;
        words.setText(names + (more > 0 ? " and " + more + " more" : "") + " changed on disk.");
    }

    private void compare() {
        DiffView difference = new DiffView("");
        difference.setPrefSize(760, 320);
        difference.show(disk.changedProperty().get());
        dialogs.form(
                "Changed on disk",
                "What another program changed since the files were read: before (−), now (+).",
                difference,
                new SimpleBooleanProperty(true),
                List.of(
                        Choice.cancel(),
                        new Choice("Keep mine", Choice.Kind.OTHER, disk::dismiss),
                        new Choice("Reload", Choice.Kind.DEFAULT, save::takeDisk)));
    }

    private static Button button(String id, String text, Runnable run) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> run.run());
        return button;
    }
}
