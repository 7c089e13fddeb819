package dev.bulkhead.catalogue;

import java.util.List;

/**
 * Entry of the catalogue: all that is known of one well-known image.
 *
 * @param id short name, unique in the catalogue, such as {@code sonarr}
 * @param appearance how it is shown
 * @param images which repositories it speaks of
 * @param placement where it belongs
 * @param listening what it listens on
 * @param traffic whom it talks to
 * @param secrets which variables hold secrets
 */
public record CatalogueEntry(
        String id,
        Appearance appearance,
        List<ImagePattern> images,
        Placement placement,
        Listening listening,
        Traffic traffic,
        SecretVariables secrets) {

    public CatalogueEntry {
        images = List.copyOf(images);
    }

    /** Returns this entry with another way to hand secrets over in files. */
    public CatalogueEntry withSecretFile(String template) {
        return new CatalogueEntry(id, appearance, images, placement, listening, traffic, secrets.published(template));
    }

    /** Returns the name to show. */
    public String name() {
        return appearance.name();
    }

    /** Returns the compartment to propose. */
    public ImageTier tier() {
        return placement.tier();
    }

    /** Returns what it does. */
    public Role role() {
        return placement.role();
    }
}
