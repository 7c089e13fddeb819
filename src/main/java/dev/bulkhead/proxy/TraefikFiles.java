package dev.bulkhead.proxy;

import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteEntry.Protocol;
import dev.bulkhead.proxy.route.RouteMatch;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.proxy.traefik.DynamicFileText;
import dev.bulkhead.proxy.traefik.TraefikRule;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.proxy.traefik.TraefikSettings.EntryPoint;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.FileEdit.WriteFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Routes in Traefik's dynamic YAML files (Traefik documentation, File provider); its static file gives the settings. */
final class TraefikFiles implements ProxyDialect {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Returns the settings of a static file, where one was read. */
    static Optional<TraefikSettings> settings(List<ProxyFile> files) {
        return files.stream()
                .map(file -> YamlFields.of(file.name(), file.text()))
                .filter(root -> root.has("entryPoints") || root.has("providers"))
                .map(root -> {
                    Map<String, String> values = new TreeMap<>();
                    flatten("", root, values);
                    return new TraefikSettings(values, true);
                })
                .findFirst();
    }

    private static void flatten(String name, YamlFields fields, Map<String, String> values) {
        for (MappingEntry entry : fields.entries()) {
            String field = entry.name().toLowerCase(Locale.ROOT);
            String child = name.isEmpty() ? field : name + "." + field;
            YamlFields value = new YamlFields(Optional.of(entry.value().resolved()));
            if (value.entries().isEmpty()) {
                String list = value.items().stream()
                        .flatMap(item -> item.text().stream())
                        .collect(Collectors.joining(","));
                values.put(child, value.text().orElse(list.isEmpty() ? "true" : list));
            } else {
                flatten(child, value, values);
            }
        }
    }

    @Override
    public List<Route> routes(ProxyServer proxy, ProxyProject project) {
        List<Route> routes = new ArrayList<>();
        if (proxy.software() instanceof ProxyServer.Software.Traefik(TraefikSettings settings)) {
            for (ProxyFile file : project.files().of(proxy.key())) {
                YamlFields root = YamlFields.of(file.name(), file.text());
                for (Protocol protocol : Protocol.values()) {
                    YamlFields section = root.child(protocol.name().toLowerCase(Locale.ROOT));
                    for (MappingEntry router : section.child("routers").entries()) {
                        YamlFields fields =
                                new YamlFields(Optional.of(router.value().resolved()));
                        String rule = fields.child("rule").text().orElse("");
                        RouteEntry entry = entry(fields, settings, protocol);
                        targets(fields, section, project)
                                .forEach(target -> routes.add(new Route(
                                        proxy.key(),
                                        new RouteMatch(rule, TraefikRule.hosts(rule), TraefikRule.paths(rule)),
                                        entry,
                                        target,
                                        new RoutePlace.InFile(router.key().mark()),
                                        true)));
                    }
                }
            }
        }
        return routes;
    }

    private static List<RouteTarget> targets(YamlFields router, YamlFields section, ProxyProject project) {
        String service = router.child("service").text().orElse("");
        YamlFields balancer = section.child("services")
                .child(service.replaceFirst("@file$", ""))
                .child("loadBalancer");
        List<RouteTarget> targets = balancer.child("servers").items().stream()
                .flatMap(server -> server
                        .child("url")
                        .text()
                        .or(() -> server.child("address").text())
                        .stream())
                .flatMap(address -> Upstream.target(address, project).stream())
                .toList();
        return targets.isEmpty() && !service.isEmpty() ? List.of(new RouteTarget.OfProxy(service)) : targets;
    }

    private static RouteEntry entry(YamlFields router, TraefikSettings settings, Protocol protocol) {
        List<String> named = router.child("entryPoints").items().stream()
                .flatMap(item -> item.text().stream())
                .toList();
        List<EntryPoint> points = named.isEmpty()
                ? settings.defaultEntryPoints(protocol == Protocol.UDP)
                : settings.entryPoints().stream()
                        .filter(point -> named.stream().anyMatch(point.name()::equalsIgnoreCase))
                        .toList();
        boolean tls = router.has("tls")
                || (protocol == Protocol.HTTP
                        && !points.isEmpty()
                        && points.stream().allMatch(EntryPoint::tls));
        return new RouteEntry(
                protocol,
                named.isEmpty() ? points.stream().map(EntryPoint::name).toList() : named,
                points.stream().flatMap(point -> point.port().stream()).toList(),
                tls);
    }

    @Override
    public Optional<RouteChange> write(ProxyServer proxy, ProxyProject project, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.Traefik(TraefikSettings settings))) {
            return Optional.empty();
        }
        return project.files().of(proxy.key()).stream()
                .filter(TraefikFiles::dynamic)
                .findFirst()
                .map(file -> add(file, settings, project, wanted));
    }

    @Override
    public Optional<RouteChange> change(ProxyServer proxy, ProxyProject project, Route before, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.Traefik)
                || !(before.place() instanceof RoutePlace.InFile(SourceMark at))) {
            return Optional.empty();
        }
        return project.files().of(proxy.key()).stream()
                .filter(file -> file.name().equals(at.file()))
                .findFirst()
                .map(file -> changed(file, at, before, wanted)
                        .<RouteChange>map(text -> RouteChange.of(List.of(new WriteFile(file.name(), text))))
                        .orElseGet(() -> RouteChange.Obstacle.FILE_FORM.refuse(
                                "This changes more than host, path and port; change it in " + at.fileAndLine() + ".")));
    }

    /** Returns the text with another rule and port; the way in is a matter of entry points, which stand in lists. */
    private static Optional<String> changed(ProxyFile file, SourceMark at, Route before, WantedRoute wanted) {
        YamlFields http = YamlFields.of(file.name(), file.text()).child("http");
        Optional<YamlFields> router = http.child("routers").entries().stream()
                .filter(entry -> entry.key().mark().equals(at))
                .map(entry -> new YamlFields(Optional.of(entry.value().resolved())))
                .findFirst();
        if (router.isEmpty() || before.entry().tls() != wanted.tls()) {
            return Optional.empty();
        }
        String service = router.get().child("service").text().orElse("").replaceFirst("@file$", "");
        List<YamlFields> servers = http.child("services")
                .child(service)
                .child("loadBalancer")
                .child("servers")
                .items();
        Optional<YamlNode> url =
                servers.size() == 1 ? servers.getFirst().child("url").node() : Optional.empty();
        Optional<YamlNode> rule = router.get().child("rule").node();
        return rule.flatMap(node -> TraefikRule.changed(text(node), before.match(), wanted))
                .flatMap(rewritten -> url.map(node -> DynamicFileText.replaced(
                        file.text(),
                        List.of(
                                new DynamicFileText.Replacement(rule.get(), rewritten),
                                new DynamicFileText.Replacement(node, ported(text(node), before, wanted))))));
    }

    private static String text(YamlNode node) {
        return node instanceof ScalarNode scalar ? scalar.value() : "";
    }

    private static String ported(String url, Route before, WantedRoute wanted) {
        if (before.container().flatMap(RouteTarget.Container::port).equals(Optional.of(wanted.port()))) {
            return url;
        }
        return url.replaceFirst("^([a-z0-9]+://[^/:]+)(:\\d+)?", "$1:" + wanted.port());
    }

    private static boolean dynamic(ProxyFile file) {
        YamlFields root = YamlFields.of(file.name(), file.text());
        return root.has("http") || root.has("tcp") || root.has("udp");
    }

    private static RouteChange add(ProxyFile file, TraefikSettings settings, ProxyProject project, WantedRoute wanted) {
        int port = wanted.tls() ? HTTPS_PORT : HTTP_PORT;
        Optional<EntryPoint> point = settings.entryPoints().stream()
                .filter(p -> !p.udp() && p.port().equals(Optional.of(port)))
                .findFirst();
        if (point.isEmpty() && !settings.entryPoints().isEmpty()) {
            return RouteChange.Obstacle.NO_ENTRY_POINT.refuse(
                    "Traefik (" + wanted.proxy() + ") has no entry point on port " + port + "; give it one.");
        }
        YamlFields root = YamlFields.of(file.name(), file.text());
        String name = free(wanted.service(), root.child("http"));
        List<String> router = new ArrayList<>(List.of(
                name + ":",
                "  rule: \"Host(`" + wanted.host() + "`)"
                        + wanted.path()
                                .map(path -> " && PathPrefix(`" + path + "`)")
                                .orElse("") + "\"",
                "  service: " + name));
        point.ifPresent(p -> router.add("  entryPoints: [" + p.name() + "]"));
        if (wanted.tls() && !point.map(EntryPoint::tls).orElse(false)) {
            router.add("  tls: {}");
        }
        List<String> service = List.of(
                name + ":",
                "  loadBalancer:",
                "    servers:",
                "      - url: \"http://" + project.names().owner(wanted.service()) + ":" + wanted.port() + "\"");
        return DynamicFileText.with(file.text(), root, router, service)
                .map(text -> RouteChange.of(List.of(new WriteFile(file.name(), text))))
                .orElseGet(() -> RouteChange.Obstacle.FILE_FORM.refuse("File " + file.name()
                        + " has no block of routers and services under http that lines can be added to."));
    }

    private static String free(String service, YamlFields http) {
        String name = service;
        for (int number = 2;
                http.child("routers").has(name) || http.child("services").has(name);
                number++) {
            name = service + "-" + number;
        }
        return name;
    }
}
