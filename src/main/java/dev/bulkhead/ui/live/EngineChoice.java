package dev.bulkhead.ui.live;

/** Choice of the engine that the operator wants the project to run on. */
public sealed interface EngineChoice {

    /** The one the docker client would use: DOCKER_HOST, else the current context, else the standard socket. */
    record Standard() implements EngineChoice {}

    /**
     * The one at an address.
     *
     * @param url as DOCKER_HOST has it
     */
    record Address(String url) implements EngineChoice {}

    /** The one in memory, on which nothing real changes. */
    record Practice() implements EngineChoice {}

    /** None: files only. */
    record Offline() implements EngineChoice {}
}
