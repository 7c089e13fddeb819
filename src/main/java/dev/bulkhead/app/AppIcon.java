package dev.bulkhead.app;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The icon of the window in the sizes that desktops ask for. */
final class AppIcon {

    private static final List<Integer> SIZES = List.of(16, 32, 48, 128);

    private AppIcon() {}

    static List<Image> all() {
        return SIZES.stream()
                .map(size -> "icon-" + size + ".png")
                .map(name -> Objects.requireNonNull(AppIcon.class.getResource(name), name))
                .map(url -> new Image(url.toExternalForm()))
                .toList();
    }
}
