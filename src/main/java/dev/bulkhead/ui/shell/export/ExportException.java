package dev.bulkhead.ui.shell.export;

/** Failure of an export, as a sentence for the operator. */
final class ExportException extends Exception {

    private static final long serialVersionUID = 1L;

    ExportException(String sentence) {
        super(sentence);
    }
}
