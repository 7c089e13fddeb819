package dev.bulkhead.reach.names;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Answer to a look-up of a name inside a container. */
public sealed interface NameAnswer {

    /**
     * Containers answer; where there are several, which one is chance.
     *
     * @param services whose network namespaces answer: keys of services, or names of containers outside the project
     * @param how what gives them the name
     * @param network the real name of the first network that knows it; empty where the hosts file does. Another may answer for
     *     IPv6
     */
    record Containers(SortedSet<String> services, How how, String network) implements NameAnswer {

        public Containers {
            services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
        }
    }

    /** A line of the hosts file answers, which is asked first. */
    record HostsLine(String address) implements NameAnswer {}

    /** Nobody of the project answers. */
    record Nobody(Why why) implements NameAnswer {}

    /** What gives a container its name. */
    enum How {
        /** Its own name on a network: service, container, host name or alias. */
        NAME,
        /** A link of the asker, which goes before names. */
        LINK,
        /** It is the asker's own host name, which the hosts file knows. */
        OWN
    }

    /** Why nobody answers. */
    enum Why {
        /** The asker is on none of the networks where somebody has the name. */
        NOT_ON_ITS_NETWORKS,
        /** A link of the asker has the name and leads to a container with which it shares no network. */
        LINK_LEADS_NOWHERE,
        /** A link of the asker has the name and leads to a container of somebody else, of which nobody knows the networks. */
        LINK_NOT_KNOWN,
        /** The asker uses the host's network, where the engine answers no names. */
        ASKER_ON_HOST,
        /** The asker is on the engine's default bridge, which knows linked names only. */
        ASKER_ON_DEFAULT_BRIDGE,
        /** The asker has no network. */
        ASKER_WITHOUT_NETWORK,
        /** A part of the name has more than 63 characters, which DNS cannot carry. */
        TOO_LONG,
        /** The asker uses the network of a container outside the project; nobody can tell. */
        NOT_KNOWN
    }
}
