package dev.bulkhead.catalogue;

/**
 * Appearance of an image in the window.
 *
 * @param name its name as its makers write it
 * @param icon a Material Design icon name, such as {@code television-classic}
 */
public record Appearance(String name, String icon) {

    /** Returns the icon's name in Ikonli's Material Design 2 pack, such as {@code mdi2t-television-classic}. */
    public String ikonliLiteral() {
        return "mdi2" + icon.charAt(0) + "-" + icon;
    }
}
