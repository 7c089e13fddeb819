package dev.bulkhead.ui.canvas.card;

import dev.bulkhead.check.Severity;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the map; state is told by the shape as well as by the colour. */
public final class Icons {

    private static final String UNKNOWN = "mdi2c-cube-outline";

    private Icons() {}

    /** Returns an icon by its name in Ikonli's notation. */
    public static FontIcon of(String literal, String... styleClasses) {
        FontIcon icon;
        try {
            icon = new FontIcon(literal);
        } catch (RuntimeException notInTheFont) {
            // The catalogue is data: a name that the icon font does not have must not cost the card.
            icon = new FontIcon(UNKNOWN);
        }
        icon.getStyleClass().addAll(styleClasses);
        icon.setMouseTransparent(true);
        return icon;
    }

    /** Returns the icon of how bad something is. */
    public static FontIcon of(Severity severity) {
        return switch (severity) {
            case ERROR -> of("mdi2c-close-octagon", "bh-problem", "bh-error");
            case WARNING -> of("mdi2a-alert", "bh-problem", "bh-warning");
            case INFO -> of("mdi2i-information-outline", "bh-problem", "bh-info");
        };
    }
}
