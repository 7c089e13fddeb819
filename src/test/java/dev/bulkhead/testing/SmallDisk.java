package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small disks in memory, of their own for a project and for its records, that can be filled to the last byte. */
public final class SmallDisk implements AutoCloseable {

    private static final long ROOM = 512L << 20;

    private final Path project;
    private final List<Path> mounted = new ArrayList<>();

    private SmallDisk(Path project) {
        this.project = project;
    }

    /** Puts a project and its records on a disk each, with all that is in them; empty where this user may not mount. */
    public static Optional<SmallDisk> mount(Path project) throws IOException {
        Path parent = Files.createTempDirectory("copy");
        SmallDisk disks = new SmallDisk(project);
        try {
            Commands.succeed(Map.of(), parent, List.of("cp", "-a", project.toString(), "copy"));
            Path records = project.resolve(".bulkhead");
            if (!disks.put(project) || !disks.put(Files.createDirectory(records))) {
                disks.close();
                return Optional.empty();
            }
            Commands.succeed(Map.of(), parent, List.of("cp", "-a", "copy/.", project.toString()));
            return Optional.of(disks);
        } finally {
            SampleFiles.deleteTree(parent);
        }
    }

    private boolean put(Path directory) throws IOException {
        List<String> mount =
                List.of("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + ROOM, "tmpfs", directory.toString());
        boolean there = Commands.run(Map.of(), Path.of("/"), mount).exitCode() == 0;
        if (there) {
            mounted.addFirst(directory);
        }
        return there;
    }

    /** Leaves no room on the disk that a directory is the top of. */
    public static void fill(Path directory) throws IOException {
        FileStore disk = Files.getFileStore(directory);
        resize(directory, disk.getTotalSpace() - disk.getUnallocatedSpace());
        if (disk.getUsableSpace() > 0) {
            throw new IOException(directory + " still has room");
        }
    }

    /** Makes room again. */
    public static void clear(Path directory) throws IOException {
        resize(directory, ROOM);
    }

    private static void resize(Path directory, long bytes) throws IOException {
        Commands.succeed(Map.of(), Path.of("/"), List.of("mount", "-o", "remount,size=" + bytes, directory.toString()));
    }

    /** Takes the disks away again; the project and its records are as they were on them. */
    public void takeAway() throws IOException {
        Path parent = Files.createTempDirectory("copy");
        try {
            Commands.succeed(Map.of(), parent, List.of("cp", "-a", project.toString(), "copy"));
            close();
            Commands.succeed(Map.of(), project, List.of("find", ".", "-mindepth", "1", "-delete"));
            Commands.succeed(Map.of(), parent, List.of("cp", "-a", "copy/.", project.toString()));
        } finally {
            SampleFiles.deleteTree(parent);
        }
    }

    /** Takes the disks away with all that is on them; what was there before is there again. */
    @Override
    public void close() throws IOException {
        for (Path directory : mounted) {
            Commands.succeed(Map.of(), Path.of("/"), List.of("umount", "--lazy", directory.toString()));
        }
        mounted.clear();
    }
}
