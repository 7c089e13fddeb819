package dev.bulkhead.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;

/** Look of the window. */
public enum Theme {
    LIGHT,
    DARK;

    /** Returns the other look. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Returns the style class that the root of a scene carries in this look. */
    public String styleClass() {
        return this == LIGHT ? "bh-light" : "bh-dark";
    }

    /** Returns the address of the base stylesheet, which holds for the whole application. */
    public String base() {
        // The binary form parses in a fraction of the time; both ship in the library.
        String css =
                this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
        return css.endsWith(".css") ? css.substring(0, css.length() - 4) + ".bss" : css;
    }

    /** Returns the addresses of the stylesheets that lie on top of the base, in order. */
    public List<String> stylesheets() {
        return List.of(colours(), resource("bulkhead.css"), resource("wizard.css"), resource("status.css"));
    }

    /** Returns the address of the stylesheet that names the colours. */
    public String colours() {
        return resource(this == LIGHT ? "light.css" : "dark.css");
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
