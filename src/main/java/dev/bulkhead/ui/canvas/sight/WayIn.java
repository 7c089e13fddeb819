package dev.bulkhead.ui.canvas.sight;

import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.ui.canvas.model.PortBadge.Audience;
import dev.bulkhead.ui.words.Words;
import java.util.EnumSet;
import java.util.Set;

/** Way in which a service can be asked from outside its networks, by its files. */
public enum WayIn {
    EVERYONE(Words.of("wayin.published-to-everyone")),
    ONE_ADDRESS(Words.of("wayin.published-on-one-address")),
    HOST_ONLY(Words.of("wayin.published-to-the-host")),
    ROUTED(Words.of("wayin.behind-a-proxy")),
    NONE(Words.of("wayin.not-exposed"));

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
