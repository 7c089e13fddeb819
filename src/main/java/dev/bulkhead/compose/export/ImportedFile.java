package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;

/** A Compose file of a topology that was found and not written, with what could not be found as comments. */
public final class ImportedFile {

    private final Topology topology;
    private final List<String> notes;
    private final Map<String, List<String>> serviceNotes;
    private final YamlText yaml = new YamlText();
    private final ServiceYaml serviceYaml = new ServiceYaml(yaml);

    private ImportedFile(Topology topology, List<String> notes, Map<String, List<String>> serviceNotes) {
        this.topology = topology;
        this.notes = notes;
        this.serviceNotes = serviceNotes;
    }

    /**
     * Returns the file's text.
     *
     * @param notes what the reader has to know of the whole
     * @param serviceNotes what the reader has to know of services, by key
     */
    public static String of(Topology topology, List<String> notes, Map<String, List<String>> serviceNotes) {
        return new ImportedFile(topology, List.copyOf(notes), Map.copyOf(serviceNotes)).write();
    }

    private String write() {
        notes.forEach(note -> yaml.comment(0, note));
        yaml.field(0, "name", topology.project());
        yaml.line(0, topology.services().isEmpty() ? "services: {}" : "services:");
        topology.services().values().forEach(this::service);
        if (!topology.networks().isEmpty()) {
            yaml.line(0, "networks:");
            NetworkYaml networks = new NetworkYaml(yaml);
            for (Network network : topology.networks().values()) {
                networks.declare(network, "");
            }
        }
        return yaml.toString();
    }

    private void service(Service service) {
        yaml.line(1, YamlText.quoted(service.key()) + ":");
        serviceNotes.getOrDefault(service.key(), List.of()).forEach(note -> yaml.comment(2, note));
        service.container().image().ifPresent(image -> yaml.field(2, "image", image));
        service.container().containerName().ifPresent(name -> yaml.field(2, "container_name", name));
        service.networkMode().text().ifPresent(mode -> yaml.field(2, "network_mode", mode));
        if (!service.attachments().isEmpty()) {
            serviceYaml.networks(service.attachments(), "");
        }
        if (!service.ports().isEmpty()) {
            serviceYaml.ports(service.ports(), "");
        }
        if (!service.dependsOn().isEmpty()) {
            yaml.line(2, "depends_on:");
            service.dependsOn().forEach(this::dependency);
        }
        yaml.map(2, "labels", service.container().labels());
    }

    private void dependency(Dependency dependency) {
        yaml.line(3, YamlText.quoted(dependency.service()) + ":");
        yaml.field(4, "condition", dependency.condition());
        if (dependency.restart()) {
            yaml.line(4, "restart: true");
        }
    }
}
