package dev.bulkhead.ui.shell.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Row of the tree of a project's files: a folder, or a file with the folders above it that hold nothing else.
 *
 * @param label what the row says: a part of a path
 * @param file the file's name; empty for a folder
 * @param children what a folder holds, folders first
 */
record FileNode(String label, Optional<String> file, List<FileNode> children) {

    /** Returns a tree of names, paths with forward slashes; the row that holds all of them says nothing. */
    static FileNode tree(List<String> names) {
        Folder root = new Folder();
        names.forEach(name -> root.add(name, name));
        return new FileNode("", Optional.empty(), root.rows());
    }

    private static final class Folder {

        private final Map<String, Folder> folders = new TreeMap<>();
        private final List<FileNode> files = new ArrayList<>();

        void add(String path, String name) {
            int cut = path.indexOf('/');
            if (cut < 0) {
                files.add(new FileNode(path, Optional.of(name), List.of()));
            } else {
                folders.computeIfAbsent(path.substring(0, cut), key -> new Folder())
                        .add(path.substring(cut + 1), name);
            }
        }

        List<FileNode> rows() {
            List<FileNode> rows = new ArrayList<>();
            folders.forEach((key, folder) -> {
                List<FileNode> inside = folder.rows();
                // A folder of one thing is told on the line of that thing.
                rows.add(
                        inside.size() == 1
                                ? new FileNode(
                                        key + "/" + inside.getFirst().label(),
                                        inside.getFirst().file(),
                                        inside.getFirst().children())
                                : new FileNode(key, Optional.empty(), inside));
            });
            rows.addAll(files);
            return rows;
        }
    }
}
