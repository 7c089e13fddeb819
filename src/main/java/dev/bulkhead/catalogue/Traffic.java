package dev.bulkhead.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Traffic of an image: whom it talks to.
 *
 * @param internet what it needs the internet for, such as {@code subtitles}; empty when it works without
 * @param talksTo flows to other images of the catalogue, in file order
 */
public record Traffic(Optional<String> internet, List<Integration> talksTo) {

    public Traffic {
        talksTo = List.copyOf(talksTo);
    }
}
