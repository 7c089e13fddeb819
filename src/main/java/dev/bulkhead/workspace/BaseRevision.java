package dev.bulkhead.workspace;

import dev.bulkhead.files.Digests;
import dev.bulkhead.files.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Revision of the files on disk that a document stands on.
 *
 * @param digests the digest of each file that the project was read from; empty where there was none
 */
public record BaseRevision(SortedMap<Path, Optional<String>> digests) {

    public BaseRevision {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    static BaseRevision of(Map<Path, Optional<String>> texts) {
        SortedMap<Path, Optional<String>> digests = new TreeMap<>();
        texts.forEach((path, text) -> digests.put(path, text.map(t -> Digests.of(t.getBytes(StandardCharsets.UTF_8)))));
        return new BaseRevision(digests);
    }

    /** Returns the files that hold something else on disk now. */
    List<Path> changedOn(FileTree disk) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Map.Entry<Path, Optional<String>> file : digests.entrySet()) {
            if (!digest(disk, file.getKey()).equals(file.getValue())) {
                changed.add(file.getKey());
            }
        }
        return changed;
    }

    private static Optional<String> digest(FileTree disk, Path file) throws IOException {
        try {
            return Optional.of(Digests.of(disk.read(file)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
