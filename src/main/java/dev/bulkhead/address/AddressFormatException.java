package dev.bulkhead.address;

/** A text that is not the address or subnet it should be; the message is a sentence for the operator. */
public final class AddressFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    AddressFormatException(String sentence) {
        super(sentence);
    }
}
