package dev.bulkhead.fuzz;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.FileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A project that exists in memory only. The bytes are its main file; a line {@code #=== NAME} starts another file.
 *
 * @param files contents by path
 */
record MemoryProject(Map<Path, byte[]> files) implements FileTree {

    private static final Path DIRECTORY = Path.of("/fuzzed/project");
    private static final String NEXT_FILE = "\n#=== ";

    static MemoryProject of(byte[] bytes) {
        // ISO 8859-1 keeps every byte, so that wrong UTF-8 arrives as wrong UTF-8.
        String[] parts = new String(bytes, StandardCharsets.ISO_8859_1).split(NEXT_FILE, 9);
        Map<Path, byte[]> files = new TreeMap<>();
        files.put(DIRECTORY.resolve("compose.yaml"), parts[0].getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            String name = end < 0 ? parts[i] : parts[i].substring(0, end);
            if (end >= 0 && name.matches("[A-Za-z0-9_./-]{1,40}") && !name.startsWith("/")) {
                files.put(
                        DIRECTORY.resolve(name).normalize(),
                        parts[i].substring(end + 1).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return new MemoryProject(files);
    }

    ComposeRequest request() {
        return new ComposeRequest(
                DIRECTORY, List.of(), Optional.empty(), List.of(), List.of("*"), Map.of("SET", "value", "PORT", "80"));
    }

    @Override
    public byte[] read(Path file) throws NoSuchFileException {
        byte[] content = files.get(file.normalize());
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return content.clone();
    }

    @Override
    public boolean isFile(Path file) {
        return files.containsKey(file.normalize());
    }

    @Override
    public boolean isDirectory(Path directory) {
        return files.keySet().stream()
                .anyMatch(f -> f.startsWith(directory.normalize()) && !f.equals(directory.normalize()));
    }

    @Override
    public List<Path> list(Path directory) {
        Path above = directory.normalize();
        return files.keySet().stream()
                .filter(file -> file.startsWith(above) && !file.equals(above))
                .map(file -> above.resolve(above.relativize(file).getName(0)))
                .distinct()
                .toList();
    }

    @Override
    public long size(Path file) throws NoSuchFileException {
        return read(file).length;
    }

    @Override
    public Optional<String> permissions(Path file) {
        return Optional.empty();
    }
}
