package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.RouteWriter;
import dev.bulkhead.proxy.directive.CaddyfileReader;
import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Route to the portal, with a certificate from where the routes beside it have theirs. */
final class PortalRoute {

    private static final String ROUTERS = "traefik.http.routers.";
    private static final String TLS = ".tls.";

    private final Topology topology;
    private final ProxyFiles files;
    private final ProxyServer proxy;

    /** Works on a project that has the portal's service and the networks that it shares with the proxy. */
    PortalRoute(Topology topology, ProxyFiles files, ProxyServer proxy) {
        this.topology = topology;
        this.files = files;
        this.proxy = proxy;
    }

    /**
     * Returns the edits that make it.
     *
     * @param beside an entrance of the proxy that is encrypted already
     */
    List<ProjectEdit> edits(Portal portal, Entrance beside) throws AnswersException {
        WantedRoute wanted = new WantedRoute(
                proxy.key(),
                AutheliaServices.PORTAL,
                AutheliaServices.AUTH.port(),
                portal.host(),
                Optional.of(portal.path()).filter(path -> !path.isEmpty()),
                true,
                beside.request().written().map(port -> beside.request().port()));
        return switch (new RouteWriter(topology, files).write(wanted)) {
            case RouteChange.Refused(var obstacle, String sentence) ->
                throw new AnswersException("The portal can have no route " + portal.url() + ": " + sentence);
            case RouteChange.Edits(List<ProjectEdit> edits) -> certified(edits, portal, beside);
        };
    }

    private List<ProjectEdit> certified(List<ProjectEdit> edits, Portal portal, Entrance beside) {
        List<ProjectEdit> all = new ArrayList<>();
        for (ProjectEdit edit : edits) {
            all.add(
                    edit instanceof FileEdit.WriteFile write
                            ? new FileEdit.WriteFile(write.file(), certified(write, portal, beside))
                            : edit);
        }
        labels(edits, beside)
                .forEach((label, value) -> all.add(new TopologyEdit.SetLabel(AutheliaServices.PORTAL, label, value)));
        return all;
    }

    /** Labels that say where the certificate of the other route comes from, under the names of the portal's. */
    private Map<String, String> labels(List<ProjectEdit> edits, Entrance beside) {
        Map<String, String> copied = new java.util.TreeMap<>();
        Optional<RoutePlace.Label> place = beside.encrypted()
                .map(route -> route.place())
                .filter(RoutePlace.Label.class::isInstance)
                .map(RoutePlace.Label.class::cast);
        Optional<Service> service = place.flatMap(label -> topology.service(label.service()));
        List<String> written = edits.stream()
                .filter(TopologyEdit.SetLabel.class::isInstance)
                .map(edit -> ((TopologyEdit.SetLabel) edit).name())
                .toList();
        if (service.isEmpty() || written.isEmpty()) {
            return copied;
        }
        boolean traefik = proxy.software() instanceof ProxyServer.Software.Traefik;
        String from =
                traefik ? router(place.get().name()) + TLS : site(place.get().name()) + ".tls";
        String to = written.stream()
                .filter(label -> !traefik || label.startsWith(ROUTERS))
                .findFirst()
                .map(label -> traefik ? router(label) + TLS : site(label) + ".tls")
                .orElse("");
        service.get().container().labels().forEach((label, value) -> {
            boolean meant = traefik
                    ? label.startsWith(from) && !label.startsWith(from + "domains")
                    : label.equals(from) || label.startsWith(from + ".");
            if (meant && !to.isEmpty()) {
                copied.put(to + label.substring(from.length()), value);
            }
        });
        return copied;
    }

    private static String router(String label) {
        String[] parts = label.split("\\.", 5);
        return parts.length < 4 ? label : String.join(".", List.of(parts).subList(0, 4));
    }

    private static String site(String label) {
        return label.split("\\.", 2)[0];
    }

    /** A site of a Caddyfile gets the directive {@code tls} of the other one. */
    private String certified(FileEdit.WriteFile write, Portal portal, Entrance beside) {
        boolean caddy = proxy.software() instanceof ProxyServer.Software.Caddy;
        Optional<ProxyFile> before = files.of(proxy.key()).stream()
                .filter(file -> file.name().equals(write.file()))
                .findFirst();
        Optional<Directive> tls = before.filter(file -> caddy).flatMap(file -> tls(file, beside));
        if (tls.isEmpty() || !portal.path().isEmpty()) {
            return write.text();
        }
        String[] lines = before.get().text().split("\n", -1);
        String directive = String.join(
                "\n",
                Arrays.asList(lines).subList(tls.get().line() - 1, tls.get().end()));
        String site = portal.host() + " {\n";
        return write.text().replace(site, site + directive + "\n");
    }

    private static Optional<Directive> tls(ProxyFile file, Entrance beside) {
        return beside.encrypted()
                .map(route -> route.place())
                .filter(RoutePlace.InFile.class::isInstance)
                .map(place -> ((RoutePlace.InFile) place).at())
                .filter(at -> at.file().equals(file.name()))
                .flatMap(at -> CaddyfileReader.read(file.name(), file.text()).stream()
                        .filter(site -> site.line() <= at.line() && at.line() <= site.end())
                        .findFirst())
                .flatMap(site -> site.nested().stream()
                        .filter(directive -> directive.name().equals("tls"))
                        .findFirst());
    }
}
