package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Files from which practice proxies know their routes: what stood on the disk when each started or was told to read them
 * anew. A file that is mounted alone stays the one of the start, as it does in a real container once another was put in its
 * place.
 */
final class PracticeSettings {

    /** Mounts name files of the whole machine. */
    private static final Path ROOT = Path.of("/").toAbsolutePath();

    private final Optional<ProxyFileReader> reader;
    private final ConcurrentMap<String, List<ProxyFile>> read = new ConcurrentHashMap<>();

    PracticeSettings(Optional<FileTree> disk) {
        this.reader = disk.map(ProxyFileReader::new);
    }

    void atStart(PracticeContainer container) {
        reader.ifPresent(
                disk -> read.put(container.id(), disk.read(container.identity().origin(), ROOT)));
    }

    /** Carries out {@code caddy reload}; empty for another command, or a container that has no files of a proxy. */
    Optional<ExecResult> reload(PracticeContainer container, List<String> command) {
        boolean asked = command.size() > 1
                && command.getFirst().equals("caddy")
                && command.get(1).equals("reload");
        List<ProxyFile> old = read.getOrDefault(container.id(), List.of());
        if (!asked || old.isEmpty() || reader.isEmpty()) {
            return Optional.empty();
        }
        List<ProxyFile> fresh = new ArrayList<>(old);
        fresh.removeIf(file -> !mountedAlone(container, file));
        reader.get().read(container.identity().origin(), ROOT).stream()
                .filter(file -> !mountedAlone(container, file))
                .forEach(fresh::add);
        read.put(container.id(), List.copyOf(fresh));
        return Optional.of(new ExecResult(0, ""));
    }

    private static boolean mountedAlone(PracticeContainer container, ProxyFile file) {
        return container.identity().origin().container().hostAccess().mounts().stream()
                .anyMatch(mount -> mount.container().equals(file.path()));
    }

    /** Returns what a container knows. */
    ProxyFiles of(PracticeContainer container) {
        return ProxyFiles.of(Map.of(container.identity().origin().key(), read.getOrDefault(container.id(), List.of())));
    }
}
