package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.ports.SettingsReread;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.guard.RouteGuards;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Designer of authentication: first the portal with its own route, which nobody is sent to yet; then one service after the
 * other asks it, each looked at before the next.
 */
final class AuthDesigner {

    private final ProposalInput input;
    private final Answers answers;
    private final Entrances entrances;
    private final List<Decision> decisions;
    private final ProxyServer proxy;
    private final Portal portal;
    private final AuthGates gates;
    /** The project as the phases so far leave it. */
    private Topology topology;

    private ProxyFiles files;

    AuthDesigner(ProposalInput input, Answers answers) throws AnswersException {
        this.input = input;
        this.answers = answers;
        this.entrances = new Entrances(input);
        this.topology = input.project().topology();
        this.files = input.project().proxyFiles();
        this.decisions = entrances.all().stream()
                .map(entrance -> Decision.of(entrance, entrances, answers))
                .toList();
        this.proxy = entrances.proxy().orElseThrow(() -> new AnswersException(nothing()));
        this.portal = Portal.of(answers.value(AuthQuestions.PORTAL).orElse(""), entrances.guardable(), proxy);
        this.gates = new AuthGates(portal, beside().request());
    }

    private Entrance beside() {
        return Portal.beside(entrances.guardable(), proxy).orElseThrow();
    }

    /** Why there is nothing that could be guarded, with the remedy. */
    private String nothing() {
        if (entrances.proxies().servers().isEmpty()) {
            return "The project has no reverse proxy that could ask who comes: Traefik or Caddy. Give its pages routes through"
                    + " one (iteration 2), and certificates (iteration 3).";
        }
        return entrances.all().stream()
                .flatMap(entrance -> entrances.obstacle(entrance).stream()
                        .map(why -> "No route can be guarded; " + entrance.text() + ": " + why))
                .findFirst()
                .orElse("No route of "
                        + entrances.proxies().servers().getFirst().key()
                        + " has a name that a rule could be written for.");
    }

    /**
     * Adds the phases. That the password is missing is said only where all else is possible.
     *
     * @throws AnswersException if nothing can follow from project and answers, with the reason
     */
    void design(GoalDraft draft) throws AnswersException {
        check();
        draft.phase(portalPhase());
        List<Decision> guarded = decisions.stream().filter(Decision::guarded).toList();
        Map<String, List<Decision>> steps = new LinkedHashMap<>();
        for (Decision decision : guarded) {
            steps.computeIfAbsent(step(decision), key -> new ArrayList<>()).add(decision);
        }
        List<List<Decision>> order = List.copyOf(steps.values());
        for (int i = 0; i < order.size(); i++) {
            draft.phase(guardPhase(order.get(i), i == order.size() - 1));
        }
        if (!entrances.portalStands()) {
            answers.password(AuthQuestions.PASSWORD);
        }
        draft.mustHold(flows());
        draft.notes(new AuthNotes(entrances, decisions, topology, portal).all());
        draft.handouts(new AuthHandouts(
                        portal, decisions, answers, input.project().engine().hostAddress())
                .all());
    }

    /** Routes of one service come together, and all that stand in files of a proxy, which are taken up once. */
    private static String step(Decision decision) {
        boolean filed = decision.entrance().routes().stream()
                .anyMatch(route -> route.place() instanceof dev.bulkhead.proxy.route.RoutePlace.InFile);
        return filed
                ? "files of " + decision.entrance().proxy()
                : decision.entrance().service();
    }

    private void check() throws AnswersException {
        Optional<String> obstacle = portal.domain().obstacle().or(() -> SharedNames.obstacle(decisions));
        if (obstacle.isPresent()) {
            throw new AnswersException(obstacle.get());
        }
        if (decisions.stream().noneMatch(Decision::guarded)) {
            throw new AnswersException(
                    "Every route stays open, so there is nothing to ask at a portal; let one of them ask for one factor.");
        }
        for (Decision decision : decisions) {
            Optional<String> outside = decision.entrance().hosts().stream()
                    .filter(host -> decision.guarded() && !portal.domain().has(host))
                    .findFirst();
            if (outside.isPresent()) {
                throw new AnswersException(outside.get() + " is to ask who comes and is not below "
                        + portal.domain().name() + ", where the portal " + portal.host()
                        + " signs people in; choose another name for the portal, or answer open.");
            }
        }
        boolean foreign = topology.service(AutheliaServices.PORTAL)
                .filter(service -> !AutheliaServices.ours(service))
                .isPresent();
        if (foreign) {
            throw new AnswersException("The project has a service " + AutheliaServices.PORTAL
                    + " already, which was set up by hand; Bulkhead does not write its configuration anew. Guard routes by"
                    + " it by hand, or give it another name.");
        }
    }

    private Phase portalPhase() throws AnswersException {
        String title = "Stand the portal up";
        boolean mail = answers.value(AuthQuestions.NOTIFIER)
                .filter(AuthQuestions.SMTP::equals)
                .isPresent();
        PortalNetworks networks = new PortalNetworks(input.project(), mail);
        boolean signsIn =
                mail && !answers.value(AuthQuestions.SMTP_USER).orElse("").isBlank();
        AutheliaServices services = new AutheliaServices(networks.joined(), signsIn);
        List<ProjectEdit> edits =
                new ArrayList<>(new AutheliaFiles(portal, decisions, answers).edits(entrances.portalStands()));
        List<ProjectEdit> ways = new ArrayList<>(networks.edits());
        for (String key : asking()) {
            ways.addAll(networks.join(key));
        }
        apply(ways);
        edits.addAll(ways);
        boolean there = topology.service(AutheliaServices.PORTAL).isPresent();
        edits.addAll(services.edits(topology));
        if (!there) {
            topology = topology.withService(services.service());
        }
        List<ProjectEdit> route = new ArrayList<>();
        RouteGuards.definition(proxy, AutheliaServices.AUTH).forEach((label, value) -> {
            if (!value.equals(topology.service(AutheliaServices.PORTAL)
                    .map(service -> service.container().labels().get(label))
                    .orElse(null))) {
                route.add(new TopologyEdit.SetLabel(AutheliaServices.PORTAL, label, value));
            }
        });
        route.addAll(new PortalRoute(topology, files, proxy).edits(portal, beside()));
        SortedMap<String, Reread> rereads = new TreeMap<>(rereads(route));
        if (entrances.portalStands() && changes(edits.getFirst())) {
            rereads.put(AutheliaServices.PORTAL, new Reread.Restart("It reads its configuration when it starts."));
        }
        apply(route);
        edits.addAll(route);
        return phase(
                        title,
                        edits,
                        networks.wanted(),
                        new Gates(gates.before(decisions), rereads, List.of(gates.portalAnswers())))
                .with(services.files());
    }

    /** Returns whether an edit gives a file another text than it has. */
    private boolean changes(ProjectEdit edit) {
        return edit instanceof FileEdit.WriteFile(String file, String text, var mode)
                && !input.project()
                        .settings()
                        .text()
                        .flatMap(project -> project.text(file))
                        .equals(Optional.of(text));
    }

    /** Returns the services that run proxies which ask the portal. */
    private List<String> asking() {
        return decisions.stream()
                .filter(Decision::guarded)
                .map(decision -> decision.entrance().proxy())
                .distinct()
                .toList();
    }

    private Phase guardPhase(List<Decision> together, boolean last) throws AnswersException {
        List<Route> routes = together.stream()
                .flatMap(decision -> decision.entrance().routes().stream())
                .toList();
        List<Route> now = again(routes);
        List<ProjectEdit> edits = switch (new RouteGuards(topology, files).guard(now, AutheliaServices.AUTH)) {
            case RouteChange.Refused(var obstacle, String sentence) ->
                throw new AnswersException(sentence + " Until then answer open for "
                        + together.getFirst().entrance().text() + ".");
            case RouteChange.Edits(List<ProjectEdit> found) -> found;
        };
        SortedMap<String, Reread> rereads = rereads(edits);
        apply(edits);
        List<Gate> after = new ArrayList<>();
        for (Decision decision : together) {
            after.addAll(gates.asks(decision));
        }
        if (last) {
            after.add(gates.portalAnswers());
            decisions.stream()
                    .filter(decision -> !decision.guarded())
                    .forEach(decision -> after.add(gates.open(decision)));
        }
        String names = String.join(
                ", ",
                together.stream().map(d -> d.entrance().service()).distinct().toList());
        return phase("Ask who comes before " + names, edits, List.of(), new Gates(List.of(), rereads, after));
    }

    /** The portal's own route has moved lines of files. */
    private List<Route> again(List<Route> routes) {
        List<Route> present = dev.bulkhead.proxy.ProxyRoutes.of(topology, files).routes();
        return routes.stream()
                .map(route -> present.stream()
                        .filter(other -> other.proxy().equals(route.proxy())
                                && other.match().equals(route.match())
                                && other.entry().equals(route.entry())
                                && other.target().equals(route.target()))
                        .findFirst()
                        .orElse(route))
                .toList();
    }

    private SortedMap<String, Reread> rereads(List<ProjectEdit> edits) {
        SortedMap<String, Reread> rereads = new TreeMap<>();
        List<String> written = edits.stream()
                .filter(FileEdit.class::isInstance)
                .map(edit -> ((FileEdit) edit).file())
                .toList();
        for (ProxyServer server : entrances.proxies().servers()) {
            files.of(server.key()).stream()
                    .filter(file -> written.contains(file.name()))
                    .flatMap(file -> SettingsReread.of(server, file).stream())
                    .forEach(reread -> rereads.put(server.key(), reread));
        }
        return rereads;
    }

    private void apply(List<ProjectEdit> edits) throws AnswersException {
        try {
            for (ProjectEdit edit : edits) {
                if (edit instanceof TopologyEdit ofTopology) {
                    topology = ofTopology.apply(topology);
                }
            }
        } catch (EditRejectedException e) {
            throw new AnswersException(String.valueOf(e.getMessage()));
        }
        files = files.with(edits);
    }

    private static Phase phase(String title, List<ProjectEdit> edits, List<Phase.WantedNetwork> networks, Gates gates) {
        return new Phase(
                title,
                new ProjectEdit.Series(title, edits),
                networks,
                Phase.Going.NOTHING,
                Phase.Joining.LIVE,
                new TreeMap<>(),
                gates);
    }

    private List<MustFlow> flows() {
        List<MustFlow> flows = new ArrayList<>(entrances.evidence().flows());
        flows.addAll(entrances.evidence().internet());
        for (String key : asking()) {
            flows.add(new MustFlow(
                    key,
                    AutheliaServices.PORTAL,
                    OptionalInt.of(AutheliaServices.AUTH.port()),
                    Protocol.TCP,
                    MustFlow.Source.SETTING,
                    "It asks the portal who comes."));
        }
        flows.add(new MustFlow(
                AutheliaServices.PORTAL,
                AutheliaServices.SESSIONS,
                OptionalInt.of(AutheliaServices.REDIS_PORT),
                Protocol.TCP,
                MustFlow.Source.SETTING,
                "It keeps sessions there."));
        return flows;
    }
}
