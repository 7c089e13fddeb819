package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Removal of a route that labels or variables of a service state: the ways to do it, the one that leaves least behind first.
 * Which of them leaves every other route as it is shows only when the files are read again.
 */
final class RouteRemoval {

    private static final String RULE = ".rule";
    private static final String SERVICES = "traefik.http.services.";
    private static final String LABELS = "labels";

    private final Service service;
    private final Route route;

    private RouteRemoval(Service service, Route route) {
        this.service = service;
        this.route = route;
    }

    /** Returns the ways; none for a route that stands in a file of the proxy's own, or for which there are no words here. */
    static List<List<ProjectEdit>> ways(ProxyProject project, Route route) {
        return switch (route.place()) {
            case RoutePlace.Label(String owner, String label) ->
                project.topology()
                        .service(owner)
                        .map(service -> new RouteRemoval(service, route).ofLabel(label))
                        .orElse(List.of());
            case RoutePlace.Variable(String owner, String variable) ->
                project.topology()
                        .service(owner)
                        .map(service -> new RouteRemoval(service, route).ofVariable(variable))
                        .orElse(List.of());
            case RoutePlace.InFile inFile -> List.of();
        };
    }

    private List<List<ProjectEdit>> ofLabel(String label) {
        if (!TraefikLabels.isOfTraefik(label)) {
            String site = label.substring(0, Math.max(0, label.indexOf('.')));
            String branch = label.substring(0, Math.max(0, label.lastIndexOf('.')));
            return site.isEmpty()
                    ? List.of()
                    : List.of(
                            labels(name -> below(name, site)),
                            labels(name -> branch.equals(site) ? below(name, label) : below(name, branch)));
        }
        if (!label.toLowerCase(Locale.ROOT).endsWith(RULE)) {
            return List.of(List.of(off()));
        }
        String router = label.substring(0, label.length() - RULE.length());
        Optional<String> balancer =
                Optional.ofNullable(service.container().labels().get(router + ".service"));
        Predicate<String> itsOwn = name -> below(name, router);
        Predicate<String> itsService =
                name -> below(name, SERVICES + balancer.orElse(router.substring(router.lastIndexOf('.') + 1)));
        // Middlewares stay: routers of other containers may name them.
        Predicate<String> all = name -> TraefikLabels.isRouting(name) || name.equalsIgnoreCase(TraefikLabels.NETWORK);
        List<ProjectEdit> routingAndOff = new ArrayList<>(labels(all));
        routingAndOff.add(off());
        // A container that has no router left gets one by Traefik's default rule as long as it is enabled.
        return List.of(
                labels(all.or(name -> name.equalsIgnoreCase(TraefikLabels.ENABLE))),
                routingAndOff,
                labels(itsOwn.or(itsService)),
                labels(itsOwn));
    }

    private ProjectEdit off() {
        return new TopologyEdit.SetLabel(service.key(), TraefikLabels.ENABLE, "false");
    }

    private static boolean below(String name, String parent) {
        return name.equalsIgnoreCase(parent) || name.regionMatches(true, 0, parent + ".", 0, parent.length() + 1);
    }

    private List<ProjectEdit> labels(Predicate<String> which) {
        return service.container().labels().keySet().stream()
                .filter(which)
                .<ProjectEdit>map(name -> gone(LABELS, name))
                .toList();
    }

    private ProjectEdit gone(String field, String name) {
        return new FieldEdit.RemoveField(Element.service(service.key()).field(field, name));
    }

    private List<List<ProjectEdit>> ofVariable(String variable) {
        if (!variable.equals(NginxProxyVariables.HOST) || route.match().hosts().isEmpty()) {
            return List.of();
        }
        String host = route.match().hosts().getFirst();
        Map<String, String> variables = service.container().environment();
        Map<String, Optional<String>> after = new TreeMap<>();
        Optional<String> hosts = without(variables.getOrDefault(NginxProxyVariables.HOST, ""), host);
        after.put(NginxProxyVariables.HOST, hosts);
        if (hosts.isEmpty()) {
            after.put(NginxProxyVariables.PORT, Optional.empty());
            after.put(NginxProxyVariables.PATH, Optional.empty());
        }
        after.put(
                NginxProxyVariables.CERTIFICATE,
                without(variables.getOrDefault(NginxProxyVariables.CERTIFICATE, ""), host));
        List<ProjectEdit> edits = new ArrayList<>();
        after.forEach((name, value) -> {
            if (variables.containsKey(name) && !value.equals(Optional.ofNullable(variables.get(name)))) {
                edits.add(value.<ProjectEdit>map(text -> new TopologyEdit.SetEnvironment(service.key(), name, text))
                        .orElseGet(() -> gone("environment", name)));
            }
        });
        return List.of(edits);
    }

    private static Optional<String> without(String list, String host) {
        List<String> left = new ArrayList<>(NginxProxyVariables.hosts(list));
        left.remove(host);
        return left.isEmpty() ? Optional.empty() : Optional.of(String.join(",", left));
    }
}
