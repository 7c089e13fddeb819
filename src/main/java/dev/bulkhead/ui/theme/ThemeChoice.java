package dev.bulkhead.ui.theme;

import java.util.Locale;

/** Choice of the look of the window. */
public enum ThemeChoice {
    /** As the desktop says. */
    SYSTEM,
    LIGHT,
    DARK;

    /** Returns the choice of a stored name, {@link #SYSTEM} for an unknown one. */
    public static ThemeChoice parse(String name) {
        for (ThemeChoice choice : values()) {
            if (choice.text().equals(name.toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        return SYSTEM;
    }

    /** Returns the name it is stored under. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the look this choice means on a desktop that is dark or not. */
    public Theme resolve(boolean desktopIsDark) {
        return switch (this) {
            case SYSTEM -> desktopIsDark ? Theme.DARK : Theme.LIGHT;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }
}
