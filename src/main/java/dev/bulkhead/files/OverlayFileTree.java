package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Another tree with some files replaced, added or taken away in memory. */
public final class OverlayFileTree implements FileTree {

    private final FileTree base;
    private final Map<Path, Optional<byte[]>> overlay = new HashMap<>();
    private final Map<Path, String> permissions = new HashMap<>();

    /** Lays the given contents (keys are absolute, normalised paths) over a tree. */
    public OverlayFileTree(FileTree base, Map<Path, byte[]> overlay) {
        this.base = base;
        overlay.forEach((file, content) -> this.overlay.put(key(file), Optional.of(content)));
    }

    private OverlayFileTree(Map<Path, Optional<byte[]>> overlay, Map<Path, String> permissions, FileTree base) {
        this.base = base;
        permissions.forEach((file, symbolic) -> this.permissions.put(key(file), symbolic));
        overlay.forEach((file, content) -> this.overlay.put(key(file), content));
    }

    /** Returns a tree where an empty content means that the file is not there. */
    public static OverlayFileTree withAbsent(FileTree base, Map<Path, Optional<byte[]>> overlay) {
        return withAbsent(base, overlay, Map.of());
    }

    /** Returns a tree where an empty content means that the file is not there, and where some files have other permissions. */
    public static OverlayFileTree withAbsent(
            FileTree base, Map<Path, Optional<byte[]>> overlay, Map<Path, String> permissions) {
        return new OverlayFileTree(overlay, permissions, base);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        Optional<byte[]> content = overlay.get(key(file));
        if (content == null) {
            return base.read(file);
        }
        return content.orElseThrow(() -> new NoSuchFileException(file.toString()))
                .clone();
    }

    @Override
    public boolean isFile(Path file) {
        Optional<byte[]> content = overlay.get(key(file));
        return content == null ? base.isFile(file) : content.isPresent();
    }

    @Override
    public boolean isDirectory(Path directory) {
        return base.isDirectory(directory)
                || overlay.entrySet().stream()
                        .filter(e -> e.getValue().isPresent())
                        .anyMatch(e -> key(e.getKey()).startsWith(key(directory))
                                && !key(e.getKey()).equals(key(directory)));
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        Path above = key(directory);
        NavigableSet<Path> entries = new TreeSet<>();
        if (base.isDirectory(directory) || !isDirectory(directory)) {
            base.list(directory).stream().map(OverlayFileTree::key).forEach(entries::add);
        }
        overlay.forEach((file, content) -> {
            if (content.isEmpty()) {
                entries.remove(file);
            } else if (file.startsWith(above) && !file.equals(above)) {
                entries.add(above.resolve(above.relativize(file).getName(0)));
            }
        });
        return List.copyOf(entries);
    }

    @Override
    public long size(Path file) throws IOException {
        Optional<byte[]> content = overlay.get(key(file));
        if (content == null) {
            return base.size(file);
        }
        return content.orElseThrow(() -> new NoSuchFileException(file.toString())).length;
    }

    @Override
    public Optional<String> permissions(Path file) throws IOException {
        Optional<byte[]> content = overlay.get(key(file));
        if (content != null && content.isEmpty()) {
            throw new NoSuchFileException(file.toString());
        }
        String other = permissions.get(key(file));
        if (other != null) {
            return Optional.of(other);
        }
        return content == null || base.isFile(file) ? base.permissions(file) : Optional.empty();
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
