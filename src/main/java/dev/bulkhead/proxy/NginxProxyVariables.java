package dev.bulkhead.proxy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlFile;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteEntry.Protocol;
import dev.bulkhead.proxy.route.RouteMatch;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Routes in the variables of nginx-proxy (nginx-proxy {@code docs/README.md}, Virtual Hosts and Ports). */
final class NginxProxyVariables implements ProxyDialect {

    static final String HOST = "VIRTUAL_HOST";
    private static final String MULTIPORTS = "VIRTUAL_HOST_MULTIPORTS";
    static final String CERTIFICATE = "LETSENCRYPT_HOST";
    static final String PORT = "VIRTUAL_PORT";
    static final String PATH = "VIRTUAL_PATH";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    @Override
    public List<Route> routes(ProxyServer proxy, ProxyProject project) {
        List<Route> routes = new ArrayList<>();
        if (proxy.software() instanceof ProxyServer.Software.NginxProxy) {
            for (Service service : project.topology().services().values()) {
                Map<String, String> variables = service.container().environment();
                if (variables.containsKey(MULTIPORTS)) {
                    multiports(proxy, service, project, routes);
                } else if (variables.containsKey(HOST)) {
                    plain(proxy, service, project, routes);
                }
            }
        }
        return routes;
    }

    /**
     * One more host takes the port of the others; with another port or path all move to the variable that states them one
     * by one, which takes the place of the plain ones.
     */
    @Override
    public Optional<RouteChange> write(ProxyServer proxy, ProxyProject project, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.NginxProxy)) {
            return Optional.empty();
        }
        String owner = project.names().owner(wanted.service());
        Map<String, String> variables = project.topology()
                .service(owner)
                .map(service -> service.container().environment())
                .orElse(Map.of());
        List<String> hosts = hosts(variables.get(HOST));
        List<TopologyEdit> edits = new ArrayList<>();
        if (variables.containsKey(MULTIPORTS)
                || variables.containsKey("VIRTUAL_DEST")
                || variables.containsKey("VIRTUAL_PROTO")) {
            return Optional.of(Obstacle.SETTINGS_IN_THE_WAY.refuse("Service " + owner
                    + " states hosts of its own with " + MULTIPORTS + ", VIRTUAL_DEST or VIRTUAL_PROTO;"
                    + " add " + wanted.host() + " there by hand."));
        }
        boolean same = port(variables.get(PORT)).equals(Optional.of(wanted.port()))
                && path(variables.get(PATH)).equals(wanted.path());
        if (hosts.isEmpty()) {
            edits.add(new TopologyEdit.SetEnvironment(owner, HOST, wanted.host()));
            edits.add(new TopologyEdit.SetEnvironment(owner, PORT, Integer.toString(wanted.port())));
            wanted.path().ifPresent(path -> edits.add(new TopologyEdit.SetEnvironment(owner, PATH, path)));
        } else if (same) {
            edits.add(new TopologyEdit.SetEnvironment(owner, HOST, joined(hosts, wanted.host())));
        } else {
            edits.add(new TopologyEdit.SetEnvironment(owner, MULTIPORTS, oneByOne(hosts, variables, wanted)));
        }
        if (wanted.tls()) {
            edits.add(new TopologyEdit.SetEnvironment(
                    owner, CERTIFICATE, joined(hosts(variables.get(CERTIFICATE)), wanted.host())));
        }
        return Optional.of(RouteChange.of(edits));
    }

    @Override
    public Optional<RouteChange> change(ProxyServer proxy, ProxyProject project, Route before, WantedRoute wanted) {
        if (!(before.place() instanceof RoutePlace.Variable(String owner, String stating))) {
            return Optional.empty();
        }
        Map<String, String> variables = project.topology()
                .service(owner)
                .map(service -> service.container().environment())
                .orElse(Map.of());
        if (stating.equals(MULTIPORTS)) {
            return Optional.of(
                    Obstacle.SETTINGS_IN_THE_WAY.refuse("Service " + owner + " states its hosts one by one; change "
                            + before.match().hosts().getFirst() + " in " + MULTIPORTS + " there."));
        }
        String old = before.match().hosts().getFirst();
        List<ProjectEdit> edits = new ArrayList<>();
        set(
                edits,
                owner,
                variables,
                HOST,
                Optional.of(String.join(",", replaced(hosts(variables.get(HOST)), old, Optional.of(wanted.host())))));
        set(edits, owner, variables, PORT, Optional.of(Integer.toString(wanted.port())));
        set(edits, owner, variables, PATH, wanted.path());
        List<String> certified = replaced(
                hosts(variables.get(CERTIFICATE)), old, wanted.tls() ? Optional.of(wanted.host()) : Optional.empty());
        set(
                edits,
                owner,
                variables,
                CERTIFICATE,
                certified.isEmpty() ? Optional.empty() : Optional.of(String.join(",", certified)));
        return Optional.of(RouteChange.of(edits));
    }

    /** Returns hosts with another one in the place of one; it is added where that was missing. */
    private static List<String> replaced(List<String> hosts, String old, Optional<String> other) {
        List<String> replaced = new ArrayList<>(hosts);
        int index = replaced.indexOf(old);
        replaced.remove(old);
        other.filter(host -> !replaced.contains(host))
                .ifPresent(host -> replaced.add(index < 0 ? replaced.size() : index, host));
        return replaced;
    }

    private static void set(
            List<ProjectEdit> edits,
            String service,
            Map<String, String> variables,
            String name,
            Optional<String> value) {
        if (!value.equals(Optional.ofNullable(variables.get(name)))) {
            edits.add(value.<ProjectEdit>map(text -> new TopologyEdit.SetEnvironment(service, name, text))
                    .orElseGet(() ->
                            new FieldEdit.RemoveField(Element.service(service).field("environment", name))));
        }
    }

    private static String joined(List<String> hosts, String host) {
        return hosts.contains(host)
                ? String.join(",", hosts)
                : String.join(",", hosts) + (hosts.isEmpty() ? "" : ",") + host;
    }

    /** JSON, which is YAML on one line. */
    private static String oneByOne(List<String> hosts, Map<String, String> variables, WantedRoute wanted) {
        SequencedMap<String, SequencedMap<String, Optional<Integer>>> all = new LinkedHashMap<>();
        for (String host : hosts) {
            all.computeIfAbsent(host, h -> new LinkedHashMap<>())
                    .put(path(variables.get(PATH)).orElse("/"), port(variables.get(PORT)));
        }
        all.computeIfAbsent(wanted.host(), h -> new LinkedHashMap<>())
                .put(wanted.path().orElse("/"), Optional.of(wanted.port()));
        return all.entrySet().stream()
                .map(host -> quoted(host.getKey()) + ": "
                        + host.getValue().entrySet().stream()
                                .map(path -> quoted(path.getKey()) + ": "
                                        + path.getValue()
                                                .map(port -> "{\"port\": " + port + "}")
                                                .orElse("{}"))
                                .collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static void plain(ProxyServer proxy, Service service, ProxyProject project, List<Route> routes) {
        Map<String, String> variables = service.container().environment();
        Optional<Integer> port = port(variables.get(PORT));
        for (String host : hosts(variables.get(HOST))) {
            routes.add(route(proxy, service, project, HOST, host, path(variables.get(PATH)), port));
        }
    }

    /** Host names with paths with ports, as YAML or JSON; they take the place of the plain variables. */
    private static void multiports(ProxyServer proxy, Service service, ProxyProject project, List<Route> routes) {
        for (MappingEntry host : entries(service.container().environment().get(MULTIPORTS))) {
            List<MappingEntry> paths = entries(host.value()).stream()
                    .filter(entry -> !entry.name().startsWith("external_"))
                    .toList();
            for (MappingEntry path : paths) {
                Optional<Integer> port = entries(path.value()).stream()
                        .filter(entry -> entry.name().equals("port"))
                        .flatMap(entry -> text(entry.value()).flatMap(NginxProxyVariables::port).stream())
                        .findFirst();
                routes.add(route(proxy, service, project, MULTIPORTS, host.name(), path(path.name()), port));
            }
            if (paths.isEmpty()) {
                routes.add(route(proxy, service, project, MULTIPORTS, host.name(), Optional.empty(), Optional.empty()));
            }
        }
    }

    private static List<MappingEntry> entries(@Nullable String yaml) {
        try {
            YamlFile file = YamlReader.parse(MULTIPORTS, yaml == null ? "" : yaml);
            return file.documents().isEmpty()
                    ? List.of()
                    : entries(file.documents().getFirst().root());
        } catch (ComposeException unreadable) {
            // nginx-proxy makes no route of it either.
            return List.of();
        }
    }

    private static List<MappingEntry> entries(YamlNode node) {
        return node.resolved() instanceof MappingNode mapping ? mapping.entries() : List.of();
    }

    private static Optional<String> text(YamlNode node) {
        return node.resolved() instanceof ScalarNode scalar ? Optional.of(scalar.value()) : Optional.empty();
    }

    private static Route route(
            ProxyServer proxy,
            Service service,
            ProxyProject project,
            String variable,
            String host,
            Optional<String> path,
            Optional<Integer> port) {
        String certificate = service.container().environment().getOrDefault(CERTIFICATE, "");
        boolean tls = hosts(certificate).contains(host)
                || !service.container()
                        .environment()
                        .getOrDefault("CERT_NAME", "")
                        .isBlank();
        Map<String, String> own = proxy.service().container().environment();
        List<Integer> ports = new ArrayList<>();
        ports.add(port(own.get("HTTP_PORT")).orElse(HTTP_PORT));
        if (tls) {
            ports.add(port(own.get("HTTPS_PORT")).orElse(HTTPS_PORT));
        }
        boolean plainHost = !host.contains("*") && !host.startsWith("~");
        return new Route(
                proxy.key(),
                new RouteMatch(
                        host + path.orElse(""),
                        plainHost ? List.of(host) : List.of(),
                        path.stream().toList()),
                new RouteEntry(Protocol.HTTP, List.of(), ports, tls),
                new RouteTarget.Container(service.key(), port, network(proxy, service, project)),
                new RoutePlace.Variable(service.key(), variable),
                true);
    }

    /** It takes an address on any network that both are on. */
    private static NetworkChoice network(ProxyServer proxy, Service service, ProxyProject project) {
        List<Network> networks = project.networks(project.owner(service));
        List<Network> shared = proxy.onHost()
                ? networks
                : networks.stream().filter(proxy::joins).toList();
        return new NetworkChoice(networks, Optional.empty(), service.key(), shared);
    }

    static List<String> hosts(@Nullable String list) {
        return Arrays.stream((list == null ? "" : list).split(",", -1))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private static Optional<String> path(@Nullable String text) {
        return Optional.ofNullable(text).filter(path -> path.startsWith("/") && path.length() > 1);
    }

    private static Optional<Integer> port(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> t.matches("\\d{1,5}")).map(Integer::valueOf);
    }
}
