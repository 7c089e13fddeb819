package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Another tree with some files replaced or added in memory. */
public final class OverlayFileTree implements FileTree {

    private final FileTree base;
    private final Map<Path, byte[]> overlay;

    /** Lays the given contents (keys are absolute, normalised paths) over a tree. */
    public OverlayFileTree(FileTree base, Map<Path, byte[]> overlay) {
        this.base = base;
        this.overlay = new HashMap<>(overlay);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        byte[] content = overlay.get(key(file));
        return content != null ? content.clone() : base.read(file);
    }

    @Override
    public boolean isFile(Path file) {
        return overlay.containsKey(key(file)) || base.isFile(file);
    }

    @Override
    public boolean isDirectory(Path directory) {
        return base.isDirectory(directory)
                || overlay.keySet().stream().anyMatch(p -> key(directory).equals(p.getParent()));
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
