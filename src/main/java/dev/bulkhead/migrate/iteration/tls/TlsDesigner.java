package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.Stage;
import dev.bulkhead.migrate.goal.WebAsk;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.Turns;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Designer of TLS: from answers to phases, each with what shows that its routes are encrypted and nothing else is left. */
final class TlsDesigner {

    /** A certificate that ends sooner is none to begin with. */
    private static final Duration LASTS = Duration.ofDays(1);
    /** An authority is asked, and asks back; by DNS its question waits until the record has spread. */
    private static final Duration AUTHORITY = Duration.ofMinutes(5);

    private static final List<String> OUTDATED = List.of("TLSv1", "TLSv1.1");

    private final TlsScene scene;
    private final TlsWishes wishes;
    private final TlsDialect dialect;
    private final AddressFollow addresses;

    TlsDesigner(TlsScene scene, Answers answers) throws AnswersException {
        refuseEmptyRules(scene);
        if (scene.routes().isEmpty()) {
            throw new AnswersException("The routes of " + scene.proxy().key()
                    + " take no host names, so there is nothing to make certificates for; give services routes with names"
                    + " first (iteration 2).");
        }
        Optional<PortPerService> ports = PortPerService.of(answers, scene);
        this.scene = ports.map(scene::by).orElse(scene);
        this.wishes = TlsWishes.of(answers, this.scene.hosts());
        OwnCertificate.check(wishes.source(), this.scene);
        this.dialect = dialect();
        this.addresses = new AddressFollow(
                scene.input().topology(),
                ports.map(PortPerService::followers)
                        .orElseGet(() -> new TreeMap<>(
                                scene.hosts().stream().collect(Collectors.toMap(host -> host, host -> host)))));
    }

    /** A rule that an unset variable has emptied takes every request, or none; neither is what somebody meant. */
    private static void refuseEmptyRules(TlsScene scene) throws AnswersException {
        for (Route route : scene.evidence().proxies().routes()) {
            if (route.match().rule().matches("(?s).*\\(\\s*[`\"']?[.]?[`\"']?\\s*\\).*")
                    || route.match().hosts().stream().anyMatch(host -> host.isBlank() || host.endsWith("."))) {
                throw new AnswersException(
                        "The rule of " + place(route) + " is " + route.match().rule()
                                + ": a variable in it is not set. Set it in .env, or give it a default as in ${DOMAIN:-lan}.");
            }
        }
    }

    private static String place(Route route) {
        return switch (route.place()) {
            case RoutePlace.Label(String service, String name) -> "label " + name + " of " + service;
            case RoutePlace.Variable(String service, String name) -> "variable " + name + " of " + service;
            case RoutePlace.InFile(var at) -> "the route at " + at;
        };
    }

    private TlsDialect dialect() throws AnswersException {
        return switch (scene.proxy().software()) {
            case ProxyServer.Software.Traefik(var settings) -> new TraefikTls(scene, settings, wishes);
            case ProxyServer.Software.Caddy _ -> new CaddyfileTls(scene, wishes);
            case ProxyServer.Software.CaddyDockerProxy(String prefix, var _) ->
                new CaddyLabelsTls(scene, prefix, wishes);
            case ProxyServer.Software.Nginx(boolean managed) ->
                throw new AnswersException(
                        managed
                                ? "Nginx Proxy Manager (" + scene.proxy().key()
                                        + ") fetches certificates itself; ask for them on its page, under SSL Certificates."
                                : "Bulkhead does not write the files of nginx ("
                                        + scene.proxy().key()
                                        + "); state ssl_certificate and ssl_certificate_key there, or put a Caddy or Traefik"
                                        + " in front of it.");
            case ProxyServer.Software.NginxProxy _ ->
                throw new AnswersException(
                        "Bulkhead does not tell nginx-proxy (" + scene.proxy().key()
                                + ") of certificates: mount a folder of them at /etc/nginx/certs, or add acme-companion beside it.");
        };
    }

    void design(GoalDraft draft) throws AnswersException {
        SortedSet<String> done = new TreeSet<>();
        List<Stretch> stretches = dialect.stretches();
        for (Stretch stretch : stretches) {
            done.addAll(named(stretch.encrypted()));
            List<ProjectEdit> edits = new ArrayList<>(stretch.edits());
            edits.addAll(addresses.edits(touched(stretch), done));
            draft.phase(phase(stretch, edits));
        }
        List<ProjectEdit> late =
                addresses.edits(scene.input().topology().services().keySet(), done);
        if (!late.isEmpty()) {
            draft.phase(phase(
                    new Stretch(
                            "Let addresses in variables follow",
                            List.of(),
                            late,
                            List.of(),
                            wishes.source().trust()),
                    late));
        }
        draft.turns(Turns.of(draft.input().evidence(), owner -> owner, (_, _) -> Stage.BACKGROUND));
        draft.notes(new TlsNotes(scene, wishes, addresses).all());
        draft.handouts(new TlsHandouts(scene, wishes).all());
    }

    /** Names that addresses call routes by so far. */
    private List<String> named(List<Route> routes) {
        return routes.stream()
                .flatMap(route -> scene
                        .ports()
                        .map(one -> one.before(route))
                        .orElse(route.match().hosts())
                        .stream())
                .toList();
    }

    /** Services that are made anew in a stretch anyway. */
    private SortedSet<String> touched(Stretch stretch) {
        SortedSet<String> services = new TreeSet<>();
        stretch.encrypted().forEach(route -> {
            if (route.place() instanceof RoutePlace.Label(String service, String _)) {
                services.add(service);
            }
        });
        return services;
    }

    private Phase phase(Stretch stretch, List<ProjectEdit> edits) {
        return new Phase(
                        stretch.title(),
                        new ProjectEdit.Series(stretch.title(), edits),
                        List.of(),
                        Phase.Going.NOTHING,
                        Phase.Joining.LIVE,
                        new TreeMap<>(),
                        new Gates(List.of(), stretch.rereads(), gates(stretch)))
                .with(stretch.secrets());
    }

    /** Names that several routes share are asked once, and each route's own path. */
    private List<Gate> gates(Stretch stretch) {
        Map<String, RouteRequest> named = new LinkedHashMap<>();
        List<Gate> answers = new ArrayList<>();
        Duration limit = wishes.source() instanceof CertificateSource.Acme ? AUTHORITY : WebAsk.USUAL;
        for (Route route : stretch.encrypted()) {
            for (String host : route.match().hosts()) {
                RouteRequest request = request(route, host);
                named.putIfAbsent(request.authority(), request);
                if (runs(request.service())) {
                    answers.add(new Gate.WebAnswers(new WebAsk(request, new Awaited.Answer())));
                }
            }
        }
        List<String> refused = new ArrayList<>(OUTDATED);
        if (wishes.modern()) {
            refused.add("TLSv1.2");
        }
        List<Gate> gates = new ArrayList<>();
        named.values()
                .forEach(request -> gates.add(new Gate.WebAnswers(
                        new WebAsk(request, new Awaited.Certificate(stretch.trust(), LASTS, refused), limit))));
        gates.addAll(answers);
        Map<String, RouteRequest> plain = new LinkedHashMap<>();
        named.values().forEach(request -> plain.putIfAbsent(request.host(), plain(request)));
        plain.values()
                .forEach(request -> gates.add(new Gate.WebAnswers(new WebAsk(request, new Awaited.NothingInClear()))));
        return gates;
    }

    private RouteRequest request(Route route, String host) {
        String path = route.match().paths().stream().findFirst().orElse("/");
        String service = route.container()
                .map(target -> target.service())
                .orElse(scene.proxy().key());
        int port = scene.port(route);
        Optional<Integer> written = scene.ports().map(one -> port).filter(number -> number != TlsScene.HTTPS);
        return new RouteRequest(scene.proxy().key(), port, true, host, path, service, written);
    }

    private static RouteRequest plain(RouteRequest request) {
        return new RouteRequest(
                request.proxy(), TlsScene.HTTP, false, request.host(), request.path(), request.service());
    }

    /** Who is down on purpose answers nobody, by HTTPS no more than before. */
    private boolean runs(String service) {
        List<ObservedContainer> containers =
                scene.input().observed().containers(scene.input().topology().project(), service);
        return containers.isEmpty()
                || Optional.of(containers.getFirst().status().state())
                        .filter(ObservedContainer.RunState.RUNNING::equals)
                        .isPresent();
    }
}
