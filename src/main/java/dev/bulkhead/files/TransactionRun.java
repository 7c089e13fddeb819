package dev.bulkhead.files;

import dev.bulkhead.files.FileSteps.Readers;
import dev.bulkhead.files.TransactionRecord.Entry;
import dev.bulkhead.files.TransactionRecord.Means;
import dev.bulkhead.files.TransactionRecord.Permissions;
import dev.bulkhead.files.TransactionRecord.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One transaction on its way: stage, commit, and the ways back. */
final class TransactionRun {

    /** The record's name in its directory. */
    static final String FILE = "record";

    private final FileSteps steps;
    private final Path directory;
    private TransactionRecord record = new TransactionRecord(Phase.STAGING, List.of(), List.of());

    TransactionRun(FileSteps steps, Path directory) {
        this.steps = steps;
        this.directory = directory;
    }

    /** Continues a transaction of another process. */
    TransactionRun(FileSteps steps, Path directory, TransactionRecord record) {
        this(steps, directory);
        this.record = record;
    }

    void stage(List<WriteTargets.Target> targets) throws IOException {
        if (!Files.isDirectory(directory)) {
            steps.createDirectory(directory);
        }
        List<Entry> entries = new ArrayList<>();
        for (WriteTargets.Target target : targets) {
            entries.add(entry(target));
        }
        keep(new TransactionRecord(Phase.STAGING, entries, missingDirectories(targets)));
        for (Path missing : record.newDirectories()) {
            steps.createDirectory(missing);
        }
        List<Entry> staged = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            staged.add(stage(entries.get(i), targets.get(i)));
        }
        record = new TransactionRecord(Phase.STAGING, staged, record.newDirectories());
        syncDirectories();
    }

    private static Entry entry(WriteTargets.Target target) throws IOException {
        Means means = target.write().content().isEmpty() ? Means.REMOVE : Means.RENAME;
        Optional<String> before = Digests.ofFile(target.file());
        Optional<String> wanted = target.write().permissions().filter(_ -> means != Means.REMOVE);
        Permissions permissions = wanted.isEmpty()
                ? Permissions.UNCHANGED
                : new Permissions(
                        before.isEmpty() ? Optional.empty() : FileAttributes.permissions(target.file()), wanted);
        return new Entry(target.file(), means, before, target.write().content().map(Digests::of), permissions);
    }

    private Entry stage(Entry entry, WriteTargets.Target target) throws IOException {
        boolean exists = entry.before().isPresent();
        Optional<byte[]> content = target.write().content();
        Means means = Means.REMOVE;
        if (content.isPresent()) {
            steps.create(
                    entry.staged(),
                    content.get(),
                    exists || entry.permissions().after().isPresent() ? Readers.OWNER : Readers.USUAL);
            boolean rename = !exists
                    || (FileAttributes.copy(entry.target(), entry.staged())
                            && !FileAttributes.hasOtherNames(entry.target()));
            means = rename ? Means.RENAME : Means.OVERWRITE;
        }
        if (exists) {
            steps.backUp(entry.target(), entry.backup(), means == Means.OVERWRITE);
        }
        return entry.by(means);
    }

    void commit() throws IOException {
        keep(record.in(Phase.COMMITTING));
        forward();
    }

    /** Changes all files; doing it a second time changes nothing more. */
    void forward() throws IOException {
        for (Entry entry : record.entries()) {
            switch (entry.means()) {
                case RENAME -> {
                    if (!Digests.ofFile(entry.target()).equals(entry.after())) {
                        steps.rename(entry.staged(), entry.target());
                    }
                }
                case OVERWRITE -> steps.overwrite(entry.target(), Files.readAllBytes(entry.staged()));
                case REMOVE -> steps.delete(entry.target());
            }
            if (entry.permissions().after().isPresent()) {
                steps.setPermissions(entry.target(), entry.permissions().after().get());
            }
        }
        syncDirectories();
    }

    /** Gives all files their old content back; doing it a second time changes nothing more. */
    void back() throws IOException {
        for (Entry entry : record.entries().reversed()) {
            if (entry.before().isEmpty()) {
                steps.delete(entry.target());
            } else if (!Digests.ofFile(entry.target()).equals(entry.before())) {
                if (entry.means() == Means.OVERWRITE) {
                    steps.overwrite(entry.target(), Files.readAllBytes(entry.backup()));
                } else {
                    steps.rename(entry.backup(), entry.target());
                }
            }
            if (entry.permissions().before().isPresent()) {
                steps.setPermissions(
                        entry.target(), entry.permissions().before().get());
            }
        }
        syncDirectories();
    }

    void abort(IOException cause) throws FileWriteException {
        try {
            keep(record.in(Phase.ABORTING));
            back();
        } catch (IOException again) {
            cause.addSuppressed(again);
            throw new FileWriteException(
                    "The save failed half-way and could not be undone yet (" + FileFaults.sentence(cause) + " Then: "
                            + FileFaults.sentence(again) + ") Open the project again to have it undone.",
                    cause);
        }
        discard(cause);
    }

    /** Takes away what staging left; failures are only noted, the files themselves are as they were. */
    void discard(IOException cause) {
        try {
            removeNewDirectories();
            tidyOrFail();
        } catch (IOException again) {
            cause.addSuppressed(again);
        }
    }

    /** Takes away record, staged files and backups; what cannot be removed now, the next transaction removes. */
    @SuppressWarnings("EmptyCatch") // the files hold what they shall; the record that stays says so to the next one
    void tidy() {
        try {
            keep(record.in(Phase.DONE));
            tidyOrFail();
        } catch (IOException leftovers) {
        }
    }

    void tidyOrFail() throws IOException {
        for (Entry entry : record.entries()) {
            steps.delete(entry.staged());
            steps.delete(entry.backup());
        }
        leavePlace();
    }

    /** Takes away the record and its directory, if they are there. */
    void leavePlace() throws IOException {
        steps.delete(directory.resolve(FILE + ".new"));
        steps.delete(directory.resolve(FILE));
        steps.delete(directory);
    }

    /** Takes directories away that only the transaction needed. */
    void removeNewDirectories() throws IOException {
        for (Entry entry : record.entries()) {
            steps.delete(entry.staged());
        }
        for (Path made : record.newDirectories().reversed()) {
            if (Files.exists(made) && isEmpty(made)) {
                steps.delete(made);
            }
        }
    }

    /** Returns whether nobody else put a file there meanwhile. */
    private static boolean isEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(directory)) {
            return !names.iterator().hasNext();
        }
    }

    private void keep(TransactionRecord next) throws IOException {
        Path fresh = directory.resolve(FILE + ".new");
        steps.create(fresh, next.text(directory.toRealPath()).getBytes(StandardCharsets.UTF_8), Readers.OWNER);
        steps.rename(fresh, directory.resolve(FILE));
        steps.syncDirectory(directory);
        record = next;
    }

    private void syncDirectories() throws IOException {
        List<Path> parents = record.entries().stream()
                .map(e -> e.target().getParent())
                .distinct()
                .toList();
        for (Path parent : parents) {
            steps.syncDirectory(parent);
        }
    }

    private static List<Path> missingDirectories(List<WriteTargets.Target> targets) {
        List<Path> missing = new ArrayList<>();
        for (WriteTargets.Target target : targets) {
            List<Path> chain = new ArrayList<>();
            Path parent = target.file().getParent();
            while (parent != null && !Files.exists(parent) && !missing.contains(parent)) {
                chain.add(parent);
                parent = parent.getParent();
            }
            Collections.reverse(chain);
            missing.addAll(chain);
        }
        return missing;
    }
}
