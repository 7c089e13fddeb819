package dev.bulkhead.ui.shell.actions;

import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;

/** Command that the operator can ask of the window: text, icon and key, told once for menu, toolbar and shortcut. */
public enum Command {
    OPEN(Words.of("command.open-project"), Glyph.OPEN, "Shortcut+O"),
    NEW_WINDOW(Words.of("command.new-window"), Glyph.WINDOW, "Shortcut+Shift+O"),
    OPEN_SAMPLE(Words.of("command.open-the-media-server-sample"), Glyph.ANCHOR, ""),
    IMPORT(Words.of("command.import-from-an-engine"), Glyph.IMPORT, ""),
    START_PAGE(Words.of("command.start-page"), Glyph.HOME, ""),
    RELOAD(Words.of("command.read-the-files-again"), Glyph.RELOAD, "Shortcut+R"),
    SAVE(Words.of("command.save"), Glyph.SAVE, "Shortcut+S"),
    APPLY_FILES(Words.of("command.save-and-apply"), Glyph.PLAY, "Shortcut+Shift+S"),
    EXPORT_NETWORKS(Words.of("command.export"), Glyph.EXPORT, "Shortcut+E"),
    PRINT(Words.of("command.print-the-map"), Glyph.PRINT, "Shortcut+P"),
    CLOSE(Words.of("command.close"), Glyph.CLOSE, "Shortcut+Q"),
    UNDO(Words.of("command.undo"), Glyph.UNDO, "Shortcut+Z"),
    REDO(Words.of("command.redo"), Glyph.REDO, "Shortcut+Shift+Z"),
    FIND(Words.of("command.find"), Glyph.SEARCH, "Shortcut+F"),
    FIND_NEXT(Words.of("command.find-next"), Glyph.DOWN, "F3"),
    FIND_PREVIOUS(Words.of("command.find-previous"), Glyph.UP, "Shift+F3"),
    NEW_NETWORK(Words.of("command.new-network"), Glyph.ADD, "Shortcut+N"),
    CUT(Words.of("command.cut"), Glyph.CUT, "Shortcut+X"),
    COPY(Words.of("command.copy-as-yaml"), Glyph.COPY, "Shortcut+C"),
    PASTE(Words.of("command.paste"), Glyph.PASTE, "Shortcut+V"),
    DUPLICATE(Words.of("command.duplicate"), Glyph.DUPLICATE, "Shortcut+D"),
    SELECT_ALL(Words.of("command.select-all-services"), Glyph.SELECT_ALL, "Shortcut+A"),
    RENAME(Words.of("command.rename"), Glyph.EDIT, "F2"),
    DELETE(Words.of("command.remove"), Glyph.DELETE, ""),
    VIEW_MAP(Words.of("command.map"), Glyph.MAP, "Shortcut+1"),
    VIEW_MEMBERSHIP(Words.of("command.membership"), Glyph.MATRIX, "Shortcut+2"),
    VIEW_REACH(Words.of("command.reach"), Glyph.REACH, "Shortcut+3"),
    VIEW_RULES(Words.of("command.rules"), Glyph.RULES, "Shortcut+4"),
    VIEW_PORTS(Words.of("command.ports"), Glyph.PORTS, "Shortcut+5"),
    VIEW_ADDRESSES(Words.of("command.addresses"), Glyph.ADDRESSES, "Shortcut+6"),
    VIEW_FILES(Words.of("command.files"), Glyph.FILES, "Shortcut+7"),
    VIEW_STATUS(Words.of("command.status"), Glyph.STATUS, "Shortcut+8"),
    SWITCH_PICTURE(Words.of("command.zones-or-lanes"), Glyph.LANES, "Shortcut+Shift+L"),
    REACH_MODE(Words.of("command.light-up-reach-on-the"), Glyph.REACH, "Shortcut+Shift+R"),
    ZOOM_IN(Words.of("command.zoom-in"), Glyph.ZOOM_IN, "Shortcut+Plus"),
    ZOOM_OUT(Words.of("command.zoom-out"), Glyph.ZOOM_OUT, "Shortcut+Minus"),
    ZOOM_ACTUAL(Words.of("command.actual-size"), Glyph.SEARCH, "Shortcut+0"),
    FIT(Words.of("command.fit-everything"), Glyph.FIT, "Shortcut+Shift+F"),
    FIT_SELECTION(Words.of("command.fit-the-selection"), Glyph.FIT, "Shortcut+G"),
    FILTER(Words.of("command.filter"), Glyph.FILTER, "Shortcut+K"),
    NEIGHBOURS(Words.of("command.neighbours-alone"), Glyph.ZONES, "Shortcut+Shift+N"),
    EVERYTHING(Words.of("command.show-everything-again"), Glyph.CLOSE, ""),
    NEXT_CHANGE(Words.of("command.next-change-since-the-last"), Glyph.DOWN, "F7"),
    PREVIOUS_CHANGE(Words.of("command.change-before"), Glyph.UP, "Shift+F7"),
    ARRANGE(Words.of("command.arrange-automatically"), Glyph.ARRANGE, "Shortcut+L"),
    THEME_LIGHT(Words.of("command.light"), Glyph.LIGHT, ""),
    THEME_DARK(Words.of("command.dark"), Glyph.DARK, ""),
    THEME_SYSTEM(Words.of("command.as-the-desktop"), Glyph.HELP, ""),
    THEME_SWITCH(Words.of("command.switch-light-and-dark"), Glyph.DARK, "Shortcut+T"),
    PREFERENCES(Words.of("command.preferences"), Glyph.PREFERENCES, "Shortcut+Comma"),
    CONTINUE(Words.of("command.continue"), Glyph.NEXT, "Shortcut+Shift+C"),
    ROTATE_SECRETS(Words.of("command.rotate-secrets"), Glyph.RELOAD, ""),
    ROLL_BACK(Words.of("command.roll-back"), Glyph.ROLL_BACK, ""),
    READ_ONLY(Words.of("command.read-only"), Glyph.INTERNAL, ""),
    CONNECT_ENGINE(Words.of("command.connect-to-engine"), Glyph.SERVICE, "Shortcut+Shift+E"),
    RETRY_ENGINE(Words.of("command.connect-to-the-engine-again"), Glyph.RELOAD, ""),
    MANUAL(Words.of("command.manual-what-is-selected"), Glyph.MANUAL, "F1"),
    MANUAL_CONTENTS(Words.of("command.manual-contents"), Glyph.DOCUMENT, "Shift+F1"),
    SHOW_KEYS(Words.of("command.map-of-keys"), Glyph.HELP, "Shortcut+F1"),
    ACTIVITY(Words.of("command.tasks-and-messages"), Glyph.LATER, ""),
    ABOUT(Words.of("command.about-bulkhead"), Glyph.ANCHOR, "");

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
