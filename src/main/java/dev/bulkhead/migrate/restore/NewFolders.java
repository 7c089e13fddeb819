package dev.bulkhead.migrate.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Folders that a run makes for its files; once those are gone again, the empty ones go as well. */
final class NewFolders {

    private NewFolders() {}

    /** Returns the folders that are missing for files, by their names relative to the project directory. */
    static List<String> missing(Path directory, Stream<String> files) {
        Set<String> missing = new TreeSet<>();
        files.forEach(name -> {
            for (Path folder = Path.of(name).getParent(); folder != null; folder = folder.getParent()) {
                if (!Files.exists(directory.resolve(folder))) {
                    missing.add(folder.toString().replace('\\', '/'));
                }
            }
        });
        return List.copyOf(missing);
    }

    /** Removes those that are empty, the deepest first. */
    static void removeEmpty(Path directory, List<String> folders) throws IOException {
        List<Path> deepest = folders.stream()
                .map(name -> directory.resolve(name).normalize())
                .filter(folder -> folder.startsWith(directory) && !folder.equals(directory))
                .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                .toList();
        for (Path folder : deepest) {
            if (Files.isDirectory(folder) && isEmpty(folder)) {
                Files.delete(folder);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
