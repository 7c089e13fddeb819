package dev.bulkhead.layout;

/** What is outside of every network. */
public enum WorldNode {
    INTERNET,
    LAN,
    HOST
}
