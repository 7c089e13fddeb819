package dev.bulkhead.check.names;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.reach.names.NamedHosts;
import dev.bulkhead.scrape.ScrapeTarget;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finder of the hosts that the files of a project name: in variables, labels, commands, health checks and files of proxies. */
final class NamedServices {

    /** Variables whose hosts are names that others call it by, or that it lets pass, and not whom it calls. */
    private static final Pattern OWN_NAMES = Pattern.compile(
            ".*(ALLOW|TRUST|VIRTUAL|ADVERTIS|CORS|ORIGIN|BIND|LISTEN|PUBLIC|EXTERNAL|NO_PROXY|LETSENCRYPT|DOMAIN|SERVER_NAME).*"
                    + "|HOST|HOSTNAME|HOSTS");

    /** Labels by their beginning, with the images that read them: the reader looks the names up. */
    private static final Map<String, Pattern> READERS = Map.of(
            "homepage.", Pattern.compile(".*gethomepage/homepage.*|.*benphelps/homepage.*"),
            "kuma.", Pattern.compile(".*(autokuma|kuma-agent).*"),
            "glance.", Pattern.compile(".*glanceapp/glance.*"),
            "flame.", Pattern.compile(".*pawelmalak/flame.*"));

    /** Labels whose value is a command that runs inside the labelled container. */
    private static final Pattern INSIDE = Pattern.compile(
            "(ofelia|chadburn)\\.job-exec\\..*\\.command|docker-volume-backup\\.(archive|process|copy|prune)-(pre|post).*");

    private final Topology topology;
    private final List<Mention> found = new ArrayList<>();

    private NamedServices(Topology topology) {
        this.topology = topology;
    }

    /** Returns what a project names, by service in the order of places. */
    static List<Mention> of(Topology topology, ProxyRoutes routes, List<ScrapeTarget> scraped) {
        NamedServices mentions = new NamedServices(topology);
        topology.services().values().forEach(mentions::ofService);
        routes.routes().forEach(mentions::ofRoute);
        scraped.forEach(mentions::ofScrape);
        return mentions.found;
    }

    private void ofService(Service service) {
        Element at = Element.service(service.key());
        Map<String, String> calls = new TreeMap<>(service.container().environment());
        calls.keySet()
                .removeIf(
                        name -> OWN_NAMES.matcher(name.toUpperCase(Locale.ROOT)).matches());
        NamedHosts.in(calls)
                .forEach(named -> add(service, named, at.field("environment").field(named.where())));
        service.container().labels().forEach((label, value) -> ofLabel(service, label, value));
        inCommand(service, "command", String.join(" ", service.container().command()), at.field("command"));
        inCommand(
                service,
                "entrypoint",
                String.join(" ", service.container().contacts().entrypoint()),
                at.field("entrypoint"));
        inCommand(
                service,
                "health check",
                String.join(" ", service.container().contacts().healthTest()),
                at.field("healthcheck"));
    }

    private void ofLabel(Service service, String label, String value) {
        Element at = Element.service(service.key()).field("labels").field(label);
        if (INSIDE.matcher(label).matches()) {
            NamedHosts.inCommand(label, value).forEach(named -> add(service, named, at));
        }
        READERS.forEach((beginning, images) -> {
            if (label.startsWith(beginning)) {
                readers(images)
                        .forEach(reader -> NamedHosts.in(Map.of(label, value)).stream()
                                // A link for the browser of people is not looked up by the reader.
                                .filter(named -> !label.endsWith("href"))
                                .forEach(named -> found.add(new Mention(
                                        reader, named.host(), at, "the label " + label + " of " + service.key()))));
            }
        });
    }

    private List<Service> readers(Pattern images) {
        return topology.services().values().stream()
                .filter(service -> service.container()
                        .image()
                        .filter(image -> images.matcher(image).matches())
                        .isPresent())
                .toList();
    }

    private void inCommand(Service service, String words, String line, Element place) {
        if (!line.isBlank()) {
            NamedHosts.inCommand(words, line)
                    .forEach(named -> found.add(new Mention(service, named.host(), place, "its " + words)));
        }
    }

    private void add(Service service, NamedHosts.Named named, Element place) {
        found.add(new Mention(service, named.host(), place, named.where()));
    }

    /** Routes by label go to addresses that the engine tells; those of files go by name. */
    private void ofRoute(Route route) {
        if (route.certain() && route.place() instanceof RoutePlace.InFile) {
            topology.service(route.proxy())
                    .ifPresent(proxy -> route.container()
                            .filter(target -> !target.service().equals(route.proxy()))
                            .ifPresent(target -> found.add(new Mention(
                                    proxy, target.service(), Element.service(proxy.key()), "a route of its files"))));
        }
    }

    private void ofScrape(ScrapeTarget target) {
        topology.service(target.from())
                .ifPresent(collector -> found.add(new Mention(
                        collector, target.host(), Element.service(collector.key()), "its file of scrapes")));
    }

    /** Returns whether the catalogue's words for an image are meant. */
    static boolean isOf(Service service, String entry, Catalogue catalogue) {
        return service.container()
                .image()
                .flatMap(catalogue::byImage)
                .filter(known -> known.id().equals(entry))
                .isPresent();
    }
}
