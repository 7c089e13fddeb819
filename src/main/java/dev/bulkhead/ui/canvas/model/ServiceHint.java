package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.Tint;
import java.util.Optional;

/**
 * Hint to a service's image: what is known of it beyond the operator's files.
 *
 * @param title the product's name; empty when unknown
 * @param icon an icon in Ikonli's notation, for instance {@code mdi2t-television-classic}
 * @param tint the colour family of the tier it belongs to
 */
public record ServiceHint(String title, Optional<String> icon, Optional<Tint> tint) {

    public static final ServiceHint NONE = new ServiceHint("", Optional.empty(), Optional.empty());
}
