package dev.bulkhead.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Traffic of an image: whom it talks to, and who calls it from outside.
 *
 * @param internet what it needs the internet for, such as {@code subtitles}; empty when it works without
 * @param talksTo flows to other images of the catalogue, in file order
 * @param machines programs that call it as people do; empty when none are known
 */
public record Traffic(Optional<String> internet, List<Integration> talksTo, Optional<Machines> machines) {

    public Traffic {
        talksTo = List.copyOf(talksTo);
    }
}
