package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a project's files, taken apart.
 *
 * @param project the project
 * @param files its files, in the order they were read
 * @param extendedOnly names of the files that are only read for services of others to extend
 */
public record ProjectSources(ComposeProject project, List<SourceFile> files, Set<String> extendedOnly) {

    public static ProjectSources of(ComposeProject project) throws EditRejectedException {
        List<SourceFile> files = new ArrayList<>();
        for (ComposeFile file : project.files()) {
            try {
                files.add(SourceFile.of(file, YamlReader.parse(file.name(), file.text())));
            } catch (ComposeException unreadable) {
                throw new EditRejectedException(String.valueOf(unreadable.getMessage()));
            }
        }
        return new ProjectSources(project, List.copyOf(files), ExtendedFiles.of(project, files));
    }

    /** Returns where a service is written, in the order the files were read, files that are only extended last. */
    public List<ServiceSite> services(String key) {
        List<ServiceSite> sites = new ArrayList<>();
        List<ServiceSite> extended = new ArrayList<>();
        for (SourceFile file : files) {
            boolean onlyExtended = extendedOnly.contains(file.name());
            for (MappingEntry services : file.topLevel("services")) {
                if (services.value().resolved() instanceof MappingNode map) {
                    map.entry(key)
                            .map(e -> new ServiceSite(file, map, e, onlyExtended))
                            .ifPresent(onlyExtended ? extended::add : sites::add);
                }
            }
        }
        sites.addAll(extended);
        return sites;
    }

    /** Returns all services of all files, also those that are only extended. */
    public List<ServiceSite> allServices() {
        List<ServiceSite> sites = new ArrayList<>();
        for (SourceFile file : files) {
            for (MappingEntry services : file.topLevel("services")) {
                if (services.value().resolved() instanceof MappingNode map) {
                    map.entries().stream()
                            .map(e -> new ServiceSite(file, map, e, extendedOnly.contains(file.name())))
                            .forEach(sites::add);
                }
            }
        }
        return sites;
    }

    /** Returns where a network is declared, in the order the files were read. */
    public List<ElementSite> networks(String key) {
        return elements("networks", key);
    }

    /** Returns where an element of a section is declared, in the order the files were read. */
    public List<ElementSite> elements(String section, String key) {
        List<ElementSite> sites = new ArrayList<>();
        for (SourceFile file : files) {
            for (MappingEntry each : file.topLevel(section)) {
                if (each.value().resolved() instanceof MappingNode map && !extendedOnly.contains(file.name())) {
                    map.entry(key).map(e -> new ElementSite(file, map, each, e)).ifPresent(sites::add);
                }
            }
        }
        return sites;
    }

    public Optional<SourceFile> file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Returns the first file that was asked for or discovered. */
    public SourceFile mainFile() {
        return files.getFirst();
    }
}
