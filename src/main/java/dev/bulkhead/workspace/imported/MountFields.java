package dev.bulkhead.workspace.imported;

import dev.bulkhead.engine.observed.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Fields that say what is mounted into a container: volumes, files of the host, memory, secrets. */
final class MountFields {

    private static final Pattern NAMELESS = Pattern.compile("[0-9a-f]{64}");
    private static final String SECRETS = "/run/secrets/";

    private final Told container;
    private final Told image;
    private final VolumeDeclarations volumes;
    private final List<Object> mounts = new ArrayList<>();
    private final List<Object> secrets = new ArrayList<>();
    private final TreeSet<String> targets = new TreeSet<>();
    private final TreeSet<String> nameless = new TreeSet<>();

    MountFields(Told container, Told image, VolumeDeclarations volumes) {
        this.container = container;
        this.image = image;
        this.volumes = volumes;
    }

    /**
     * Adds the fields.
     *
     * @param service returns the service whose container has a name or id
     */
    void addTo(Fields fields, Function<String, Optional<String>> service) {
        Told host = container.at("HostConfig");
        host.at("Binds").words().forEach(this::bind);
        host.at("Mounts").items().forEach(this::mount);
        for (String target : container.at("Config").at("Volumes").fields().keySet()) {
            if (!ofImage(target) && targets.add(target)) {
                nameless.add(target);
                mounts.add(target);
            }
        }
        fields.list("volumes", mounts).list("secrets", secrets);
        List<String> memory = new ArrayList<>();
        host.at("Tmpfs")
                .texts()
                .forEach((path, options) -> memory.add(options.isEmpty() ? path : path + ":" + options));
        fields.list("tmpfs", memory);
        fields.list(
                "volumes_from",
                host.at("VolumesFrom").words().stream()
                        .map(from -> lender(from, service))
                        .toList());
    }

    /** Returns the paths whose volumes have no name, so that what is in them stays behind. */
    List<String> nameless() {
        List<String> all = new ArrayList<>(nameless);
        image.at("Config").at("Volumes").fields().keySet().stream()
                .filter(path -> !targets.contains(path))
                .forEach(all::add);
        return all;
    }

    private boolean ofImage(String target) {
        return image.at("Config").at("Volumes").fields().containsKey(target);
    }

    private static String lender(String from, Function<String, Optional<String>> service) {
        String[] parts = from.split(":", 2);
        String mode = parts.length == 2 ? ":" + parts[1] : "";
        return service.apply(parts[0]).orElse("container:" + parts[0]) + mode;
    }

    private void bind(String bind) {
        String[] parts = bind.split(":", 3);
        targets.add(parts.length > 1 ? parts[1] : bind);
        if (parts.length < 2) {
            mounts.add(bind);
            return;
        }
        String source = parts[0].startsWith("/") ? parts[0] : volumes.key(parts[0]);
        boolean usual = parts.length == 2 || parts[2].equals("rw");
        mounts.add(source + ":" + parts[1] + (usual ? "" : ":" + parts[2]));
    }

    private void mount(Told mount) {
        String type = mount.at("Type").text();
        String source = mount.at("Source").text();
        String target = mount.at("Target").text();
        boolean unnamed = type.equals("volume")
                && (source.isEmpty() || NAMELESS.matcher(source).matches());
        if (unnamed && !source.isEmpty() && ofImage(target)) {
            return; // Compose hands it on from container to container
        }
        targets.add(target);
        if (secret(mount)) {
            return;
        }
        Fields fields = new Fields().put("type", type);
        if (unnamed) {
            nameless.add(target);
        } else {
            fields.text("source", type.equals("volume") ? volumes.key(source) : source);
        }
        fields.put("target", target)
                .flag("read_only", mount.at("ReadOnly").truth())
                .text("consistency", mount.at("Consistency").text());
        options(fields, mount);
        boolean plain = unnamed && fields.asMap().size() == 2;
        mounts.add(plain ? target : fields.asMap());
    }

    private static void options(Fields fields, Told mount) {
        Told bind = mount.at("BindOptions");
        if (mount.at("Type").text().equals("bind")) {
            fields.put(
                    "bind",
                    new Fields()
                            .text("propagation", bind.at("Propagation").text())
                            .put("create_host_path", bind.at("CreateMountpoint").truth())
                            .text("recursive", recursive(bind))
                            .asMap());
        }
        Told volume = mount.at("VolumeOptions");
        fields.map(
                "volume",
                new Fields()
                        .flag("nocopy", volume.at("NoCopy").truth())
                        .text("subpath", volume.at("Subpath").text())
                        .map("labels", NetworkDeclarations.labels(volume))
                        .asMap());
        Told memory = mount.at("TmpfsOptions");
        fields.map(
                "tmpfs",
                new Fields()
                        .size("size", memory.at("SizeBytes").amount())
                        .number("mode", memory.at("Mode").amount())
                        .asMap());
        fields.map(
                "image",
                new Fields()
                        .text("subpath", mount.at("ImageOptions").at("Subpath").text())
                        .asMap());
    }

    private static String recursive(Told bind) {
        if (bind.at("NonRecursive").truth()) {
            return "disabled";
        }
        if (bind.at("ReadOnlyNonRecursive").truth()) {
            return "writable";
        }
        return bind.at("ReadOnlyForceRecursive").truth() ? "readonly" : "";
    }

    /** A file that Compose mounts as a secret is one again. */
    private boolean secret(Told mount) {
        String target = mount.at("Target").text();
        String name = target.startsWith(SECRETS) ? target.substring(SECRETS.length()) : "";
        boolean asCompose = mount.at("Type").text().equals("bind")
                && mount.at("ReadOnly").truth()
                && mount.at("BindOptions").isEmpty()
                && name.matches("[a-zA-Z0-9._-]+");
        if (asCompose) {
            String key = volumes.secret(name, mount.at("Source").text());
            secrets.add(key.equals(name) ? name : Map.of("source", key, "target", name));
        }
        return asCompose;
    }
}
