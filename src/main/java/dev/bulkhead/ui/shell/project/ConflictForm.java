package dev.bulkhead.ui.shell.project;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.diff.DiffView;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.SaveResult.DiskConflict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Form for files that two programs changed: for each whose text counts, with what either changed. */
final class ConflictForm extends VBox {

    private final Map<Path, RadioButton> theirs = new LinkedHashMap<>();
    private final List<ReadOnlyObjectProperty<Toggle>> chosen = new ArrayList<>();
    private final DiffView difference = new DiffView("");

    ConflictForm(List<DiskConflict> conflicts) {
        getStyleClass().add("bh-form");
        difference.setPrefSize(760, 280);
        for (int i = 0; i < conflicts.size(); i++) {
            getChildren().add(row(conflicts.get(i), i));
        }
        getChildren().add(difference);
        show(
                conflicts.getFirst(),
                conflicts.getFirst().base(),
                conflicts.getFirst().theirs());
    }

    /** Whether every file has an answer. */
    ObservableValue<Boolean> valid() {
        return Bindings.createBooleanBinding(
                () -> chosen.stream().allMatch(toggle -> toggle.get() != null),
                chosen.toArray(new ReadOnlyObjectProperty<?>[0]));
    }

    /** Returns the files whose text on disk counts. */
    Set<Path> theirs() {
        return theirs.entrySet().stream()
                .filter(file -> file.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Node row(DiskConflict conflict, int number) {
        ToggleGroup group = new ToggleGroup();
        RadioButton mine = answer(Words.of("conflictform.mine"), "conflict-mine-" + number, conflict, group);
        RadioButton disk =
                answer(Words.of("conflictform.theirs-as-on-disk"), "conflict-theirs-" + number, conflict, group);
        theirs.put(conflict.path(), disk);
        chosen.add(group.selectedToggleProperty());
        HBox row = Nodes.row(
                "bh-conflict-row",
                Nodes.label(conflict.name(), "bh-mono"),
                mine,
                disk,
                Nodes.spring(),
                link(Words.of("conflictform.what-they-changed"), conflict, conflict.base(), conflict.theirs()),
                link(Words.of("conflictform.what-i-changed"), conflict, conflict.base(), conflict.mine()),
                link(Words.of("conflictform.theirs-against-mine"), conflict, conflict.theirs(), conflict.mine()));
        row.setSpacing(10);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static RadioButton answer(String text, String id, DiskConflict conflict, ToggleGroup group) {
        RadioButton answer = new RadioButton(text);
        answer.setId(id);
        answer.setToggleGroup(group);
        answer.setAccessibleText(conflict.name() + ": " + text);
        return answer;
    }

    private Hyperlink link(String text, DiskConflict conflict, Optional<String> before, Optional<String> after) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(event -> {
            link.setVisited(false);
            show(conflict, before, after);
        });
        return link;
    }

    private void show(DiskConflict conflict, Optional<String> before, Optional<String> after) {
        difference.show(List.of(new TextChange(conflict.path(), conflict.name(), before, after)));
    }
}
