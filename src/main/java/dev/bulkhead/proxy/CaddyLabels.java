package dev.bulkhead.proxy;

import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.directive.LabelTree;
import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Routes in the labels of caddy-docker-proxy (its {@code README.md}; the networks by {@code generator/containers.go}).
 */
final class CaddyLabels implements ProxyDialect {

    static final String NETWORK = "caddy_ingress_network";
    static final String INGRESS = "CADDY_INGRESS_NETWORKS";
    private static final String PREFIX = "CADDY_DOCKER_LABEL_PREFIX";
    /** A template that stands for the container's own addresses: its scheme and its port, each where it is stated. */
    static final Pattern UPSTREAMS =
            Pattern.compile("\\{\\{\\s*upstreams(?:\\s+(https?|h2c))?(?:\\s+(\\d{1,5}))?\\s*}}");

    private static final int HTTPS_PORT = 443;

    /** Returns whether a Caddy of unknown make is told to read labels. */
    static boolean reads(ContainerSpec container) {
        return container.command().contains("docker-proxy")
                || container.hostAccess().hostPaths().stream().anyMatch(path -> path.endsWith("docker.sock"))
                || container.environment().containsKey("DOCKER_HOST")
                || container.environment().containsKey(INGRESS)
                || container.environment().keySet().stream().anyMatch(name -> name.startsWith("CADDY_DOCKER_"));
    }

    static ProxyServer.Software settings(ContainerSpec container) {
        String prefix = setting(container, "--label-prefix", PREFIX).orElse("caddy");
        List<String> ingress = setting(container, "--ingress-networks", INGRESS).stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new ProxyServer.Software.CaddyDockerProxy(prefix, ingress);
    }

    private static Optional<String> setting(ContainerSpec container, String flag, String variable) {
        List<String> words = container.command();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(flag + "=")) {
                return Optional.of(word.substring(flag.length() + 1));
            }
            if (word.equals(flag) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.ofNullable(container.environment().get(variable)).filter(value -> !value.isBlank());
    }

    @Override
    public List<Route> routes(ProxyServer proxy, ProxyProject project) {
        if (!(proxy.software() instanceof ProxyServer.Software.CaddyDockerProxy(String prefix, List<String> ingress))) {
            return List.of();
        }
        List<Route> routes = new ArrayList<>();
        for (Service service : project.topology().services().values()) {
            Map<String, String> labels = service.container().labels();
            if (labels.keySet().stream().anyMatch(label -> label.startsWith(prefix))) {
                NetworkChoice network = network(service, proxy, ingress, project);
                routes.addAll(new CaddySites(
                                proxy.key(),
                                upstream -> target(upstream, service, network, project),
                                directive -> place(service, directive))
                        .of(LabelTree.read(labels, prefix)));
            }
        }
        return routes;
    }

    private static RoutePlace place(Service service, Directive directive) {
        return new RoutePlace.Label(service.key(), directive.source());
    }

    private static Optional<RouteTarget> target(
            String upstream, Service service, NetworkChoice network, ProxyProject project) {
        Matcher own = UPSTREAMS.matcher(upstream);
        if (!own.matches()) {
            return Upstream.target(upstream, project);
        }
        Optional<Integer> port = Optional.ofNullable(own.group(2))
                .map(Integer::valueOf)
                .or(() -> Optional.of(HTTPS_PORT).filter(p -> "https".equals(own.group(1))));
        return Optional.of(new RouteTarget.Container(service.key(), port, network));
    }

    /**
     * The container's own networks that are ingress networks: named by its label, else by the proxy's settings, else those
     * of the proxy. One that borrows a namespace has no network of its own, so no address is found for it.
     */
    private static NetworkChoice network(
            Service service, ProxyServer proxy, List<String> ingress, ProxyProject project) {
        List<Network> networks = project.networks(service);
        Optional<String> stated =
                Optional.ofNullable(service.container().labels().get(NETWORK));
        List<Network> candidates = networks.stream()
                .filter(network -> stated.map(network.name()::equals)
                        .orElseGet(() -> ingress.isEmpty() ? proxy.joins(network) : ingress.contains(network.name())))
                .toList();
        return new NetworkChoice(networks, stated, service.key(), candidates);
    }

    @Override
    public Optional<RouteChange> write(ProxyServer proxy, ProxyProject project, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.CaddyDockerProxy(String prefix, List<String> ingress))) {
            return Optional.empty();
        }
        // One that borrows a network namespace has no address of its own: its lender carries the labels.
        String owner = project.names().owner(wanted.service());
        return project.topology().service(owner).map(service -> {
            String site = free(service.container().labels(), prefix);
            String upstreams = "{{upstreams " + wanted.port() + "}}";
            List<TopologyEdit> edits = new ArrayList<>();
            edits.add(new TopologyEdit.SetLabel(owner, site, (wanted.tls() ? "" : "http://") + wanted.authority()));
            if (wanted.tls()) {
                certificate(project, prefix)
                        .ifPresent(files -> edits.add(new TopologyEdit.SetLabel(owner, site + ".tls", files)));
            }
            if (wanted.path().isPresent()) {
                edits.add(new TopologyEdit.SetLabel(
                        owner, site + ".handle", wanted.path().get() + "*"));
                edits.add(new TopologyEdit.SetLabel(owner, site + ".handle.reverse_proxy", upstreams));
            } else {
                edits.add(new TopologyEdit.SetLabel(owner, site + ".reverse_proxy", upstreams));
            }
            NetworkChoice network = network(service, proxy, ingress, project);
            if (network.candidates().stream().noneMatch(n -> proxy.onHost() || proxy.joins(n))) {
                network.networks().stream()
                        .filter(proxy::joins)
                        .findFirst()
                        .ifPresent(n -> edits.add(new TopologyEdit.SetLabel(owner, NETWORK, n.name())));
            }
            return RouteChange.of(edits);
        });
    }

    @Override
    public Optional<RouteChange> change(ProxyServer proxy, ProxyProject project, Route before, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.CaddyDockerProxy(String prefix, List<String> _))
                || !(before.place() instanceof RoutePlace.Label(String stating, String label))) {
            return Optional.empty();
        }
        Map<String, String> labels = project.topology()
                .service(stating)
                .map(service -> service.container().labels())
                .orElse(Map.of());
        return CaddyChange.way(
                        LabelTree.read(labels, prefix),
                        directive -> directive.source().equals(label)
                                && directive.name().equals("reverse_proxy"))
                .map(way -> new CaddyChange(before, wanted, project)
                        .words(way)
                        .map(words -> RouteChange.of(edits(stating, labels, words)))
                        .orElseGet(
                                () -> Obstacle.SETTINGS_IN_THE_WAY.refuse("What decides the path of this route is not"
                                        + " label " + label + " alone; change it there, at " + stating + ".")));
    }

    private static List<TopologyEdit> edits(String service, Map<String, String> labels, List<CaddyChange.Word> words) {
        Map<String, String> changed = new TreeMap<>();
        for (CaddyChange.Word word : words) {
            String label = word.directive().source();
            String value = changed.getOrDefault(label, labels.getOrDefault(label, ""));
            changed.put(
                    label,
                    word.from().isEmpty()
                            ? (word.to() + " " + value).strip()
                            : value.replace(word.from(), word.to()).strip());
        }
        return changed.entrySet().stream()
                .<TopologyEdit>map(entry -> new TopologyEdit.SetLabel(service, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns what other sites are told of their certificate; empty where Caddy fetches them itself. */
    private static Optional<String> certificate(ProxyProject project, String prefix) {
        Pattern told = Pattern.compile(Pattern.quote(prefix) + "(_\\d+)?\\.tls");
        return project.topology().services().values().stream()
                .flatMap(service -> service.container().labels().entrySet().stream())
                .filter(label -> told.matcher(label.getKey()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the first label of a site that is not used: the plain one, else a numbered one. */
    private static String free(Map<String, String> labels, String prefix) {
        String site = prefix;
        for (int number = 1; used(labels, site); number++) {
            site = prefix + "_" + number;
        }
        return site;
    }

    private static boolean used(Map<String, String> labels, String site) {
        return labels.containsKey(site) || labels.keySet().stream().anyMatch(label -> label.startsWith(site + "."));
    }
}
