package dev.bulkhead.engine.docker.line;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Failure of certificates or keys that cannot be read; the message is one sentence. */
public final class UnusableKeys extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableKeys(Path folder, @Nullable Exception cause) {
        super(
                "ca.pem, cert.pem and key.pem in " + folder
                        + " are no certificates and key that go together; nothing was"
                        + " sent. Put there those of the engine, or name another folder with DOCKER_CERT_PATH.",
                cause);
    }
}
