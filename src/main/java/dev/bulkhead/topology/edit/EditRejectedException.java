package dev.bulkhead.topology.edit;

import dev.bulkhead.topology.OneLine;

/** Refusal of an edit that the project does not allow; the message is a sentence for the operator. */
public final class EditRejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    public EditRejectedException(String message) {
        super(OneLine.of(message));
    }
}
