package dev.bulkhead.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileFaultsTest {

    static Object[][] faults() {
        return new Object[][] {
            {
                new AccessDeniedException("/p/a"),
                "/p/a may not be accessed by this user; change its permissions or run as another user."
            },
            {new FileAlreadyExistsException("/p/a"), "/p/a stands in the way; move or rename it."},
            {
                new FileSystemException("/p/a", null, "No space left on device"),
                "/p/a: the disk is full; make room on it and try again."
            },
            {new IOException("No space left on device"), "the disk is full; make room on it and try again."},
            {new FileSystemException("/p/a", null, "Read-only file system"), "/p/a: Read-only file system."},
        };
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsToldWithTheFileAndTheRemedy(IOException fault, String sentence) {
        assertThat(FileFaults.sentence(fault)).isEqualTo(sentence);
    }
}
