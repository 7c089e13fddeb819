package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.Stage;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.Turns;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Designer of port consolidation: from answers to phases, for each service its routes where they are missing, then its
 * ports.
 */
final class PortDesigner {

    private final PortInventory inventory;
    private final Answers answers;
    private final RouteMaker routes;
    private final HostPortAddresses addresses;
    private final Optional<String> hostAddress;
    private final List<Phase> phases = new ArrayList<>();
    /** Routes that stand in a file of the proxy, each on top of the ones before it. */
    private final List<RouteMaker.Made> filed = new ArrayList<>();

    private final List<String> notes = new ArrayList<>();
    private final SortedMap<String, PortHandouts.Fate> fates = new TreeMap<>();

    PortDesigner(IterationInput input, PortInventory inventory, Answers answers) {
        this.inventory = inventory;
        this.answers = answers;
        this.hostAddress = input.engine().hostAddress();
        this.routes = new RouteMaker(input.topology(), input.proxyFiles());
        this.addresses = new HostPortAddresses(input.topology(), input.observed());
    }

    /** Returns what becomes of each port, by its question. */
    SortedMap<String, PortHandouts.Fate> fates() throws AnswersException {
        decide(inventory.ports());
        return fates;
    }

    void design(GoalDraft draft) throws AnswersException {
        List<HostedPort> ports = inventory.ports();
        decide(ports);
        noteNames();
        if (phases.isEmpty()) {
            phases.add(phase("Nothing to close", List.of(), Gates.NONE));
        }
        phases.forEach(draft::phase);
        draft.turns(Turns.of(inventory.evidence(), owner -> owner, (_, _) -> Stage.BACKGROUND));
        draft.notes(notes);
        draft.handouts(new PortHandouts(ports, fates, hostAddress).all());
    }

    private void decide(List<HostedPort> ports) throws AnswersException {
        Map<String, List<HostedPort>> closing = new LinkedHashMap<>();
        for (HostedPort port : ports) {
            boolean asked = !(port.kind() instanceof HostedPort.Kind.Door);
            if (asked && !PortQuestions.fate(port, answers).equals(PortQuestions.KEEP)) {
                closing.computeIfAbsent(port.service(), key -> new ArrayList<>())
                        .add(port);
            }
        }
        for (Map.Entry<String, List<HostedPort>> service : closing.entrySet()) {
            close(service.getKey(), service.getValue());
        }
        if (!filed.isEmpty()) {
            phases.addFirst(fileRoutes());
        }
    }

    private void close(String service, List<HostedPort> ports) throws AnswersException {
        List<Gate> before = new ArrayList<>();
        List<Gate> closed = new ArrayList<>();
        List<Gate> after = new ArrayList<>();
        List<ProjectEdit> edits = new ArrayList<>();
        for (HostedPort port : ports) {
            Optional<RouteRequest> route = Optional.empty();
            if (PortQuestions.fate(port, answers).equals(PortQuestions.ROUTE)) {
                RouteMaker.Made made = made(port);
                route = Optional.of(made.request());
                Gate answersNow = new Gate.RouteAnswers(made.request());
                if (made.edits().isEmpty()) {
                    before.add(answersNow);
                } else if (made.inFile()) {
                    filed.add(made);
                } else {
                    phases.add(phase(
                            "Give " + port.user() + " a route through "
                                    + made.request().proxy(),
                            made.edits(),
                            new Gates(List.of(), new TreeMap<>(), List.of(answersNow))));
                }
                after.add(answersNow);
            } else {
                List<MustFlow> inside =
                        inventory.flowsTo(service, port.mapping().target()).toList();
                if (!inside.isEmpty()) {
                    before.add(new Gate.FlowsWork(inside));
                    after.add(new Gate.FlowsWork(inside));
                }
            }
            edits.add(new TopologyEdit.Unpublish(service, port.mapping()));
            closed.add(new Gate.PortClosed(service, port.mapping()));
            HostPortAddresses.Follow follow = follow(port, route);
            edits.addAll(follow.edits());
            notes.addAll(follow.notes());
            fates.put(port.question(), new PortHandouts.Fate(true, route));
        }
        closed.addAll(after);
        String numbers =
                String.join(", ", ports.stream().map(HostedPort::onHost).toList());
        phases.add(phase("Close " + numbers + " of " + service, edits, new Gates(before, new TreeMap<>(), closed)));
    }

    /** Routes in a file all come at once and before any port goes, so that the proxy takes the file up once. */
    private Phase fileRoutes() {
        SortedMap<String, ProjectEdit> texts = new TreeMap<>();
        List<ProjectEdit> edits = new ArrayList<>();
        SortedMap<String, Reread> rereads = new TreeMap<>();
        List<Gate> answer = new ArrayList<>();
        SortedSet<String> services = new TreeSet<>();
        for (RouteMaker.Made made : filed) {
            for (ProjectEdit edit : made.edits()) {
                if (edit instanceof FileEdit file) {
                    texts.put(file.file(), edit);
                } else {
                    edits.add(edit);
                }
            }
            rereads.putAll(made.rereads());
            answer.add(new Gate.RouteAnswers(made.request()));
            services.add(made.request().service());
        }
        edits.addAll(texts.values());
        return phase(
                "Give " + String.join(", ", services) + (services.size() == 1 ? " a route" : " routes") + " through "
                        + filed.getFirst().request().proxy(),
                edits,
                new Gates(List.of(), rereads, answer));
    }

    private HostPortAddresses.Follow follow(HostedPort port, Optional<RouteRequest> route) throws AnswersException {
        try {
            return addresses.of(port, route);
        } catch (EditRejectedException e) {
            throw new AnswersException(String.valueOf(e.getMessage()));
        }
    }

    private static Phase phase(String title, List<ProjectEdit> edits, Gates gates) {
        return new Phase(
                title,
                new ProjectEdit.Series(title, edits),
                List.of(),
                Phase.Going.NOTHING,
                Phase.Joining.LIVE,
                new TreeMap<>(),
                gates);
    }

    private RouteMaker.Made made(HostedPort port) throws AnswersException {
        Optional<Route> present = port.route();
        if (present.isPresent()) {
            return RouteMaker.present(port, present.get());
        }
        ProxyServer proxy = inventory
                .proxies()
                .entrance()
                .orElseThrow(() -> new AnswersException("There is no proxy to give " + port.user() + " a route."));
        String name = answers.value(port.nameQuestion()).orElse(port.user());
        String host = LanDomain.whole(name, answers.value(PortQuestions.DOMAIN).orElse(""));
        try {
            return routes.make(port, proxy, host);
        } catch (RouteMaker.NoRouteException e) {
            throw new AnswersException(
                    "Port " + port.onHost() + " of " + port.service() + " cannot get the route " + host + ": "
                            + e.sentence() + " Answer keep or close to '" + port.question() + "', or mend that first.");
        }
    }

    private void noteNames() {
        fates.values()
                .forEach(
                        fate -> fate.route()
                                .filter(route -> LanDomain.mdns(route.host()))
                                .ifPresent(
                                        route -> notes.add(
                                                "The name " + route.host()
                                                        + " of a route ends in .local, which multicast DNS owns: a DNS server is not asked for it.")));
        List<String> unwritten = inventory.evidence().profiles().stream()
                .filter(profile -> profile.does(Role.REVERSE_PROXY))
                .map(ServiceProfile::key)
                .filter(key -> inventory.proxies().server(key).isEmpty())
                .toList();
        boolean wanting = inventory.ports().stream()
                .anyMatch(port ->
                        port.route().isEmpty() && PortQuestions.routable(port) && !fates.containsKey(port.question()));
        if (!wanting) {
            return;
        }
        if (!unwritten.isEmpty()) {
            notes.add("Routes of " + String.join(", ", unwritten)
                    + " are neither known nor written: Bulkhead writes those of Traefik,"
                    + " Caddy with labels or a Caddyfile, and nginx-proxy. Make them by hand, then answer close.");
        } else if (inventory.proxies().servers().isEmpty()) {
            notes.add("The project has no reverse proxy, so no port can become a route; add Traefik or Caddy first.");
        }
    }
}
