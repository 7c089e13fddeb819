package dev.bulkhead.files.git;

import dev.bulkhead.files.git.GitObjects.Content;
import dev.bulkhead.files.git.GitObjects.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Paths of a machine, looked up in a commit: link by link, and into submodules that are there. */
final class CommitPaths implements AutoCloseable {

    /** As many as Linux follows before it speaks of a loop. */
    private static final int MOST_LINKS = 40;

    /** What is found at a path. */
    sealed interface Found {

        /** A file of the commit. */
        record InCommit(GitObjects objects, String id) implements Found {

            byte[] bytes() throws IOException {
                Content content = objects.content(id);
                if (!content.isWhole()) {
                    throw new GitException("the file is too large to be read from the commit.");
                }
                return content.bytes();
            }

            long size() throws IOException {
                return objects.content(id).size();
            }
        }

        /** A directory of the commit. */
        record Directory(SortedMap<String, Entry> entries) implements Found {

            /** Returns the names in it, but those of links, which can lead anywhere. */
            List<String> names() {
                return entries.entrySet().stream()
                        .filter(entry -> entry.getValue().kind() != GitObjects.Kind.LINK)
                        .map(Map.Entry::getKey)
                        .toList();
            }

            boolean holds(Path path) {
                return entries.containsKey(String.valueOf(path.getFileName()));
            }
        }

        /** A place outside the repository, as the commit's links lead there. */
        record OnDisk(Path place) implements Found {}

        /** Nothing of the commit, at the place where links led. */
        record Nowhere(Path place) implements Found {}
    }

    /** A tree and the repository that holds it. */
    private record Tree(GitObjects objects, String id) {
        SortedMap<String, Entry> entries() throws IOException {
            return objects.entries(id);
        }
    }

    private final Path top;
    private final Path realTop;
    private final Tree root;
    private final Map<Path, GitObjects> submodules = new HashMap<>();

    private CommitPaths(Path top, Path realTop, Tree root) {
        this.top = top;
        this.realTop = realTop;
        this.root = root;
    }

    /** Opens a commit; paths below the directory that was named are in the repository, however it was named. */
    static CommitPaths of(GitRepository repository, Path directory, String commit) throws IOException {
        GitObjects objects = new GitObjects(repository.git());
        Optional<String> tree = objects.treeOf(commit);
        if (tree.isEmpty()) {
            objects.close();
            throw new GitException("The repository names the commit " + commit + " and does not hold its files.");
        }
        return new CommitPaths(named(repository, directory), repository.top(), new Tree(objects, tree.get()));
    }

    /** Returns the top of the repository by the path that was used: a link on the way to it stays as it is. */
    private static Path named(GitRepository repository, Path directory) throws IOException {
        Path at = directory;
        for (String ignored : repository.prefix().split("/", -1)) {
            if (!ignored.isEmpty()) {
                at = Optional.ofNullable(at.getParent()).orElse(at);
            }
        }
        return Files.isSameFile(at, repository.top()) ? at : repository.top();
    }

    /** Returns the highest directory of the repository. */
    Path top() {
        return top;
    }

    /** Looks up an absolute path without dots. */
    synchronized Found find(Path path) throws IOException {
        Optional<Deque<String>> names = inside(path);
        return names.isEmpty() ? new Found.OnDisk(path) : new Walk(names.get()).find();
    }

    private Optional<Deque<String>> inside(Path path) {
        for (Path above : List.of(top, realTop)) {
            if (path.startsWith(above)) {
                return Optional.of(names(above.relativize(path).toString()));
            }
        }
        return Optional.empty();
    }

    private static Deque<String> names(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.replace('\\', '/').split("/", -1)) {
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }

    /** One look-up, on its way from the top down. */
    private final class Walk {

        private Deque<String> left;
        private int links;
        private final List<String> gone = new ArrayList<>();
        private final Deque<Tree> trees = new ArrayDeque<>(List.of(root));

        Walk(Deque<String> names) {
            this.left = names;
        }

        Found find() throws IOException {
            while (!left.isEmpty()) {
                String name = left.pop();
                if (name.equals("..")) {
                    if (gone.isEmpty()) {
                        return new Found.OnDisk(realTop.resolve("..")
                                .resolve(String.join("/", left))
                                .normalize());
                    }
                    gone.removeLast();
                    trees.pop();
                } else {
                    Optional<Found> end = step(name);
                    if (end.isPresent()) {
                        return end.get();
                    }
                }
            }
            return new Found.Directory(trees.element().entries());
        }

        private Optional<Found> step(String name) throws IOException {
            Tree tree = trees.element();
            Entry entry = tree.entries().get(name);
            if (entry == null) {
                return nowhere(name);
            }
            return switch (entry.kind()) {
                case FILE ->
                    left.isEmpty() ? Optional.of(new Found.InCommit(tree.objects(), entry.id())) : nowhere(name);
                case TREE -> into(name, new Tree(tree.objects(), entry.id()));
                case LINK ->
                    follow(name, new String(tree.objects().content(entry.id()).bytes(), StandardCharsets.UTF_8));
                case SUBMODULE -> submodule(name, entry.id());
            };
        }

        private Optional<Found> into(String name, Tree tree) {
            gone.add(name);
            trees.push(tree);
            return Optional.empty();
        }

        private Optional<Found> nowhere(String name) {
            return Optional.of(new Found.Nowhere(
                    realTop.resolve(String.join("/", gone)).resolve(name).resolve(String.join("/", left))));
        }

        private Optional<Found> follow(String name, String target) {
            links++;
            if (links > MOST_LINKS) {
                return nowhere(name);
            }
            Deque<String> names;
            Path path = Path.of(target);
            if (path.isAbsolute()) {
                Optional<Deque<String>> again = inside(path.normalize());
                if (again.isEmpty()) {
                    return Optional.of(new Found.OnDisk(path.resolve(String.join("/", left))));
                }
                gone.clear();
                trees.clear();
                trees.push(root);
                names = again.get();
            } else {
                names = names(target);
            }
            names.addAll(left);
            left = names;
            return Optional.empty();
        }

        /** A submodule is another repository; where it is not there, nothing is known of it. */
        private Optional<Found> submodule(String name, String commit) throws IOException {
            Path directory = realTop.resolve(String.join("/", gone)).resolve(name);
            if (!Files.exists(directory.resolve(".git"))) {
                return nowhere(name);
            }
            GitObjects objects = submodules.get(directory);
            if (objects == null) {
                objects = new GitObjects(new GitProgram(directory));
                submodules.put(directory, objects);
            }
            Optional<String> tree = objects.treeOf(commit);
            return tree.isEmpty() ? nowhere(name) : into(name, new Tree(objects, tree.get()));
        }
    }

    @Override
    public void close() {
        root.objects().close();
        submodules.values().forEach(GitObjects::close);
    }
}
