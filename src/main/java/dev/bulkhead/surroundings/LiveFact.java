package dev.bulkhead.surroundings;

import dev.bulkhead.topology.Element;

/**
 * Fact about a project's containers and networks as an engine has them, which its files alone do not tell.
 *
 * @param kind what kind of fact it is
 * @param subject the service or network of the files that it is about
 * @param sentence what is the matter and what would be right
 */
public record LiveFact(Kind kind, Element subject, String sentence) {

    /** What kinds there are. */
    public enum Kind {
        /** A service runs without a network that the files give it. */
        CUT_OFF,
        /** The next deployment would be refused. */
        REFUSED,
        /** The next deployment has to get something first. */
        TO_COME,
        /** The next deployment changes a container without being asked to. */
        PENDING,
        /** Somebody else is on a network of the project, or one of its containers on somebody else's. */
        FOREIGN,
        /** A name finds containers of others as well. */
        NAME_SHARED,
        /** The engine of a host did not answer, so that what runs there is not known. */
        HOST_SILENT,
        /** A network that spans hosts has addresses that one of them uses otherwise. */
        SPANNING_RANGE,
        /** A service runs on several hosts, each container with data of its own. */
        ON_SEVERAL_HOSTS
    }
}
