package dev.bulkhead.ui.canvas.sight;

import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.ui.canvas.model.PortBadge.Audience;
import java.util.EnumSet;
import java.util.Set;

/** Way in which a service can be asked from outside its networks, by its files. */
public enum WayIn {
    EVERYONE("published to everyone"),
    ONE_ADDRESS("published on one address"),
    HOST_ONLY("published to the host"),
    ROUTED("behind a proxy"),
    NONE("not exposed");

    private final String words;

    WayIn(String words) {
        this.words = words;
    }

    /** Returns it in a few words. */
    public String words() {
        return words;
    }

    /**
     * Returns the ways of a service, {@link #NONE} where there is no other.
     *
     * @param routed whether a proxy has a route to it
     */
    static Set<WayIn> of(Service service, boolean routed) {
        Set<WayIn> ways = EnumSet.noneOf(WayIn.class);
        for (PortMapping port : service.ports()) {
            ways.add(
                    switch (Audience.of(port)) {
                        case EVERYONE -> EVERYONE;
                        case ONE_ADDRESS -> ONE_ADDRESS;
                        case HOST_ONLY -> HOST_ONLY;
                    });
        }
        if (routed) {
            ways.add(ROUTED);
        }
        if (ways.isEmpty()) {
            ways.add(NONE);
        }
        return ways;
    }
}
