package dev.bulkhead.ui.shell.export;

import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Form for an export: where it goes and what belongs to it. */
final class ExportForm extends VBox {

    private final TextField folder = new TextField();
    private final Map<ExportFormat, CheckBox> kinds = new EnumMap<>(ExportFormat.class);
    private final CheckBox replace = new CheckBox(Words.of("exportform.replace-files-that-are-there"));

    ExportForm(Path proposal, Supplier<Optional<Path>> choose) {
        getStyleClass().add("bh-form");
        folder.setId("export-folder");
        folder.setText(proposal.toString());
        folder.setAccessibleText(Words.of("exportform.folder"));
        folder.setPrefColumnCount(38);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button browse = new Button(Words.of("exportform.choose"));
        browse.setOnAction(event -> choose.get().ifPresent(path -> folder.setText(path.toString())));
        HBox where = Nodes.row("bh-export-where", folder, browse);
        where.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Nodes.label(Words.of("exportform.folder"), "bh-form-label"),
                        where,
                        Nodes.label(Words.of("exportform.what"), "bh-form-label"));
        for (ExportFormat kind : ExportFormat.values()) {
            CheckBox box = new CheckBox(kind.words());
            box.setId("export-" + kind.name().toLowerCase(Locale.ROOT));
            box.setSelected(kind.usual());
            kinds.put(kind, box);
            getChildren().add(box);
        }
        replace.setId("export-replace");
        getChildren().addAll(Nodes.label("", "bh-form-gap"), replace);
    }

    Path folder() {
        return Path.of(folder.getText().strip());
    }

    Set<ExportFormat> kinds() {
        Set<ExportFormat> chosen = EnumSet.noneOf(ExportFormat.class);
        kinds.forEach((kind, box) -> {
            if (box.isSelected()) {
                chosen.add(kind);
            }
        });
        return chosen;
    }

    boolean replaces() {
        return replace.isSelected();
    }

    ObservableValue<Boolean> valid() {
        Observable[] watched = new Observable[kinds.size() + 1];
        int next = 0;
        watched[next++] = folder.textProperty();
        for (CheckBox box : kinds.values()) {
            watched[next++] = box.selectedProperty();
        }
        return Bindings.createBooleanBinding(() -> !folder.getText().isBlank() && !kinds().isEmpty(), watched);
    }
}
