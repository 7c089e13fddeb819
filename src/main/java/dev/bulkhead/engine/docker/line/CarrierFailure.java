package dev.bulkhead.engine.docker.line;

import java.io.IOException;

/** Failure of the program that carries the line to an engine; the message is what that program said. */
public final class CarrierFailure extends IOException {

    private static final long serialVersionUID = 1L;

    CarrierFailure(String said, Throwable cause) {
        super(said, cause);
    }
}
