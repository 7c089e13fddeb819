package dev.bulkhead.files.git;

import dev.bulkhead.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The files as they were in a commit, at the paths where they are now.
 *
 * <p>What git is told to ignore, and what lies outside the repository, no commit holds: it is read from disk as it is, so
 * that a comparison tells what a change of the repository changes and nothing else. Links are followed as the file
 * system would. Filters of git are not applied: what is kept encrypted comes encrypted.
 */
public final class CommitFileTree implements FileTree, AutoCloseable {

    private final FileTree disk;
    private final GitRepository repository;
    private final CommitPaths paths;
    private final String commit;
    private final Optional<Path> project;
    private final Map<Path, Boolean> ignored = new HashMap<>();

    private CommitFileTree(
            FileTree disk, GitRepository repository, CommitPaths paths, String commit, Optional<Path> project) {
        this.disk = disk;
        this.repository = repository;
        this.paths = paths;
        this.commit = commit;
        this.project = project;
    }

    /**
     * Opens a state of the repository that a directory lies in.
     *
     * @param directory an absolute directory on disk
     * @param disk the files as they are now
     * @throws GitException if there is no such state here, with one sentence that holds the remedy
     */
    public static CommitFileTree open(Path directory, GitState state, FileTree disk) throws IOException {
        GitRepository repository = GitRepository.of(directory, state);
        String commit = repository.commit(state);
        CommitPaths paths = CommitPaths.of(repository, directory, commit);
        Optional<Path> project = state.path().map(paths.top()::resolve).map(Path::normalize);
        return new CommitFileTree(disk, repository, paths, commit, project);
    }

    /** Returns the id of the commit, in the length that people read. */
    public String commit() {
        return commit.substring(0, Math.min(commit.length(), 7));
    }

    /** Returns where the state was said to have the project, where it was said. */
    public Optional<Path> project() {
        return project;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return switch (find(file)) {
            case CommitPaths.Found.InCommit in -> in.bytes();
            case CommitPaths.Found.OnDisk(Path place) -> disk.read(place);
            case CommitPaths.Found.Directory _, CommitPaths.Found.Nowhere _ -> throw absent(file);
        };
    }

    @Override
    public boolean isFile(Path file) {
        return switch (seen(file)) {
            case CommitPaths.Found.InCommit _ -> true;
            case CommitPaths.Found.OnDisk(Path place) -> disk.isFile(place);
            case CommitPaths.Found.Directory _, CommitPaths.Found.Nowhere _ -> false;
        };
    }

    @Override
    public boolean isDirectory(Path directory) {
        return switch (seen(directory)) {
            case CommitPaths.Found.Directory _ -> true;
            case CommitPaths.Found.OnDisk(Path place) -> disk.isDirectory(place);
            case CommitPaths.Found.InCommit _, CommitPaths.Found.Nowhere _ -> false;
        };
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return switch (find(directory)) {
            case CommitPaths.Found.Directory held -> {
                NavigableSet<Path> entries = new TreeSet<>();
                held.names().forEach(name -> entries.add(directory.resolve(name)));
                if (disk.isDirectory(directory)) {
                    for (Path there : disk.list(directory)) {
                        if (!held.holds(there) && ignored(there)) {
                            entries.add(there);
                        }
                    }
                }
                yield new ArrayList<>(entries);
            }
            case CommitPaths.Found.OnDisk(Path place) -> disk.list(place);
            case CommitPaths.Found.InCommit _, CommitPaths.Found.Nowhere _ -> throw absent(directory);
        };
    }

    @Override
    public long size(Path file) throws IOException {
        return switch (find(file)) {
            case CommitPaths.Found.InCommit in -> in.size();
            case CommitPaths.Found.OnDisk(Path place) -> disk.size(place);
            case CommitPaths.Found.Directory _, CommitPaths.Found.Nowhere _ -> throw absent(file);
        };
    }

    /** Git keeps no more of them than whether a file may be run. */
    @Override
    public Optional<String> permissions(Path file) throws IOException {
        return switch (find(file)) {
            case CommitPaths.Found.InCommit _, CommitPaths.Found.Directory _ -> Optional.empty();
            case CommitPaths.Found.OnDisk(Path place) -> disk.permissions(place);
            case CommitPaths.Found.Nowhere _ -> throw absent(file);
        };
    }

    private CommitPaths.Found seen(Path path) {
        try {
            return find(path);
        } catch (IOException unreadable) {
            return new CommitPaths.Found.Nowhere(path);
        }
    }

    private CommitPaths.Found find(Path path) throws IOException {
        CommitPaths.Found found = paths.find(path.toAbsolutePath().normalize());
        return found instanceof CommitPaths.Found.Nowhere(Path place) && Files.exists(place) && ignored(place)
                ? new CommitPaths.Found.OnDisk(place)
                : found;
    }

    private synchronized boolean ignored(Path path) throws GitException {
        Boolean known = ignored.get(path);
        if (known == null) {
            known = repository.ignores(path);
            ignored.put(path, known);
        }
        return known;
    }

    private static NoSuchFileException absent(Path file) {
        return new NoSuchFileException(file.toString());
    }

    @Override
    public void close() {
        paths.close();
    }
}
