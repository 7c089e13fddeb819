package dev.bulkhead.ui.shell.context;

import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.theme.ThemeChoice;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Preferences of the operator, for every project; whoever keeps them listens to them.
 *
 * @param theme light, dark or as the desktop
 * @param scale how large letters and everything with them are, 1 for as they were made
 * @param compact whether rows and bars are lower
 * @param still whether nothing moves by itself
 * @param engine the engine that projects are opened with; samples take the practice engine anyway
 */
public record Preferences(
        ObjectProperty<ThemeChoice> theme,
        DoubleProperty scale,
        BooleanProperty compact,
        BooleanProperty still,
        ObjectProperty<EngineChoice> engine) {

    /** Least and most of {@link #scale()}. */
    public static final double LEAST = 1;

    public static final double MOST = 2;

    /** Returns those that nobody has changed, in a look. */
    public static Preferences of(ThemeChoice theme) {
        return new Preferences(
                new SimpleObjectProperty<>(theme),
                new SimpleDoubleProperty(1),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new SimpleObjectProperty<>(new EngineChoice.Standard()));
    }
}
