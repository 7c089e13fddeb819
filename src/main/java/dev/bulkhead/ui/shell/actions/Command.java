package dev.bulkhead.ui.shell.actions;

import dev.bulkhead.ui.theme.Glyph;
import java.util.Optional;

/** Command that the operator can ask of the window: text, icon and key, told once for menu, toolbar and shortcut. */
public enum Command {
    OPEN("Open project…", Glyph.OPEN, "Shortcut+O"),
    NEW_WINDOW("New window", Glyph.WINDOW, "Shortcut+Shift+O"),
    OPEN_SAMPLE("Open the media server sample", Glyph.ANCHOR, ""),
    IMPORT("Import from an engine…", Glyph.IMPORT, ""),
    START_PAGE("Start page", Glyph.HOME, ""),
    RELOAD("Read the files again", Glyph.RELOAD, "Shortcut+R"),
    SAVE("Save", Glyph.SAVE, "Shortcut+S"),
    APPLY_FILES("Save and apply…", Glyph.PLAY, "Shortcut+Shift+S"),
    EXPORT_NETWORKS("Export…", Glyph.EXPORT, "Shortcut+E"),
    PRINT("Print the map…", Glyph.PRINT, "Shortcut+P"),
    CLOSE("Close", Glyph.CLOSE, "Shortcut+Q"),
    UNDO("Undo", Glyph.UNDO, "Shortcut+Z"),
    REDO("Redo", Glyph.REDO, "Shortcut+Shift+Z"),
    FIND("Find…", Glyph.SEARCH, "Shortcut+F"),
    FIND_NEXT("Find next", Glyph.DOWN, "F3"),
    FIND_PREVIOUS("Find previous", Glyph.UP, "Shift+F3"),
    NEW_NETWORK("New network…", Glyph.ADD, "Shortcut+N"),
    CUT("Cut", Glyph.CUT, "Shortcut+X"),
    COPY("Copy as YAML", Glyph.COPY, "Shortcut+C"),
    PASTE("Paste", Glyph.PASTE, "Shortcut+V"),
    DUPLICATE("Duplicate", Glyph.DUPLICATE, "Shortcut+D"),
    SELECT_ALL("Select all services", Glyph.SELECT_ALL, "Shortcut+A"),
    RENAME("Rename…", Glyph.EDIT, "F2"),
    DELETE("Remove…", Glyph.DELETE, ""),
    VIEW_MAP("Map", Glyph.MAP, "Shortcut+1"),
    VIEW_MEMBERSHIP("Membership", Glyph.MATRIX, "Shortcut+2"),
    VIEW_REACH("Reach", Glyph.REACH, "Shortcut+3"),
    VIEW_RULES("Rules", Glyph.RULES, "Shortcut+4"),
    VIEW_PORTS("Ports", Glyph.PORTS, "Shortcut+5"),
    VIEW_ADDRESSES("Addresses", Glyph.ADDRESSES, "Shortcut+6"),
    VIEW_FILES("Files", Glyph.FILES, "Shortcut+7"),
    VIEW_STATUS("Status", Glyph.STATUS, "Shortcut+8"),
    SWITCH_PICTURE("Zones or lanes", Glyph.LANES, "Shortcut+Shift+L"),
    REACH_MODE("Light up reach on the map", Glyph.REACH, "Shortcut+Shift+R"),
    ZOOM_IN("Zoom in", Glyph.ZOOM_IN, "Shortcut+Plus"),
    ZOOM_OUT("Zoom out", Glyph.ZOOM_OUT, "Shortcut+Minus"),
    ZOOM_ACTUAL("Actual size", Glyph.SEARCH, "Shortcut+0"),
    FIT("Fit everything", Glyph.FIT, "Shortcut+Shift+F"),
    FIT_SELECTION("Fit the selection", Glyph.FIT, "Shortcut+G"),
    FILTER("Filter…", Glyph.FILTER, "Shortcut+K"),
    NEIGHBOURS("Neighbours alone", Glyph.ZONES, "Shortcut+Shift+N"),
    EVERYTHING("Show everything again", Glyph.CLOSE, ""),
    NEXT_CHANGE("Next change since the last save", Glyph.DOWN, "F7"),
    PREVIOUS_CHANGE("Change before", Glyph.UP, "Shift+F7"),
    ARRANGE("Arrange automatically", Glyph.ARRANGE, "Shortcut+L"),
    THEME_LIGHT("Light", Glyph.LIGHT, ""),
    THEME_DARK("Dark", Glyph.DARK, ""),
    THEME_SYSTEM("As the desktop", Glyph.HELP, ""),
    THEME_SWITCH("Switch light and dark", Glyph.DARK, "Shortcut+T"),
    PREFERENCES("Preferences…", Glyph.PREFERENCES, "Shortcut+Comma"),
    CONTINUE("Continue", Glyph.NEXT, "Shortcut+Shift+C"),
    ROTATE_SECRETS("Rotate secrets…", Glyph.RELOAD, ""),
    ROLL_BACK("Roll back…", Glyph.ROLL_BACK, ""),
    READ_ONLY("Read only", Glyph.INTERNAL, ""),
    CONNECT_ENGINE("Connect to engine…", Glyph.SERVICE, "Shortcut+Shift+E"),
    RETRY_ENGINE("Connect to the engine again", Glyph.RELOAD, ""),
    MANUAL("Manual: what is selected", Glyph.MANUAL, "F1"),
    MANUAL_CONTENTS("Manual: contents", Glyph.DOCUMENT, "Shift+F1"),
    SHOW_KEYS("Map of keys", Glyph.HELP, "Shortcut+F1"),
    ACTIVITY("Tasks and messages", Glyph.LATER, ""),
    ABOUT("About Bulkhead", Glyph.ANCHOR, "");

    private final String text;
    private final Glyph glyph;
    private final String key;

    Command(String text, Glyph glyph, String key) {
        this.text = text;
        this.glyph = glyph;
        this.key = key;
    }

    /** Returns what it is called in a menu. */
    public String text() {
        return text;
    }

    /** Returns its icon. */
    public Glyph glyph() {
        return glyph;
    }

    /** Returns another key that does the same, as people know it from elsewhere. */
    public Optional<String> otherKey() {
        return this == REDO ? Optional.of("Shortcut+Y") : Optional.empty();
    }

    /** Returns its key in the notation of {@code KeyCombination}, if it has one. */
    public Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }
}
