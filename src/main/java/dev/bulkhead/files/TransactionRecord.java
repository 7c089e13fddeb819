package dev.bulkhead.files;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Record on disk of what a transaction has set out to do, so that a later process can bring it to an end. It names
 * files and digests, never contents.
 *
 * @param phase how far it has come
 * @param entries its files, in the order they are written
 * @param newDirectories directories it made, outermost first
 */
record TransactionRecord(Phase phase, List<Entry> entries, List<Path> newDirectories) {

    private static final String FIRST_LINE = "bulkhead transaction 2";
    private static final String NONE = "-";
    private static final String KEPT_IN = "kept-in";

    /** Begins the last line, which holds the digest of all before it. */
    private static final String END = "end ";

    TransactionRecord {
        entries = List.copyOf(entries);
        newDirectories = List.copyOf(newDirectories);
    }

    /** Phase that a transaction has come to. */
    enum Phase {
        /** New contents are being put beside the files; the files are old. */
        STAGING,
        /** All new contents are on disk; files change one by one. Whoever finds this finishes it. */
        COMMITTING,
        /** A file could not be changed; those that were get their old contents back. */
        ABORTING,
        /** The files are as they shall be; only staged files and backups are left to be removed. */
        DONE
    }

    /** Means by which a file gets its new content. */
    enum Means {
        /** By renaming the staged file over it. */
        RENAME,
        /** By writing into it, where a rename would lose its owner or its other names. */
        OVERWRITE,
        /** It is removed. */
        REMOVE
    }

    /**
     * One file.
     *
     * @param target the real file
     * @param means how it changes
     * @param before digest of its old content; empty when it is new
     * @param after digest of its new content; empty when it goes
     * @param permissions what becomes of its permissions
     */
    record Entry(Path target, Means means, Optional<String> before, Optional<String> after, Permissions permissions) {

        /** Returns the same entry, done another way. */
        Entry by(Means other) {
            return new Entry(target, other, before, after, permissions);
        }

        /** Returns where its new content waits. */
        Path staged() {
            return target.resolveSibling("." + target.getFileName() + ".bulkhead-new");
        }

        /** Returns where its old content is kept until the end. */
        Path backup() {
            return target.resolveSibling("." + target.getFileName() + ".bulkhead-old");
        }
    }

    /**
     * Permissions of a file in symbolic form.
     *
     * @param before what they were, where the transaction changes them and the file was there
     * @param after what they shall be; empty where the transaction does not change them
     */
    record Permissions(Optional<String> before, Optional<String> after) {

        static final Permissions UNCHANGED = new Permissions(Optional.empty(), Optional.empty());
    }

    TransactionRecord in(Phase next) {
        return new TransactionRecord(next, entries, newDirectories);
    }

    /**
     * Returns it for the disk.
     *
     * @param directory where it is kept, from where its files are found again after the whole project was moved
     */
    String text(Path directory) {
        StringBuilder text =
                new StringBuilder(FIRST_LINE).append('\n').append(phase).append('\n');
        text.append(KEPT_IN).append('\t').append(encode(directory)).append('\n');
        newDirectories.forEach(d -> text.append("directory\t").append(encode(d)).append('\n'));
        for (Entry entry : entries) {
            text.append(entry.means())
                    .append('\t')
                    .append(entry.before().orElse(NONE))
                    .append('\t');
            text.append(entry.after().orElse(NONE)).append('\t').append(encode(entry.target()));
            if (!entry.permissions().equals(Permissions.UNCHANGED)) {
                text.append('\t').append(entry.permissions().before().orElse(NONE));
                text.append('\t').append(entry.permissions().after().orElse(NONE));
            }
            text.append('\n');
        }
        String whole = text.toString();
        return whole + END + Digests.of(whole.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /**
     * Returns the record kept in a file; empty when there is none.
     *
     * @throws IOException if it cannot be read or is damaged
     */
    static Optional<TransactionRecord> read(Path file) throws IOException {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        int end = text.lastIndexOf("\n" + END) + 1;
        String whole = text.substring(0, end);
        if (!whole.startsWith(FIRST_LINE + "\n")
                || !text.substring(end).equals(END + Digests.of(whole.getBytes(StandardCharsets.UTF_8)) + "\n")) {
            throw new IOException(file
                    + " is damaged; compare the project's files with those named .NAME.bulkhead-new and"
                    + " .NAME.bulkhead-old beside them, put each right by hand, then delete " + file.getParent());
        }
        List<String> lines = whole.lines().toList();
        List<Entry> entries = new ArrayList<>();
        List<Path> directories = new ArrayList<>();
        Path here = directoryOf(file);
        Path then = here;
        for (String line : lines.subList(2, lines.size())) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals(KEPT_IN)) {
                then = decode(fields[1]);
            } else if (fields.length == 2) {
                directories.add(moved(decode(fields[1]), then, here));
            } else {
                Permissions permissions = fields.length > 5
                        ? new Permissions(optional(fields[4]), optional(fields[5]))
                        : Permissions.UNCHANGED;
                entries.add(new Entry(
                        moved(decode(fields[3]), then, here),
                        Means.valueOf(fields[0]),
                        optional(fields[1]),
                        optional(fields[2]),
                        permissions));
            }
        }
        return Optional.of(new TransactionRecord(Phase.valueOf(lines.get(1)), entries, directories));
    }

    /** Returns the real directory that a record is in. */
    private static Path directoryOf(Path file) throws IOException {
        return file.toAbsolutePath().resolveSibling("").toRealPath();
    }

    /** Returns where a file is now that stood so beside the record; the project of a copied record is the copy. */
    private static Path moved(Path file, Path then, Path here) {
        return then.equals(here) ? file : here.resolve(then.relativize(file)).normalize();
    }

    private static Optional<String> optional(String field) {
        return field.equals(NONE) ? Optional.empty() : Optional.of(field);
    }

    private static String encode(Path path) {
        return path.toUri().toString();
    }

    private static Path decode(String text) {
        return Path.of(URI.create(text));
    }
}
