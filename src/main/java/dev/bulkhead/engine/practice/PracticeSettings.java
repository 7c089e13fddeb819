package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.guard.AccessRules;
import dev.bulkhead.topology.ContainerSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Where Authelia looks for what it is told (its documentation, Docker). */
    private static final String PORTAL = "/config";

    private final Optional<FileTree> disk;
    private final Optional<ProxyFileReader> reader;
    private final ConcurrentMap<String, List<ProxyFile>> read = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AccessRules> portals = new ConcurrentHashMap<>();

    PracticeSettings(Optional<FileTree> disk) {
        this.disk = disk;
        this.reader = disk.map(ProxyFileReader::new);
    }

    void atStart(PracticeContainer container) {
        reader.ifPresent(
                disk -> read.put(container.id(), disk.read(container.identity().origin(), ROOT)));
        for (ContainerSpec.BindMount mount :
                container.identity().origin().container().hostAccess().mounts()) {
            if (mount.container().equals(PORTAL)) {
                text(Path.of(mount.host(), "configuration.yml"))
                        .flatMap(AccessRules::of)
                        .ifPresent(rules -> portals.put(container.id(), rules));
            }
        }
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

    private Optional<String> text(Path file) {
        try {
            return disk.isPresent() && disk.get().isFile(file)
                    ? Optional.of(new String(disk.get().read(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the rules that a portal had when it started; empty for a container that is none. */
    Optional<AccessRules> portal(PracticeContainer container) {
        return Optional.ofNullable(portals.get(container.id()));
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
