package dev.bulkhead.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Installer of a look on a scene. */
public final class Themes {

    private static final List<String> FONTS = List.of(
            "Inter-Regular.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf");

    private Themes() {}

    /** Loads the typefaces that travel with the application; needed once, before the first scene. */
    public static void loadFonts() {
        for (String name : FONTS) {
            try (InputStream in = Themes.class.getResourceAsStream("fonts/" + name)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("The typeface " + name + " is missing from the application.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Gives a scene a look; the base stylesheet changes for the whole application.
     *
     * @param further addresses of stylesheets that lie between those of the look and the window's own
     */
    public static void apply(Scene scene, Theme theme, String... further) {
        List<String> sheets = new ArrayList<>(List.of(further));
        sheets.addAll(theme.stylesheets());
        dress(scene, theme, sheets);
    }

    /** Gives a scene without controls the colours of a look, and nothing else of it. */
    public static void begin(Scene scene, Theme theme, String sheet) {
        dress(scene, theme, List.of(theme.colours(), sheet));
    }

    private static void dress(Scene scene, Theme theme, List<String> sheets) {
        Application.setUserAgentStylesheet(theme.base());
        scene.getStylesheets().setAll(sheets);
        Parent root = scene.getRoot();
        root.getStyleClass().removeAll(Theme.LIGHT.styleClass(), Theme.DARK.styleClass());
        root.getStyleClass().add(theme.styleClass());
    }
}
