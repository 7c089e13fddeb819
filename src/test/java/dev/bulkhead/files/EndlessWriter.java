package dev.bulkhead.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that saves one generation of a project after the other until it is killed. */
final class EndlessWriter {

    static final int FILES = 6;

    private EndlessWriter() {}

    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        AtomicFileSet files = new AtomicFileSet(project, project.resolve(".state/transaction"));
        long generation = Long.parseLong(args[1]);
        Files.writeString(project.resolve(".state/started"), "");
        while (true) {
            generation++;
            List<FileWrite> writes = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                // Of several blocks, so that a kill can come between two of them.
                byte[] content =
                        ("generation " + generation + "\n").repeat(2000).getBytes(UTF_8);
                writes.add(FileWrite.of(project.resolve("file" + i + ".yml"), content));
            }
            files.write(writes);
        }
    }
}
