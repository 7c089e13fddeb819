package dev.bulkhead.engine.docker.line;

import java.io.IOException;

/** Failure of an answer that did not come, or not to its end, within its limit; the message is the second half of a sentence. */
public final class LateAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    LateAnswer(String message) {
        super(message);
    }
}
