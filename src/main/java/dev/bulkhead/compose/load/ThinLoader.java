package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.ElementPath;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A first reading of the samples, until the full pipeline takes its place. */
final class ThinLoader {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::?-([^}]*))?}|\\$\\$");

    private final FileTree files;
    private final Map<String, String> env = new HashMap<>();
    private final Map<String, SourceMark> marks = new HashMap<>();
    private final List<ComposeFile> read = new ArrayList<>();
    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, Network> networks = new TreeMap<>();
    private Path directory = Path.of("");
    private String project = "";

    ThinLoader(FileTree files) {
        this.files = files;
    }

    ComposeProject load(ComposeRequest request) throws ComposeException {
        List<Path> mains = new ArrayList<>();
        Path path = request.path().toAbsolutePath().normalize();
        if (files.isFile(path)) {
            directory = path.resolveSibling("").normalize();
            mains.add(path);
        } else {
            directory = path;
            for (String name : List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")) {
                if (mains.isEmpty() && files.isFile(path.resolve(name))) {
                    mains.add(path.resolve(name));
                }
            }
            for (String name : List.of("compose.override.yaml", "docker-compose.override.yml")) {
                if (files.isFile(path.resolve(name))) {
                    mains.add(path.resolve(name));
                }
            }
        }
        if (!request.files().isEmpty()) {
            mains.clear();
            request.files().forEach(f -> mains.add(f.toAbsolutePath().normalize()));
        }
        if (mains.isEmpty()) {
            throw new ComposeException(
                    request.path() + " holds no compose.yaml; name a Compose file or its directory.");
        }
        if (files.isFile(directory.resolve(".env"))) {
            for (String line : text(directory.resolve(".env")).split("\n", -1)) {
                int eq = line.indexOf('=');
                if (eq > 0 && !line.startsWith("#")) {
                    env.put(line.substring(0, eq).trim(), line.substring(eq + 1).trim());
                }
            }
        }
        env.putAll(request.environment());
        project = directory
                .getFileName()
                .toString()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9_-]", "");
        for (Path main : mains) {
            readFile(main, true);
        }
        request.projectName().ifPresent(n -> project = n);
        implicitDefault();
        return new ComposeProject(
                request,
                directory,
                read,
                mains.size(),
                new Topology(project, new TreeMap<>(networks), new TreeMap<>(services)),
                new SourceMap(marks),
                List.of(),
                List.of());
    }

    private String text(Path file) throws ComposeException {
        try {
            return new String(files.read(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ComposeException(file + " cannot be read; check that it is there and readable.");
        }
    }

    private void readFile(Path file, boolean main) throws ComposeException {
        String name = directory.relativize(file).toString();
        String text = text(file);
        ComposeFile composeFile = new ComposeFile(file, name, text);
        read.add(composeFile);
        YamlNode root = YamlReader.parse(name, text).documents().getFirst().root();
        Map<String, YamlNode> top = map(root);
        if (main && top.get("name") != null) {
            project = scalar(top.get("name"));
        }
        for (MappingEntry entry : entries(top.get("networks"))) {
            marks.put(ElementPath.network(entry.name()), entry.key().mark());
            network(entry.name(), entry.value());
        }
        for (MappingEntry entry : entries(top.get("services"))) {
            marks.put(ElementPath.service(entry.name()), entry.key().mark());
            services.put(entry.name(), service(entry.name(), map(entry.value())));
        }
        YamlNode include = top.get("include");
        if (include != null && include.resolved() instanceof SequenceNode list) {
            for (YamlNode item : list.items()) {
                YamlNode target = item.resolved() instanceof MappingNode m
                        ? m.value("path").orElse(item)
                        : item;
                readFile(file.resolveSibling(scalar(target)).normalize(), false);
            }
        }
    }

    private void network(String key, YamlNode node) {
        Map<String, YamlNode> map = map(node);
        boolean external = flag(map.get("external"));
        List<Subnet> pools = new ArrayList<>();
        YamlNode config = map(map.get("ipam")).get("config");
        if (config != null && config.resolved() instanceof SequenceNode list) {
            for (YamlNode item : list.items()) {
                Map<String, YamlNode> pool = map(item);
                marks.put(ElementPath.subnet(key, pools.size()), item.mark());
                pools.add(new Subnet(
                        optional(pool.get("subnet")),
                        optional(pool.get("gateway")),
                        optional(pool.get("ip_range")),
                        Map.of()));
            }
        }
        NetworkOptions options = new NetworkOptions(
                optional(map.get("driver")),
                external,
                flag(map.get("internal")),
                flag(map.get("attachable")),
                flag(map.get("enable_ipv6")),
                texts(map.get("driver_opts")),
                texts(map.get("labels")));
        String name = optional(map.get("name")).orElse(external ? key : project + "_" + key);
        networks.put(key, new Network(key, name, options, pools));
    }

    private Service service(String key, Map<String, YamlNode> map) {
        NetworkMode mode = NetworkMode.parse(optional(map.get("network_mode")).orElse(""));
        List<Attachment> attachments = new ArrayList<>();
        YamlNode nets = map.get("networks");
        if (nets != null && nets.resolved() instanceof SequenceNode list) {
            for (YamlNode item : list.items()) {
                marks.put(ElementPath.attachment(key, scalar(item)), item.mark());
                attachments.add(Attachment.to(scalar(item)));
            }
        }
        for (MappingEntry entry :
                nets != null && nets.resolved() instanceof MappingNode ? entries(nets) : List.<MappingEntry>of()) {
            marks.put(ElementPath.attachment(key, entry.name()), entry.key().mark());
            Map<String, YamlNode> options = map(entry.value());
            attachments.add(new Attachment(
                    entry.name(),
                    list(options.get("aliases")),
                    optional(options.get("ipv4_address")),
                    optional(options.get("ipv6_address")),
                    optional(options.get("gw_priority")).map(Integer::parseInt).orElse(0),
                    optional(options.get("mac_address")),
                    Map.of()));
        }
        if (attachments.isEmpty() && mode instanceof NetworkMode.Networks) {
            attachments.add(Attachment.to(Network.DEFAULT_KEY));
        }
        List<PortMapping> ports = new ArrayList<>();
        if (map.get("ports") != null && map.get("ports").resolved() instanceof SequenceNode list) {
            for (YamlNode item : list.items()) {
                marks.put(ElementPath.port(key, ports.size()), item.mark());
                ports.add(port(item));
            }
        }
        List<Dependency> dependencies = new ArrayList<>();
        if (map.get("depends_on") != null && map.get("depends_on").resolved() instanceof SequenceNode) {
            list(map.get("depends_on")).forEach(d -> dependencies.add(Dependency.on(d)));
        }
        for (MappingEntry entry : entries(map.get("depends_on"))) {
            dependencies.add(new Dependency(
                    entry.name(),
                    optional(map(entry.value()).get("condition")).orElse("service_started"),
                    false,
                    true));
        }
        if (mode instanceof NetworkMode.OfService(String owner)
                && dependencies.stream().noneMatch(d -> d.service().equals(owner))) {
            dependencies.add(new Dependency(owner, "service_started", true, true));
        }
        ContainerSpec container = new ContainerSpec(
                optional(map.get("container_name")),
                optional(map.get("image")),
                optional(map.get("hostname")),
                texts(map.get("labels")),
                texts(map.get("environment")),
                map.get("healthcheck") != null,
                new ContainerSpec.HostAccess(flag(map.get("privileged")), list(map.get("cap_add")), List.of()));
        return new Service(key, mode, attachments, ports, dependencies, list(map.get("profiles")), container);
    }

    private PortMapping port(YamlNode item) {
        if (item.resolved() instanceof MappingNode) {
            Map<String, YamlNode> map = map(item);
            return new PortMapping(
                    optional(map.get("host_ip")),
                    optional(map.get("published")),
                    Integer.parseInt(optional(map.get("target")).orElse("0")),
                    Protocol.parse(optional(map.get("protocol")).orElse("tcp")).orElse(Protocol.TCP),
                    optional(map.get("mode")).orElse(PortMapping.INGRESS));
        }
        String text = scalar(item);
        String[] slash = text.split("/", 2);
        Protocol protocol = Protocol.parse(slash.length > 1 ? slash[1] : "tcp").orElse(Protocol.TCP);
        String[] parts = slash[0].split(":", -1);
        int target = Integer.parseInt(parts[parts.length - 1]);
        Optional<String> published = parts.length > 1 ? Optional.of(parts[parts.length - 2]) : Optional.empty();
        Optional<String> host = parts.length > 2 ? Optional.of(parts[0]) : Optional.empty();
        return new PortMapping(host, published, target, protocol, PortMapping.INGRESS);
    }

    private void implicitDefault() {
        boolean used = services.values().stream().anyMatch(s -> s.joins(Network.DEFAULT_KEY));
        if (used && !networks.containsKey(Network.DEFAULT_KEY)) {
            networks.put(
                    Network.DEFAULT_KEY,
                    new Network(Network.DEFAULT_KEY, project + "_default", NetworkOptions.defaults(), List.of()));
        }
    }

    private List<MappingEntry> entries(@org.jspecify.annotations.Nullable YamlNode node) {
        return node != null && node.resolved() instanceof MappingNode map ? map.entries() : List.of();
    }

    private Map<String, YamlNode> map(@org.jspecify.annotations.Nullable YamlNode node) {
        Map<String, YamlNode> map = new LinkedHashMap<>();
        for (MappingEntry entry : entries(node)) {
            if (entry.name().equals("<<")) {
                map(entry.value()).forEach(map::putIfAbsent);
                if (entry.value().resolved() instanceof SequenceNode list) {
                    list.items().forEach(i -> map(i).forEach(map::putIfAbsent));
                }
            }
        }
        entries(node).forEach(e -> map.put(e.name(), e.value()));
        return map;
    }

    private List<String> list(@org.jspecify.annotations.Nullable YamlNode node) {
        return node != null && node.resolved() instanceof SequenceNode list
                ? list.items().stream().map(this::scalar).toList()
                : List.of();
    }

    private Map<String, String> texts(@org.jspecify.annotations.Nullable YamlNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        map(node).forEach((k, v) -> map.put(k, scalar(v)));
        for (String item : list(node)) {
            int eq = item.indexOf('=');
            map.put(eq < 0 ? item : item.substring(0, eq), eq < 0 ? "" : item.substring(eq + 1));
        }
        return map;
    }

    private boolean flag(@org.jspecify.annotations.Nullable YamlNode node) {
        return node != null && scalar(node).equals("true");
    }

    private Optional<String> optional(@org.jspecify.annotations.Nullable YamlNode node) {
        return node == null ? Optional.empty() : Optional.of(scalar(node)).filter(s -> !s.isEmpty());
    }

    private String scalar(YamlNode node) {
        String raw = node.resolved() instanceof ScalarNode s ? s.value() : "";
        Matcher matcher = VARIABLE.matcher(raw);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = name == null ? "$" : env.getOrDefault(name, "");
            if (value.isEmpty() && matcher.group(2) != null) {
                value = matcher.group(2);
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }
}
