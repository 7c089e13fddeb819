package dev.bulkhead.files.git;

import java.io.IOException;

/** Failure to read a commit; the message is one sentence for the operator. */
public final class GitException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Fails with what is wrong and what would be right. */
    public GitException(String sentence) {
        super(sentence);
    }
}
