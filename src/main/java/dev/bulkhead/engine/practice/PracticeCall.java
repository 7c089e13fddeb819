package dev.bulkhead.engine.practice;

/** The calls that a practice engine can be told to fail. */
public enum PracticeCall {
    INFO,
    OBSERVE,
    CREATE_NETWORK,
    REMOVE_NETWORK,
    CONNECT,
    DISCONNECT,
    START,
    STOP,
    EXEC,
    /** Bringing one service up. */
    UP,
    /** Removing the container of one service. */
    REMOVE
}
