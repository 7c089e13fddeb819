package dev.bulkhead.ui.shell.preferences;

import dev.bulkhead.ui.live.EngineForm;
import dev.bulkhead.ui.shell.context.Preferences;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.theme.ThemeChoice;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Form of the preferences; what is chosen holds at once, so that it can be seen. */
public final class PreferencesForm extends VBox {

    /** Sizes that are offered, in hundredths. */
    private static final List<Integer> SIZES = List.of(100, 110, 125, 150, 175, 200);

    private final EngineForm engine;

    /** Shows preferences, and changes them. */
    public PreferencesForm(Preferences preferences) {
        setId("preferences");
        getStyleClass().add("bh-form");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-preferences");
        row(grid, 0, Words.of("preferences.theme"), theme(preferences));
        row(grid, 1, Words.of("preferences.size"), size(preferences));
        CheckBox compact = box("preferences-compact", Words.of("preferences.compact"));
        compact.selectedProperty().bindBidirectional(preferences.compact());
        CheckBox still = box("preferences-still", Words.of("preferences.still"));
        still.selectedProperty().bindBidirectional(preferences.still());
        engine = new EngineForm(preferences.engine().get());
        getChildren()
                .addAll(grid, compact, still, Nodes.label(Words.of("preferences.engine"), "bh-form-label"), engine);
    }

    /** Takes the engine over, which has a field of text that is not a choice with every letter. */
    void done(Preferences preferences) {
        if (engine.valid().get()) {
            preferences.engine().set(engine.choice());
        }
    }

    private static ChoiceBox<ThemeChoice> theme(Preferences preferences) {
        ChoiceBox<ThemeChoice> choice = new ChoiceBox<>();
        choice.setId("preferences-theme");
        choice.getItems().setAll(ThemeChoice.values());
        choice.setConverter(words(value -> Words.of("preferences.theme." + value.text())));
        choice.valueProperty().bindBidirectional(preferences.theme());
        return choice;
    }

    private static ChoiceBox<Integer> size(Preferences preferences) {
        ChoiceBox<Integer> choice = new ChoiceBox<>();
        choice.setId("preferences-size");
        choice.getItems().setAll(SIZES);
        choice.setConverter(words(value -> value + " %"));
        choice.setValue((int) Math.round(preferences.scale().get() * 100));
        choice.valueProperty()
                .subscribe(value -> preferences.scale().set(value == null ? Preferences.LEAST : value / 100.0));
        return choice;
    }

    private static CheckBox box(String id, String words) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        return box;
    }

    private static void row(GridPane grid, int row, String words, Node control) {
        Label label = Nodes.label(words);
        label.setLabelFor(control);
        control.setAccessibleText(words);
        grid.add(label, 0, row);
        grid.add(control, 1, row);
        GridPane.setHalignment(control, HPos.LEFT);
        grid.setAlignment(Pos.CENTER_LEFT);
    }

    private interface Text<T> {
        String of(T value);
    }

    private static <T> StringConverter<T> words(Text<T> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.of(value);
            }

            @Override
            public T fromString(String words) {
                throw new UnsupportedOperationException("Nothing is typed here.");
            }
        };
    }
}
