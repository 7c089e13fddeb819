package dev.bulkhead.fuzz;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import java.util.Optional;
import java.util.regex.Pattern;

/** Any bytes are either a project or one sentence, soon. */
public final class ReaderFuzz {

    /** The name of a Java fault; a plain "Exception" can be a name of the operator's. */
    private static final Pattern FAULT_OF_OURS = Pattern.compile("\\b(java|org|dev)\\.[\\w.]+(Exception|Error)\\b");

    private ReaderFuzz() {}

    /** Called by the fuzzer; anything thrown is a find. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        read(bytes);
    }

    static Optional<ComposeProject> read(byte[] bytes) {
        MemoryProject project = MemoryProject.of(bytes);
        try {
            return Optional.of(new ComposeLoader(project).load(project.request()));
        } catch (ComposeException refusal) {
            oneSentence(String.valueOf(refusal.getMessage()));
            return Optional.empty();
        }
    }

    static void oneSentence(String message) {
        boolean leaks = FAULT_OF_OURS.matcher(message).find();
        if (message.isBlank() || message.contains("\n") || leaks || message.length() > 2_000) {
            throw new AssertionError("not one sentence for an operator: " + message);
        }
    }
}
