package dev.bulkhead.proxy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.mount.MountedFiles;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyFiles.Unread;
import dev.bulkhead.topology.Service;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reader of the files that a project's reverse proxies are told routes by. It follows bind mounts, never leaves the project
 * directory, and never writes; what it cannot read it names, and reads the rest.
 */
public final class ProxyFileReader {

    /** Larger files are no settings that somebody wrote. */
    static final long MAX_BYTES = 1024 * 1024;
    /** A folder with more files is data and not settings. */
    static final int MAX_FILES = 200;

    private final FileTree files;

    /** Reads from a tree. */
    public ProxyFileReader(FileTree files) {
        this.files = files;
    }

    /** Returns the files of a project's proxies, as far as they can be read. */
    public ProxyFiles read(ComposeProject project) {
        SortedMap<String, List<ProxyFile>> found = new TreeMap<>();
        List<Unread> unread = new ArrayList<>();
        for (Service service : project.topology().services().values()) {
            List<ProxyFile> read = read(service, project.directory(), unread);
            if (!read.isEmpty()) {
                found.put(service.key(), read);
            }
        }
        return new ProxyFiles(found, unread);
    }

    /**
     * Returns the files of one service, as far as they can be read; none where it runs no proxy.
     *
     * @param root the directory that is not left, to which names are relative
     */
    public List<ProxyFile> read(Service service, Path root) {
        return read(service, root, new ArrayList<>());
    }

    private List<ProxyFile> read(Service service, Path root, List<Unread> unread) {
        if (!ProxyServer.perhaps(service)) {
            return List.of();
        }
        Reading reading = new Reading(root, service, unread);
        reading.read();
        return List.copyOf(reading.read.values());
    }

    /** The files of one proxy, by the path where its container finds them. */
    private final class Reading {

        private final Path directory;
        private final Service service;
        private final MountedFiles mounts;
        private final List<Unread> unread;
        private final SortedMap<String, ProxyFile> read = new TreeMap<>();

        Reading(Path directory, Service service, List<Unread> unread) {
            this.directory = directory;
            this.service = service;
            this.mounts =
                    new MountedFiles(files, service.container().hostAccess().mounts(), MAX_FILES);
            this.unread = unread;
        }

        /** First what tells where the others are, then those. */
        void read() {
            for (ProxySettingsPlaces.Step step : ProxySettingsPlaces.of(service.container())) {
                step.wanted(List.copyOf(read.values())).forEach(this::read);
            }
        }

        private void read(ProxySettingsPlaces.Wanted wanted) {
            MountedFiles.Found found = mounts.find(wanted.path(), directory);
            found.faults().forEach(this::say);
            for (Map.Entry<String, Path> file : found.files().entrySet()) {
                if (wanted.takes(file.getKey()) && !read.containsKey(file.getKey())) {
                    read(file.getKey(), file.getValue());
                }
            }
        }

        private void read(String container, Path file) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            try {
                if (name.endsWith(".toml") || name.endsWith(".json")) {
                    say("File " + name
                            + " is neither a Caddyfile nor YAML and is not read; routes in it are not known.");
                    return;
                }
                long size = files.size(file);
                if (size > MAX_BYTES) {
                    say("File " + name + " has more than " + MAX_BYTES / 1024
                            + " KiB and is not read; routes in it are not known.");
                    return;
                }
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(files.read(file)))
                        .toString();
                if (name.endsWith(".yml") || name.endsWith(".yaml")) {
                    YamlReader.parse(name, text);
                }
                read.put(container, new ProxyFile(container, name, text));
            } catch (ComposeException fault) {
                say("File " + name + " is no plain YAML, so routes in it are not known: "
                        + String.valueOf(fault.getMessage()));
            } catch (CharacterCodingException binary) {
                say("File " + name + " is no UTF-8 text; routes in it are not known.");
            } catch (AccessDeniedException denied) {
                say("File " + name + " cannot be read for lack of permission; routes in it are not known.");
            } catch (IOException fault) {
                say("File " + name + " cannot be read (" + fault.getMessage() + "); routes in it are not known.");
            }
        }

        private void say(String sentence) {
            Unread fault = new Unread(service.key(), sentence);
            if (!unread.contains(fault)) {
                unread.add(fault);
            }
        }
    }
}
