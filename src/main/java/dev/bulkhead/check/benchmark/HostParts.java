package dev.bulkhead.check.benchmark;

import dev.bulkhead.check.Severity;
import dev.bulkhead.check.lint.EngineSocket;
import dev.bulkhead.check.lint.ProxiedSocket;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.load.model.VolumeSpec;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rulings on parts of the host that a container gets hold of: namespaces, devices, directories, the engine's socket. */
final class HostParts {

    /** Directories of the host that the benchmark names. */
    private static final Set<String> SENSITIVE = Set.of("/", "/boot", "/dev", "/etc", "/lib", "/proc", "/sys", "/usr");

    private static final Set<String> SHARED = Set.of("shared", "rshared");

    private HostParts() {}

    static ItemAnswer network(StatedProject look) {
        return ItemAnswer.of(look.breaches("host-network", "network_mode: host"));
    }

    static ItemAnswer processes(StatedProject look) {
        return namespace(look, "pid", "the processes of the host");
    }

    static ItemAnswer memorySegments(StatedProject look) {
        return namespace(look, "ipc", "shared memory of the host");
    }

    static ItemAnswer hostname(StatedProject look) {
        return namespace(look, "uts", "host and domain name of the host");
    }

    static ItemAnswer users(StatedProject look) {
        return namespace(look, "userns_mode", "the user numbers of the host");
    }

    private static ItemAnswer namespace(StatedProject look, String field, String what) {
        return ItemAnswer.each(
                look,
                service -> service.breachIf(
                        service.says("host", field),
                        field + ": host",
                        "Remove it, unless its work is to look at or change " + what + ".",
                        field));
    }

    static ItemAnswer devices(StatedProject look) {
        return ItemAnswer.each(look, service -> {
            String right = "Remove it, or where its work needs the device, name just that with the rights it needs"
                    + " (/dev/x:/dev/x:r).";
            List<Breach> breaches = new ArrayList<>();
            if (service.privileged()) {
                breaches.add(service.breach(
                        "privileged: true, which gives it every device",
                        "Remove privileged, and name the devices that it needs.",
                        "privileged"));
            }
            for (ResolvedValue device : items(service, "devices")) {
                source(device).ifPresent(path -> breaches.add(service.breach(path, "device " + path.text(), right)));
            }
            service.stated()
                    .scalars("device_cgroup_rules")
                    .forEach(rule -> breaches.add(service.breach(rule, "device_cgroup_rules: " + rule.text(), right)));
            if (service.stated().get("gpus").isPresent()) {
                breaches.add(service.breach("gpus", right, "gpus"));
            }
            if (service.stated()
                    .at("deploy", "resources", "reservations", "devices")
                    .isPresent()) {
                breaches.add(service.breach(
                        "devices reserved below deploy", right, "deploy", "resources", "reservations", "devices"));
            }
            return breaches;
        });
    }

    static ItemAnswer directories(StatedProject look) {
        Set<String> disguised = look.volumes().fields().entrySet().stream()
                .filter(volume -> volume.getValue() instanceof ResolvedValue.Fields fields
                        && fields.text("driver_opts", "device")
                                .filter(path -> SENSITIVE.contains(plain(path)))
                                .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        String right = "Mount only the file or directory below it that its program needs, read-only.";
        return ItemAnswer.each(look, service -> {
            List<ContainerSpec.BindMount> mounts =
                    service.service().container().hostAccess().mounts();
            Stream<Breach> direct = IntStream.range(0, mounts.size())
                    .filter(i -> SENSITIVE.contains(plain(mounts.get(i).host())))
                    .mapToObj(i -> new Breach(
                            service.key(),
                            service.sources().at(Element.bindMount(service.key(), i)),
                            plain(mounts.get(i).host()) + " of the host",
                            right));
            Stream<Breach> named = items(service, "volumes").stream()
                    .flatMap(item -> source(item).stream())
                    .filter(source -> disguised.contains(source.text().split(":", 2)[0]))
                    .map(source -> service.breach(
                            source,
                            "volume " + source.text().split(":", 2)[0] + ", which is a directory of the host",
                            right));
            return Stream.concat(direct, named).toList();
        });
    }

    private static String plain(String path) {
        return path.length() > 1 ? path.replaceFirst("/+$", "") : path;
    }

    static ItemAnswer propagation(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> items(service, "volumes").stream()
                        .flatMap(item -> shared(item).stream())
                        .map(mode -> service.breach(
                                mode,
                                "a mount whose own mounts are shared both ways",
                                "Mount it without shared, or with rslave where it has to see later mounts."))
                        .toList());
    }

    /** The short form of a mount keeps its options in one text. */
    private static Optional<ResolvedValue.Scalar> shared(ResolvedValue mount) {
        if (!(mount instanceof ResolvedValue.Fields fields)) {
            return Optional.empty();
        }
        return Stream.concat(
                        fields.scalars("bind", "propagation").stream(), fields.scalars(VolumeSpec.OPTIONS).stream())
                .filter(mode -> Stream.of(mode.text().split(",", -1)).anyMatch(SHARED::contains))
                .findFirst();
    }

    private static List<ResolvedValue> items(StatedService service, String field) {
        return service.stated().get(field).orElse(ResolvedValue.Fields.none()) instanceof ResolvedValue.Items(var items)
                ? items
                : List.of();
    }

    private static Optional<ResolvedValue.Scalar> source(ResolvedValue item) {
        return switch (item) {
            case ResolvedValue.Scalar line -> Optional.of(line);
            case ResolvedValue.Fields fields ->
                fields.scalars("source").stream().findFirst();
            case ResolvedValue.Items _ -> Optional.empty();
        };
    }

    /** Its proxy is a container, too: by the letter it breaks the item, and yet it is the remedy. */
    static ItemAnswer socket(StatedProject look) {
        Stream<Breach> held = look.findings("docker-socket").stream()
                .map(finding -> StatedProject.breach(finding, "the engine's socket, or a directory that holds it"));
        Stream<Breach> proxied = look.services().stream()
                .filter(service -> ProxiedSocket.is(service.service()))
                .flatMap(service -> ofProxy(service).stream());
        return ItemAnswer.of(Stream.concat(held, proxied).toList());
    }

    private static Optional<Breach> ofProxy(StatedService service) {
        List<String> paths = service.service().container().hostAccess().hostPaths();
        return IntStream.range(0, paths.size())
                .filter(i -> EngineSocket.mounted(paths.get(i)).isPresent())
                .mapToObj(i -> new Breach(
                        service.key(),
                        service.sources().at(Element.bindMount(service.key(), i)),
                        "the engine's socket, in a proxy that hands on part of it",
                        "Keep it: it spares the others the socket; let it allow no more than its clients need."))
                .findFirst();
    }

    /** The socket, and the same by the network. */
    static ItemAnswer engine(StatedProject look) {
        Stream<Breach> published = look.findings("docker-api").stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> StatedProject.breach(finding, "the engine's interface, published on the host"));
        return ItemAnswer.of(
                Stream.concat(socket(look).breaches().stream(), published).toList());
    }

    static ItemAnswer rootDirectory(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> service.breachIf(
                        !service.says("true", "read_only"),
                        "no read_only: true",
                        "Write read_only: true, with tmpfs for the directories that it writes to.",
                        "read_only"));
    }
}
