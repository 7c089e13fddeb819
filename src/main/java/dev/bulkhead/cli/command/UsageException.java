package dev.bulkhead.cli;

/** A word on the command line that does not mean what it should; the message is one sentence for the operator. */
final class UsageFault extends Exception {

    private static final long serialVersionUID = 1L;

    UsageFault(String sentence) {
        super(sentence);
    }
}
