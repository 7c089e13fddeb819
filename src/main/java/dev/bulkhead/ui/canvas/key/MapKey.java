package dev.bulkhead.ui.canvas.key;

import dev.bulkhead.ui.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Key of the map: what it does, in words and by which the map's handler tells it. The map of keys shows this list. */
public enum MapKey {
    LEFT(Words.of("mapkey.to-the-next-card-that"), false, KeyCode.LEFT),
    RIGHT(Words.of("mapkey.to-the-next-card-that"), false, KeyCode.RIGHT),
    UP(Words.of("mapkey.to-the-next-card-that"), false, KeyCode.UP),
    DOWN(Words.of("mapkey.to-the-next-card-that"), false, KeyCode.DOWN),
    INSPECT(Words.of("mapkey.inspect"), false, KeyCode.ENTER),
    SELECT(Words.of("mapkey.select-held-while-dragging-it"), false, KeyCode.SPACE),
    JOIN(Words.of("mapkey.join-a-network-from-a"), false, KeyCode.A),
    MOVE(Words.of("mapkey.carry-to-a-network-then"), false, KeyCode.M),
    REMOVE(Words.of("mapkey.remove-what-is-selected"), false, KeyCode.DELETE, KeyCode.BACK_SPACE),
    NOTHING(Words.of("mapkey.call-off-show-everything-select"), false, KeyCode.ESCAPE),
    FIT(Words.of("mapkey.show-everything"), false, KeyCode.F),
    FIT_SELECTION(Words.of("mapkey.show-what-is-selected-large"), false, KeyCode.G),
    NEIGHBOURS(Words.of("mapkey.what-is-selected-with-its"), false, KeyCode.N),
    FOLD(Words.of("mapkey.fold-the-selected-network-or"), false, KeyCode.C),
    ALL(Words.of("mapkey.select-all-services"), true, KeyCode.A),
    LARGER(Words.of("mapkey.zoom-in"), true, KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD),
    SMALLER(Words.of("mapkey.zoom-out"), true, KeyCode.MINUS, KeyCode.SUBTRACT),
    ACTUAL(Words.of("mapkey.actual-size"), true, KeyCode.DIGIT0, KeyCode.NUMPAD0);

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
