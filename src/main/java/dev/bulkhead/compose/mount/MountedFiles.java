package dev.bulkhead.compose.mount;

import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.ContainerSpec.BindMount;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bind mounts of a container, to find what of the project stands at a path in it. Of mounts inside one another the deeper one
 * counts, as in the container.
 */
public final class MountedFiles {

    private static final int DEPTH = 8;

    private final FileTree files;
    private final List<BindMount> mounts;
    private final int most;

    /**
     * Looks through mounts.
     *
     * @param most how many files are found at most
     */
    public MountedFiles(FileTree files, List<BindMount> mounts, int most) {
        this.files = files;
        this.mounts = mounts.stream()
                .map(mount -> new BindMount(mount.host(), plain(mount.container())))
                .filter(mount -> mount.container().startsWith("/"))
                .sorted(Comparator.comparingInt(mount -> mount.container().length()))
                .toList();
        this.most = most;
    }

    /**
     * Files at a path in a container, and what kept others from being found.
     *
     * @param files where each stands on the host, by its path in the container
     * @param faults sentences for the operator
     */
    public record Found(SortedMap<String, Path> files, List<String> faults) {}

    /** Returns the files at or below a path in the container. */
    public Found find(String path, Path project) {
        Found found = new Found(new TreeMap<>(), new ArrayList<>());
        String wanted = plain(path);
        for (BindMount mount : mounts) {
            boolean above = isBelow(wanted, mount.container());
            if (above || isBelow(mount.container(), wanted)) {
                String start = above ? wanted : mount.container();
                found.files().keySet().removeIf(file -> isBelow(file, mount.container()));
                look(mount, start, project, found);
            }
        }
        return found;
    }

    private void look(BindMount mount, String start, Path project, Found found) {
        String rest = start.substring(mount.container().length()).replaceFirst("^/", "");
        try {
            Path host = project.resolve(mount.host()).resolve(rest).normalize();
            if (host.startsWith(project)) {
                Path root = project.resolve(mount.host());
                if (!files.isFile(root) && !files.isDirectory(root)) {
                    say(found, "There is nothing at " + name(project, root) + "; create it, or correct the mount.");
                }
                walk(host, start, DEPTH, found);
            } else {
                say(
                        found,
                        mount.host() + " is outside the project directory and is not looked into; routes in it are not"
                                + " known.");
            }
        } catch (InvalidPathException odd) {
            say(found, "The path " + mount.host() + " is none on this machine; routes in it are not known.");
        }
    }

    private void walk(Path host, String container, int depth, Found found) {
        if (files.isFile(host)) {
            if (found.files().size() < most) {
                found.files().put(container, host);
            } else {
                say(
                        found,
                        "More than " + most
                                + " files are mounted at the proxy's settings; those after them are not read.");
            }
        } else if (files.isDirectory(host) && depth > 0) {
            try {
                for (Path entry : files.list(host)) {
                    walk(entry, container + "/" + entry.getFileName(), depth - 1, found);
                }
            } catch (IOException fault) {
                say(found, "Directory " + host.getFileName() + " cannot be read; routes in it are not known.");
            }
        }
    }

    private static String name(Path project, Path host) {
        return project.relativize(host).toString().replace('\\', '/');
    }

    private static void say(Found found, String sentence) {
        if (!found.faults().contains(sentence)) {
            found.faults().add(sentence);
        }
    }

    /** Returns whether a path is another one or stands below it. */
    private static boolean isBelow(String path, String other) {
        return path.equals(other) || path.startsWith(other.equals("/") ? "/" : other + "/");
    }

    private static String plain(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
