package dev.bulkhead.layout;

/** Node of the outside world: what is outside of every network. */
public enum WorldNode {
    INTERNET,
    LAN,
    HOST
}
