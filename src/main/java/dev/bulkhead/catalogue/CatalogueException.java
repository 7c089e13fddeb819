package dev.bulkhead.catalogue;

/** Fault of the catalogue's data, which cannot be used; the message is one sentence that names file and line. */
public final class CatalogueException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Makes an exception with a sentence for the operator. */
    public CatalogueException(String message) {
        super(message);
    }

    /** Makes an exception with a sentence for the operator and what led to it. */
    public CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
