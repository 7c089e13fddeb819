package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a proxy's container gets so that it can serve HTTPS: the port, folders with certificates, a volume. */
final class Mounts {

    private final TlsScene scene;

    Mounts(TlsScene scene) {
        this.scene = scene;
    }

    /** Returns the edits that publish the ports of HTTPS where the port of HTTP is published; none for those that are. */
    List<ProjectEdit> door() {
        if (scene.proxy().onHost()) {
            return List.of();
        }
        Optional<String> address = scene.ports()
                .flatMap(PortPerService::address)
                .or(() -> scene.published(TlsScene.HTTP).flatMap(PortMapping::hostIp));
        return scene.encrypted().stream()
                .filter(port -> scene.published(port).isEmpty())
                .<ProjectEdit>map(port -> new TopologyEdit.Publish(
                        scene.owner().key(),
                        new PortMapping(
                                address, Optional.of(Integer.toString(port)), port, Protocol.TCP, PortMapping.INGRESS)))
                .toList();
    }

    /** Returns the edits that mount a folder of the project, read-only; one that is missing is no empty folder then. */
    List<ProjectEdit> folder(String name, String path) {
        return bound(name.startsWith("/") ? name : "./" + name, path);
    }

    private List<ProjectEdit> bound(String host, String path) {
        if (scene.service().container().hostAccess().mounts().stream()
                .anyMatch(mount -> mount.container().equals(path))) {
            return List.of();
        }
        return List.of(new FieldEdit.AddItem(
                volumes(),
                FieldValue.fields()
                        .with("type", FieldValue.text("bind"))
                        .with("source", FieldValue.text(host))
                        .with("target", FieldValue.text(path))
                        .with("read_only", FieldValue.flag(true))
                        .with("bind", FieldValue.fields().with("create_host_path", FieldValue.flag(false)))));
    }

    /** Returns the edits that give a path a named volume. */
    List<ProjectEdit> volume(String name, String path) {
        List<ProjectEdit> edits = new ArrayList<>();
        edits.add(new FieldEdit.AddElement(new Element.VolumeElement(name), FieldValue.fields()));
        edits.add(new FieldEdit.AddItem(volumes(), FieldValue.text(name + ":" + path)));
        return edits;
    }

    private Element.FieldElement volumes() {
        return Element.service(scene.proxy().key()).field("volumes");
    }
}
