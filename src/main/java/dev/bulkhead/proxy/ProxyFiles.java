package dev.bulkhead.proxy;

import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files of a project's proxies that they are told routes by, as far as they were read.
 *
 * @param files for each service that runs a proxy, the files it finds
 * @param unread what could not be read
 */
public record ProxyFiles(SortedMap<String, List<ProxyFile>> files, List<Unread> unread) {

    /** No file was read. */
    public static final ProxyFiles NONE = new ProxyFiles(new TreeMap<>(), List.of());

    public ProxyFiles {
        SortedMap<String, List<ProxyFile>> copy = new TreeMap<>();
        files.forEach((service, list) -> copy.put(service, List.copyOf(list)));
        files = copy;
        unread = List.copyOf(unread);
    }

    /** Returns files by the services that run proxies. */
    public static ProxyFiles of(Map<String, List<ProxyFile>> files) {
        return new ProxyFiles(new TreeMap<>(files), List.of());
    }

    /** Returns these as they are after edits; no other file says anything of routes. */
    public ProxyFiles with(List<ProjectEdit> edits) {
        List<FileEdit.WriteFile> texts = edits.stream()
                .filter(FileEdit.WriteFile.class::isInstance)
                .map(FileEdit.WriteFile.class::cast)
                .toList();
        SortedMap<String, List<ProxyFile>> changed = new TreeMap<>(files);
        changed.replaceAll((service, list) -> list.stream()
                .map(file -> texts.stream()
                        .filter(text -> text.file().equals(file.name()))
                        .map(text -> new ProxyFile(file.path(), file.name(), text.text()))
                        .findFirst()
                        .orElse(file))
                .toList());
        return new ProxyFiles(changed, unread);
    }

    /** Returns the files of a service. */
    public List<ProxyFile> of(String service) {
        return files.getOrDefault(service, List.of());
    }

    /**
     * Source of routes that could not be read.
     *
     * @param service key of the proxy's service
     * @param sentence the sentence for the operator
     */
    public record Unread(String service, String sentence) {}

    /**
     * A file of a proxy.
     *
     * @param path where the container finds it
     * @param name where it stands, relative to the project directory
     * @param text what it says
     */
    public record ProxyFile(String path, String name, String text) {

        /** Hides the text, which can hold secrets. */
        @Override
        public String toString() {
            return "ProxyFile[path=" + path + ", name=" + name + "]";
        }
    }
}
