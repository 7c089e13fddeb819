package dev.bulkhead.ui.canvas.key;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Key of the map: what it does, in words and by which the map's handler tells it. The map of keys shows this list. */
public enum MapKey {
    LEFT("To the next card, that way", false, KeyCode.LEFT),
    RIGHT("To the next card, that way", false, KeyCode.RIGHT),
    UP("To the next card, that way", false, KeyCode.UP),
    DOWN("To the next card, that way", false, KeyCode.DOWN),
    INSPECT("Inspect", false, KeyCode.ENTER),
    SELECT("Select; held while dragging it pans", false, KeyCode.SPACE),
    JOIN("Join a network, from a list", false, KeyCode.A),
    MOVE("Carry to a network: then a click, or arrows and Enter", false, KeyCode.M),
    REMOVE("Remove what is selected", false, KeyCode.DELETE, KeyCode.BACK_SPACE),
    NOTHING("Call off; show everything; select nothing", false, KeyCode.ESCAPE),
    FIT("Show everything", false, KeyCode.F),
    FIT_SELECTION("Show what is selected, large", false, KeyCode.G),
    NEIGHBOURS("What is selected with its neighbours alone; again: everything", false, KeyCode.N),
    FOLD("Fold the selected network, or unfold it", false, KeyCode.C),
    ALL("Select all services", true, KeyCode.A),
    LARGER("Zoom in", true, KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD),
    SMALLER("Zoom out", true, KeyCode.MINUS, KeyCode.SUBTRACT),
    ACTUAL("Actual size", true, KeyCode.DIGIT0, KeyCode.NUMPAD0);

    private final String words;
    // Key combinations do not change, which their class does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<KeyCombination> combinations;

    MapKey(String words, boolean control, KeyCode... codes) {
        this.words = words;
        // Some keyboards have the plus above another character, which takes Shift.
        this.combinations = Arrays.stream(codes)
                .<KeyCombination>map(code -> control
                        ? new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY)
                        : new KeyCodeCombination(code, KeyCombination.SHIFT_ANY))
                .toList();
    }

    /** Returns what it does. */
    public String words() {
        return words;
    }

    /** Returns the key as it is shown; of several that do the same the first. */
    public String keys() {
        return combinations.getFirst().getDisplayText();
    }

    /** Returns the key that was pressed, if it is one of the map's. */
    static Optional<MapKey> of(KeyEvent event) {
        return Arrays.stream(values())
                .filter(key -> key.combinations.stream().anyMatch(combination -> combination.match(event)))
                .findFirst();
    }
}
