package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.proxy.traefik.TraefikRule;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.proxy.traefik.TraefikSettings.EntryPoint;
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

/** Change of a route that labels of Traefik state: only what differs is written, so middlewares and the like stay. */
final class TraefikLabelChange {

    private static final String RULE = ".rule";
    private static final String SERVICES = "traefik.http.services.";

    private final TraefikSettings settings;
    private final Service service;
    private final Route before;
    private final WantedRoute wanted;
    private final List<ProjectEdit> edits = new ArrayList<>();

    private TraefikLabelChange(TraefikSettings settings, Service service, Route before, WantedRoute wanted) {
        this.settings = settings;
        this.service = service;
        this.before = before;
        this.wanted = wanted;
    }

    /**
     * Returns the edits.
     *
     * @param resolver who gives other routers their certificates, if somebody does
     */
    static RouteChange of(
            TraefikSettings settings, Service service, Route before, WantedRoute wanted, Optional<String> resolver) {
        return new TraefikLabelChange(settings, service, before, wanted).change(resolver);
    }

    private RouteChange change(Optional<String> resolver) {
        if (!(before.place() instanceof RoutePlace.Label(String _, String label)) || !label.endsWith(RULE)) {
            return Obstacle.SETTINGS_IN_THE_WAY.refuse("No label of " + service.key()
                    + " states this route: Traefik makes it by its default rule. Add a route with a host of its own.");
        }
        String router = label.substring(0, label.length() - RULE.length());
        Optional<String> rule = TraefikRule.changed(value(label).orElse(""), before.match(), wanted);
        if (rule.isEmpty()) {
            return Obstacle.SETTINGS_IN_THE_WAY.refuse(
                    "The rule of this route is more than a host and a path; change it" + " where it stands, in label "
                            + label + " of " + service.key() + ".");
        }
        set(label, rule.get());
        if (!before.container().flatMap(target -> target.port()).equals(Optional.of(wanted.port()))) {
            set(SERVICES + balancer(router) + "." + TraefikLabels.PORT, Integer.toString(wanted.port()));
        }
        if (before.entry().tls() != wanted.tls()) {
            Optional<EntryPoint> entry = TraefikLabels.entryPoint(settings, TraefikLabels.port(wanted));
            if (entry.isEmpty() && !settings.entryPoints().isEmpty()) {
                return Obstacle.NO_ENTRY_POINT.refuse("Traefik (" + wanted.proxy() + ") has no entry point on port "
                        + TraefikLabels.port(wanted) + "; give it one.");
            }
            encrypt(router, entry, resolver);
        }
        return RouteChange.of(edits);
    }

    /** The service of Traefik that a router sends to: the one it names, else the container's only one, else a new one. */
    private String balancer(String router) {
        Optional<String> named = value(router + ".service")
                .filter(name -> !name.isBlank())
                .map(name -> name.replaceFirst("@docker$", ""));
        return named.or(() -> service.container().labels().keySet().stream()
                        .filter(label -> label.toLowerCase(Locale.ROOT).startsWith(SERVICES))
                        .map(label -> label.split("\\.", 5)[3])
                        .findFirst())
                .orElse(router.substring(router.lastIndexOf('.') + 1));
    }

    private void encrypt(String router, Optional<EntryPoint> entry, Optional<String> resolver) {
        entry.ifPresent(point -> set(router + ".entrypoints", point.name()));
        if (wanted.tls()) {
            if (!entry.map(EntryPoint::tls).orElse(false)) {
                set(router + ".tls", "true");
                resolver.ifPresent(name -> set(router + ".tls.certresolver", name));
            }
            return;
        }
        String tls = (router + ".tls").toLowerCase(Locale.ROOT);
        service.container().labels().keySet().stream()
                .filter(label -> label.toLowerCase(Locale.ROOT).equals(tls)
                        || label.toLowerCase(Locale.ROOT).startsWith(tls + "."))
                .forEach(label -> edits.add(
                        new FieldEdit.RemoveField(Element.service(service.key()).field("labels", label))));
    }

    /** Sets a label as it is written already, for Traefik does not mind the case. */
    private void set(String label, String value) {
        Optional<Map.Entry<String, String>> present = present(label);
        if (!present.map(Map.Entry::getValue).equals(Optional.of(value))) {
            edits.add(new TopologyEdit.SetLabel(
                    service.key(), present.map(Map.Entry::getKey).orElse(label), value));
        }
    }

    private Optional<String> value(String label) {
        return present(label).map(Map.Entry::getValue);
    }

    private Optional<Map.Entry<String, String>> present(String label) {
        return service.container().labels().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(label))
                .findFirst();
    }
}
