package dev.bulkhead.workspace.imported;

import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.Told;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Volumes and files of secrets of a project, as its services come to name them. */
final class VolumeDeclarations {

    private static final String VOLUME_LABEL = "com.docker.compose.volume";

    private final EngineDetails details;
    private final String project;
    private final Map<String, String> keys = new TreeMap<>();
    private final TreeSet<String> own = new TreeSet<>();
    private final Map<String, String> secrets = new TreeMap<>();

    VolumeDeclarations(EngineDetails details, FoundProject found) {
        this.details = details;
        this.project = found.name();
        for (Told volume : details.volumes()) {
            String key = volume.at("Labels").at(VOLUME_LABEL).text();
            if (volume.at("Labels").at(ObservedContainer.PROJECT_LABEL).text().equals(project)
                    && !key.isEmpty()
                    && !keys.containsValue(key)) {
                keys.put(volume.at("Name").text(), key);
                own.add(volume.at("Name").text());
            }
        }
    }

    /** Returns what a volume of a name is called in the file. */
    String key(String name) {
        return keys.computeIfAbsent(name, free -> {
            String key = free;
            while (keys.containsValue(key)) {
                key += "-external";
            }
            return key;
        });
    }

    /** Returns what the secret is called that is read from a file; one name means one file. */
    String secret(String name, String file) {
        String key = name;
        while (!secrets.getOrDefault(key, file).equals(file)) {
            key += "-other";
        }
        secrets.put(key, file);
        return key;
    }

    /** Returns the declarations of volumes by key. */
    Map<String, Map<String, ?>> declarations() {
        Map<String, Map<String, ?>> declarations = new TreeMap<>();
        keys.forEach((name, key) -> declarations.put(
                key,
                own.contains(name)
                        ? declaration(details.volume(name).orElseThrow(), key)
                        : new Fields()
                                .text("name", name.equals(key) ? "" : name)
                                .put("external", true)
                                .asMap()));
        return declarations;
    }

    /** Returns the names of the volumes that have to be there beforehand. */
    List<String> external() {
        return keys.keySet().stream().filter(name -> !own.contains(name)).toList();
    }

    /** Returns the declarations of secrets by key. */
    Map<String, Map<String, ?>> secrets() {
        Map<String, Map<String, ?>> declarations = new TreeMap<>();
        secrets.forEach((key, file) -> declarations.put(key, Map.of("file", file)));
        return declarations;
    }

    private Map<String, ?> declaration(Told volume, String key) {
        String name = volume.at("Name").text();
        String driver = volume.at("Driver").text();
        return new Fields()
                .text("name", name.equals(project + "_" + key) ? "" : name)
                .text("driver", driver.equals("local") ? "" : driver)
                .map("driver_opts", volume.at("Options").texts())
                .map("labels", NetworkDeclarations.labels(volume))
                .asMap();
    }
}
