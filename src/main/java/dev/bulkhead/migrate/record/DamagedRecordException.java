package dev.bulkhead.migrate.record;

import java.io.IOException;

/** A record that is not what was written, or of a format that this version does not know; the message says which. */
public final class DamagedRecordException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A record that must not be used, with the reason without a full stop. */
    public DamagedRecordException(String reason) {
        super(reason);
    }
}
