package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * HTTPS in the labels of caddy-docker-proxy (its {@code README.md}): the label of a site loses {@code http://} and gets
 * {@code tls}; global options stand on the proxy itself.
 */
final class CaddyLabelsTls implements TlsDialect {

    private final TlsScene scene;
    private final String prefix;
    private final TlsWishes wishes;
    private final CaddyCertificates certificates;

    CaddyLabelsTls(TlsScene scene, String prefix, TlsWishes wishes) throws AnswersException {
        this.scene = scene;
        this.prefix = prefix;
        this.wishes = wishes;
        this.certificates = new CaddyCertificates(scene, wishes);
    }

    @Override
    public List<Stretch> stretches() throws AnswersException {
        String proxy = scene.proxy().key();
        Map<String, String> own = scene.service().container().labels();
        if (certificates.authority().isPresent() && own.containsKey(prefix)) {
            throw new AnswersException("Label " + prefix + " of " + proxy
                    + " makes a site, so its global options have no room there; call that label " + prefix
                    + "_1 first.");
        }
        List<Stretch> stretches = new ArrayList<>();
        List<ProjectEdit> door = new ArrayList<>(new Mounts(scene).door());
        door.addAll(certificates.mounts());
        door.addAll(TlsFiles.ignored(certificates.secrets()));
        if (own.containsKey(prefix + ".auto_https")) {
            door.add(new FieldEdit.RemoveField(
                    Element.service(proxy).field("labels").field(prefix + ".auto_https")));
        }
        certificates.options(certificates.authority()).forEach(option -> door.add(option(option)));
        stretches.add(new Stretch(
                "Open HTTPS at " + proxy, certificates.secrets(), door, List.of(), certificates.trustAtFirst()));
        SortedMap<String, List<Route>> labelled = new TreeMap<>();
        for (Route route : scene.routes()) {
            if (route.place() instanceof RoutePlace.Label(String service, String _)) {
                labelled.computeIfAbsent(service, key -> new ArrayList<>()).add(route);
            }
        }
        scene.dependenciesFirst(labelled.keySet())
                .forEach(service -> stretches.add(new Stretch(
                        "Serve " + service + " by HTTPS",
                        List.of(),
                        labels(service, labelled.getOrDefault(service, List.of())),
                        labelled.getOrDefault(service, List.of()),
                        certificates.trustAtFirst())));
        if (certificates.stagesFirst()) {
            stretches.add(new Stretch(
                    "Ask production for the certificates that staging has signed",
                    List.of(),
                    List.of(new FieldEdit.RemoveField(
                            Element.service(proxy).field("labels").field(prefix + ".acme_ca"))),
                    scene.routes(),
                    wishes.source().trust()));
        }
        return stretches;
    }

    private TopologyEdit option(String line) {
        String[] words = line.split(" ", 2);
        return new TopologyEdit.SetLabel(scene.proxy().key(), prefix + "." + words[0], words[1]);
    }

    private List<ProjectEdit> labels(String service, List<Route> routes) {
        Map<String, String> labels = scene.input()
                .topology()
                .service(service)
                .map(s -> s.container().labels())
                .orElse(Map.of());
        SortedMap<String, String> wanted = new TreeMap<>();
        for (Route route : routes) {
            if (route.place() instanceof RoutePlace.Label(String _, String label)) {
                String site = label.contains(".") ? label.substring(0, label.indexOf('.')) : label;
                wanted.put(
                        site,
                        scene.ports()
                                .map(one -> one.authority(scene.port(route)))
                                .orElseGet(
                                        () -> labels.getOrDefault(site, "").replaceAll("http://([A-Za-z0-9])", "$1")));
                boolean told = labels.keySet().stream().anyMatch(name -> name.equals(site + ".tls"));
                if (!told) {
                    certificates.tls().ifPresent(files -> wanted.put(site + ".tls", files));
                }
                if (certificates.modern()) {
                    wanted.put(site + ".tls.protocols", "tls1.3");
                }
                if (certificates.hsts()) {
                    wanted.put(site + ".header", "Strict-Transport-Security max-age=15552000");
                }
            }
        }
        List<ProjectEdit> edits = new ArrayList<>();
        wanted.forEach((name, value) -> {
            if (!value.equals(labels.get(name))) {
                edits.add(new TopologyEdit.SetLabel(service, name, value));
            }
        });
        return edits;
    }
}
