package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files as they are on disk. */
public final class DiskFileTree implements FileTree {

    @Override
    public byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public boolean isFile(Path file) {
        return Files.isRegularFile(file);
    }

    @Override
    public boolean isDirectory(Path directory) {
        return Files.isDirectory(directory);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !Files.isSymbolicLink(entry))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public Optional<String> permissions(Path file) throws IOException {
        return FileAttributes.permissions(file);
    }
}
