package dev.bulkhead.layout;

/** Kind of a zone of the map: what it stands for. */
public enum ZoneKind {
    /** A network of the project with the cards of the services at home in it. */
    NETWORK,
    /** A flat network that every member is also at home elsewhere: a bar along the bottom. */
    RAIL,
    /** Services on the host's own network stack. */
    HOST,
    /** Services that join no network of the project for another reason. */
    APART
}
