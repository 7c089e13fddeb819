package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretRenewal;
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

    /** Puts another value into a secret file, whose value before is set aside; the file stays the same one. */
    record Replace(SecretRenewal renewal) implements SecretTask {
        @Override
        public List<SecretFile> files() {
            return List.of(renewal.file());
        }
    }

    /** Puts the value before a renewal back into its file. */
    record PutBack(SecretRenewal renewal) implements SecretTask {
        @Override
        public List<SecretFile> files() {
            return List.of(renewal.file());
        }
    }

    /**
     * Looks whether a user can read secret files, by their owners and modes on this machine: a container that cannot read
     * its secret would fail only once its old one is gone.
     *
     * @param service whose container reads them
     * @param reader as whom it reads them
     */
    record ReadableBy(String service, List<SecretFile> files, SecretFile.Owner reader) implements SecretTask {
        public ReadableBy {
            files = List.copyOf(files);
        }
    }

    /**
     * Looks whether the values of secret files show anywhere but in them: in what the engine tells of the service's
     * containers, in their processes and logs.
     *
     * @param elsewhere other files of the project that must not hold them either; empty where files are not looked through
     */
    record Hidden(String service, List<SecretFile> files, List<String> elsewhere) implements SecretTask {
        public Hidden {
            files = List.copyOf(files);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /** Returns the files it is about. */
    List<SecretFile> files();

    /** Returns the files whose values it makes or fetches. */
    default List<SecretFile> made() {
        return switch (this) {
            case Write _, Replace _ -> files();
            case Remove _, PutBack _, ReadableBy _, Hidden _ -> List.of();
        };
    }

    /** Returns what it touches, in a few words. */
    default String subject() {
        return switch (this) {
            case Write _, Remove _, Replace _, PutBack _ -> count();
            case ReadableBy(String service, var _, var _) -> service;
            case Hidden hidden -> hidden.service();
        };
    }

    private String count() {
        return files().size() + (files().size() == 1 ? " secret" : " secrets");
    }

    /** Returns what is done to it, in a few words. */
    default String action() {
        return switch (this) {
            case Write(var files) ->
                "write " + files.stream().map(SecretFile::text).collect(Collectors.joining(", "));
            case Remove _ -> "remove " + names();
            case Replace(var renewal) ->
                "put another value into " + names() + " ("
                        + renewal.file().source().text() + ")";
            case PutBack _ -> "put the value before back into " + names();
            case ReadableBy readable ->
                "look whether user " + readable.reader().uid() + ":"
                        + readable.reader().gid() + " can read " + names();
            case Hidden _ -> "look whether the value of " + names() + " shows anywhere else";
        };
    }

    private String names() {
        return files().stream().map(SecretFile::name).collect(Collectors.joining(", "));
    }

    /** Returns what takes it back; empty when it left nothing. */
    default List<SecretTask> inverse() {
        return switch (this) {
            case Write(var files) -> List.of(new Remove(files));
            case Replace(var renewal) -> List.of(new PutBack(renewal));
            case Remove _, PutBack _, ReadableBy _, Hidden _ -> List.of();
        };
    }
}
