package dev.bulkhead.catalogue;

import java.util.List;

/**
 * Programs that call an image through a reverse proxy as people do: apps of phones, other programs, web hooks. A page to
 * sign in on means nothing to them.
 *
 * @param paths what the paths begin with that they use; {@code /} for all of them
 * @param who who they are
 * @param by by what they sign in at the image itself
 */
public record Machines(List<String> paths, String who, String by) {

    public Machines {
        paths = List.copyOf(paths);
    }

    /** Returns whether they use all of the image's paths, so that none can be guarded without shutting them out. */
    public boolean everywhere() {
        return paths.contains("/");
    }
}
