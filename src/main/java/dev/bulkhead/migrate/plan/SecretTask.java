package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.goal.SecretFile;
import java.util.List;
import java.util.stream.Collectors;

/** Task of an operation on files that hold a secret each; it knows where values come from and never a value. */
public sealed interface SecretTask {

    /** Writes secret files that are not there yet, closed to all but who has to read them. */
    record Write(List<SecretFile> files) implements SecretTask {
        public Write {
            files = List.copyOf(files);
        }
    }

    /**
     * Removes secret files. One whose value stands nowhere else afterwards is set aside in the state directory, where a
     * later run that writes it finds it again: what was encrypted or set up with it can still be opened.
     */
    record Remove(List<SecretFile> files) implements SecretTask {
        public Remove {
            files = List.copyOf(files);
        }
    }

    /** Returns the files it is about. */
    List<SecretFile> files();

    /** Returns what it touches, in a few words. */
    default String subject() {
        return files().size() + (files().size() == 1 ? " secret" : " secrets");
    }

    /** Returns what is done to it, in a few words. */
    default String action() {
        return switch (this) {
            case Write(var files) ->
                "write " + files.stream().map(SecretFile::text).collect(Collectors.joining(", "));
            case Remove(var files) ->
                "remove " + files.stream().map(SecretFile::name).collect(Collectors.joining(", "));
        };
    }

    /** Returns what takes it back; empty when it left nothing. */
    default List<SecretTask> inverse() {
        return switch (this) {
            case Write(var files) -> List.of(new Remove(files));
            case Remove _ -> List.of();
        };
    }
}
