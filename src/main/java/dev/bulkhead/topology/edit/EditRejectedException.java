package dev.bulkhead.topology.edit;

import dev.bulkhead.topology.OneLine;

/** An edit that the topology does not allow; the message is a sentence for the operator. */
public final class EditRejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    public EditRejectedException(String message) {
        super(OneLine.of(message));
    }
}
