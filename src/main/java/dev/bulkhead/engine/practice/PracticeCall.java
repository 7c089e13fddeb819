package dev.bulkhead.engine.practice;

/** The calls that a practice engine can be told to fail. */
public enum PracticeCall {
    INFO,
    OBSERVE,
    CREATE_NETWORK,
    REMOVE_NETWORK,
    CONNECT,
    DISCONNECT,
    CREATE_CONTAINER,
    START,
    STOP,
    RESTART,
    RENAME,
    REMOVE_CONTAINER,
    PULL,
    EXEC,
    /** Bringing one service up. */
    UP
}
