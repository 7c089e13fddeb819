package dev.bulkhead.workspace;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Watch on the files of a project: tells when they change on disk, whoever changes them. */
public final class ProjectWatch implements AutoCloseable {

    /** Programs write a file in several steps; what happens within this time is told at once. */
    private static final long CALM_MILLIS = 150;

    private final WatchService service;
    private final Map<WatchKey, Path> directories = new HashMap<>();
    private final Set<Path> files;
    private final Consumer<Set<Path>> listener;

    private ProjectWatch(WatchService service, Set<Path> files, Consumer<Set<Path>> listener) {
        this.service = service;
        this.files = files;
        this.listener = listener;
    }

    /**
     * Watches files until closed.
     *
     * @param files absolute paths; a file need not be there yet, its directory has to be
     * @param executor runs the watching, which takes one thread until it is closed
     * @param listener told which of the files were written, made or removed; called on the executor's thread
     * @throws IOException if the system cannot watch the directories
     */
    public static ProjectWatch start(Collection<Path> files, Executor executor, Consumer<Set<Path>> listener)
            throws IOException {
        Set<Path> paths =
                files.stream().map(file -> file.toAbsolutePath().normalize()).collect(Collectors.toUnmodifiableSet());
        WatchService service = FileSystems.getDefault().newWatchService();
        ProjectWatch watch = new ProjectWatch(service, paths, listener);
        try {
            watch.register();
        } catch (IOException failed) {
            service.close();
            throw failed;
        }
        executor.execute(watch::run);
        return watch;
    }

    private void register() throws IOException {
        Set<Path> parents =
                files.stream().map(Path::getParent).filter(Objects::nonNull).collect(Collectors.toSet());
        for (Path directory : parents) {
            directories.put(
                    directory.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE),
                    directory);
        }
    }

    private void run() {
        try {
            while (true) {
                Set<Path> changed = new TreeSet<>();
                WatchKey key = service.take();
                while (key != null) {
                    collect(key, changed);
                    key = service.poll(CALM_MILLIS, TimeUnit.MILLISECONDS);
                }
                if (!changed.isEmpty()) {
                    listener.accept(changed);
                }
            }
        } catch (ClosedWatchServiceException closed) {
            // Nobody wants to know any more.
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void collect(WatchKey key, Set<Path> changed) {
        Path directory = directories.get(key);
        key.pollEvents().forEach(event -> {
            if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
                changed.addAll(files);
            } else if (directory != null && event.context() instanceof Path name) {
                Path file = directory.resolve(name);
                if (files.contains(file)) {
                    changed.add(file);
                }
            }
        });
        key.reset();
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // The system lets go of it with the process.
            return;
        }
    }
}
