package dev.bulkhead.catalogue;

import java.util.List;

/**
 * Place of an image among the tiers.
 *
 * @param tier the compartment to propose as its home
 * @param also compartments it usually joins as well, such as a proxy those of what it serves
 * @param role what it does there
 */
public record Placement(ImageTier tier, List<ImageTier> also, Role role) {

    public Placement {
        also = List.copyOf(also);
    }
}
