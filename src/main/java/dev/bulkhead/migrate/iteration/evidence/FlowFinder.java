package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.catalogue.Integration;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.MustFlow.Source;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.reach.names.NamedHosts;
import dev.bulkhead.scrape.ScrapeTarget;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Finder of flows, who calls whom: routes, scrapes, hosts named in variables, labels, commands and health checks, usual integrations, dependencies. */
final class FlowFinder {

    private static final String COMPLETED = "service_completed_successfully";

    private final Map<String, ServiceProfile> profiles = new TreeMap<>();
    private final ServiceNames names;
    private final Map<String, MustFlow> found = new LinkedHashMap<>();

    FlowFinder(Topology topology, List<ServiceProfile> profiles) {
        profiles.forEach(profile -> this.profiles.put(profile.key(), profile));
        this.names = new ServiceNames(topology);
    }

    /** Returns the flows, each pair and port once, with the first source that tells of it. */
    List<MustFlow> find(List<Route> routes, SettingsFiles files) {
        routes.forEach(this::fromRoute);
        files.scrapes().targets().forEach(this::fromScrape);
        profiles.values().forEach(this::fromSettings);
        files.healthChecks().forEach((service, check) -> named(service, NamedHosts.inCommand("health check", check)));
        profiles.values().forEach(this::fromCatalogue);
        profiles.values().forEach(this::fromDependencies);
        return withoutVague();
    }

    /** Returns who needs the internet. */
    List<MustFlow> internet() {
        List<MustFlow> flows = new ArrayList<>();
        for (ServiceProfile profile : profiles.values()) {
            profile.known()
                    .flatMap(entry -> entry.traffic().internet())
                    .filter(what -> speaks(profile.key()))
                    .ifPresent(what -> flows.add(new MustFlow(
                            profile.key(),
                            MustFlow.INTERNET,
                            OptionalInt.empty(),
                            Protocol.TCP,
                            Source.CATALOGUE,
                            "It needs the internet: " + what + ".")));
        }
        return flows;
    }

    private void fromRoute(Route route) {
        Protocol protocol = switch (route.entry().protocol()) {
            case HTTP, TCP -> Protocol.TCP;
            case UDP -> Protocol.UDP;
        };
        route.container().ifPresent(target -> {
            // The main port is one of TCP.
            Optional<Integer> usual = protocol == Protocol.TCP ? port(target.service()) : Optional.empty();
            add(
                    route.proxy(),
                    target.service(),
                    target.port().or(() -> usual),
                    protocol,
                    new Cause(Source.ROUTE, "A route of " + route.proxy() + " leads to it."));
        });
    }

    private void fromScrape(ScrapeTarget scrape) {
        Optional<String> from =
                profiles.containsKey(scrape.from()) ? Optional.of(scrape.from()) : names.reached(scrape.from());
        from.ifPresent(asking -> names.reached(scrape.host())
                .ifPresent(target -> add(
                        asking,
                        target,
                        Optional.of(scrape.port()),
                        Protocol.TCP,
                        new Cause(Source.SETTING, scrape.why()))));
    }

    private void fromSettings(ServiceProfile profile) {
        List<NamedHosts.Named> hosts =
                new ArrayList<>(NamedHosts.in(profile.service().container().environment()));
        hosts.addAll(NamedHosts.in(profile.service().container().labels()));
        hosts.addAll(NamedHosts.inCommand(
                "command", String.join(" ", profile.service().container().command())));
        named(profile.key(), hosts);
    }

    private void named(String service, List<NamedHosts.Named> hosts) {
        for (NamedHosts.Named host : hosts) {
            names.reached(host.host())
                    .ifPresent(target -> add(
                            service,
                            target,
                            host.port().or(() -> port(target)),
                            Protocol.TCP,
                            new Cause(Source.SETTING, "Named in its " + host.where() + ".")));
        }
    }

    private void fromCatalogue(ServiceProfile profile) {
        List<Integration> usual =
                profile.known().map(entry -> entry.traffic().talksTo()).orElse(List.of());
        for (Integration integration : usual) {
            for (ServiceProfile target : profiles.values()) {
                boolean meant = target.known()
                        .map(entry -> entry.id().equals(integration.target()))
                        .orElse(false);
                if (meant && !toldByFiles(profile.key(), names.owner(target.key()))) {
                    add(
                            profile.key(),
                            target.key(),
                            Optional.of(integration.port()),
                            Protocol.TCP,
                            new Cause(Source.CATALOGUE, "Usual between the two: " + integration.why() + "."));
                }
            }
        }
    }

    /** What the files say of a pair counts more than what is usual: its port may be another. */
    private boolean toldByFiles(String from, String to) {
        return found.values().stream()
                .anyMatch(flow -> flow.from().equals(from)
                        && flow.to().equals(to)
                        && flow.source() == Source.SETTING
                        && flow.port().isPresent());
    }

    private void fromDependencies(ServiceProfile profile) {
        for (Dependency dependency : profile.service().dependsOn()) {
            if (dependency.condition().equals(COMPLETED)) {
                continue;
            }
            String to = names.owner(dependency.service());
            List<MustFlow> told = found.values().stream()
                    .filter(flow ->
                            flow.from().equals(profile.key()) && flow.to().equals(to))
                    .toList();
            told.stream()
                    .filter(flow -> flow.source() == Source.CATALOGUE)
                    .forEach(flow -> found.put(flow.rule(), flow.from(Source.DEPENDENCY)));
            if (told.isEmpty()) {
                add(
                        profile.key(),
                        to,
                        port(dependency.service()),
                        Protocol.TCP,
                        new Cause(Source.DEPENDENCY, "It depends on it."));
            }
        }
    }

    /** Why a flow is assumed. */
    private record Cause(Source source, String why) {}

    private void add(String from, String target, Optional<Integer> port, Protocol protocol, Cause cause) {
        String to = names.owner(target);
        if (!speaks(from) || !speaks(to) || names.owner(from).equals(to)) {
            return;
        }
        OptionalInt number = port.map(OptionalInt::of).orElse(OptionalInt.empty());
        MustFlow flow = new MustFlow(from, to, number, protocol, cause.source(), cause.why());
        found.putIfAbsent(flow.rule(), flow);
    }

    /** Returns whether a service has addresses on the project's networks, of its own or shared. */
    private boolean speaks(String service) {
        return Optional.ofNullable(profiles.get(names.owner(service)))
                .map(owner -> owner.service().networkMode() instanceof NetworkMode.Networks)
                .orElse(false);
    }

    private Optional<Integer> port(String service) {
        return Optional.ofNullable(profiles.get(service)).flatMap(ServiceProfile::mainPort);
    }

    /** A flow without a port says nothing where the same pair has one with a port. */
    private List<MustFlow> withoutVague() {
        return found.values().stream()
                .filter(flow -> flow.port().isPresent()
                        || found.values().stream()
                                .noneMatch(other -> other.port().isPresent()
                                        && other.from().equals(flow.from())
                                        && other.to().equals(flow.to())))
                .toList();
    }
}
