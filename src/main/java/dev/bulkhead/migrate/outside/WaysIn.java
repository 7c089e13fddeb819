package dev.bulkhead.migrate.outside;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.live.Patience;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.web.WebAnswer;
import dev.bulkhead.migrate.web.WebClient;
import dev.bulkhead.migrate.web.WebDoor;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.topology.PortMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;

/**
 * Ways into a project, asked before a change and after it: every published port that answers HTTP, and every host name that
 * its proxies have a route for. A proxy that goes on sending to an address that somebody has left shows nowhere else: all run,
 * all are reached, and nobody gets a page.
 */
public final class WaysIn {

    /** How often is asked before a way counts as lost, and while there still is something to come that may mend it. */
    public static final int INSISTING = 20;

    /** See {@link #INSISTING}. */
    public static final int PASSING = 3;

    /** Where many do not answer one round takes longer than all tries should. */
    private static final int AT_LEAST = 5;

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration EXEC = Duration.ofSeconds(30);
    /** A page that takes longer is not compared, so that ports of another kind hold nobody up. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int REFUSED = 400;
    private static final int SERVER_ERROR = 500;
    /** What says that there is no such page, and not that somebody has to sign in (RFC 9110, 15.5). */
    private static final Set<Integer> NO_PAGE = Set.of(400, 404, 410, 421);

    private final Engine engine;
    private final String project;
    private final WebClient client;

    /** Looks at a project on an engine; the directory is the project's. */
    public WaysIn(Engine engine, String project, Path root) {
        this.engine = engine;
        this.project = project;
        this.client = new WebClient(root, PATIENCE);
    }

    /** Answer that came: its status, and whether a name that nobody has gets the very same. */
    private record Answer(int status, boolean asToAnyName) {}

    /**
     * Returns those that are answered at this moment; those that are not are asked a second time, for some seconds in all.
     *
     * @param routes the routes of the project's proxies
     * @param goes whether a port of a service is meant to be closed by the change
     */
    public List<AnsweredWay> look(ProxyRoutes routes, BiPredicate<String, PortMapping> goes, Patience patience)
            throws EngineException, InterruptedException {
        ObservedState state = engine.observer().observe();
        EngineInfo info = engine.observer().info();
        List<AnsweredWay> asked = new ArrayList<>();
        Doors.of(info, state, project, goes.negate()).doors().forEach(door -> asked.add(AnsweredWay.by(door, false)));
        Doors.of(info, state, project, goes).doors().forEach(door -> asked.add(AnsweredWay.by(door, true)));
        named(routes).forEach(request -> asked.add(AnsweredWay.by(request)));
        Map<AnsweredWay, AnsweredWay> answered = new HashMap<>();
        answered(asked, answered, state, info, () -> true);
        List<AnsweredWay> silent =
                asked.stream().filter(way -> !answered.containsKey(way)).toList();
        if (!silent.isEmpty()) {
            // One that was busy for a moment would not be compared at all.
            long end = patience.nanos() + BETWEEN.multipliedBy(AT_LEAST).toNanos();
            patience.pause(BETWEEN);
            answered(silent, answered, engine.observer().observe(), info, () -> patience.nanos() < end);
        }
        return asked.stream()
                .flatMap(way -> Optional.ofNullable(answered.get(way)).stream())
                .toList();
    }

    private void answered(
            List<AnsweredWay> asked,
            Map<AnsweredWay, AnsweredWay> answered,
            ObservedState state,
            EngineInfo info,
            BooleanSupplier goOn)
            throws EngineException {
        for (AnsweredWay way : asked) {
            if (goOn.getAsBoolean()) {
                answer(way, state, info)
                        .filter(answer -> answer.status() < SERVER_ERROR)
                        .filter(answer -> way.door().isPresent() || !answer.asToAnyName())
                        .ifPresent(answer -> answered.put(way, way.answered(answer.status())));
            }
        }
    }

    /**
     * Asks them again, until all answer as they did or it is clear that one does not.
     *
     * @param before what was answered before
     * @param routes the routes as they are by now; what is none any more is not asked
     * @param tries how often at most, and for how many seconds
     */
    public List<CheckResult> still(List<AnsweredWay> before, ProxyRoutes routes, Patience patience, int tries)
            throws EngineException, InterruptedException {
        Set<RouteRequest> named = named(routes);
        Map<AnsweredWay, CheckResult> results = new LinkedHashMap<>();
        List<AnsweredWay> left = before.stream()
                .filter(entrance -> entrance.door().isPresent() || named.contains(entrance.request()))
                .toList();
        long end = patience.nanos() + BETWEEN.multipliedBy(tries).toNanos();
        for (int tried = 1; !left.isEmpty() && tried <= tries; tried++) {
            if (tried > 1) {
                if (tried > AT_LEAST && patience.nanos() > end) {
                    break;
                }
                patience.pause(BETWEEN);
            }
            ObservedState state = engine.observer().observe();
            EngineInfo info = engine.observer().info();
            List<AnsweredWay> failed = new ArrayList<>();
            for (AnsweredWay entrance : left) {
                CheckResult result = result(entrance, answer(entrance, state, info), tried);
                results.put(entrance, result);
                if (result.status() == CheckStatus.FAILED) {
                    failed.add(entrance);
                }
            }
            left = failed;
        }
        return List.copyOf(results.values());
    }

    private static Set<RouteRequest> named(ProxyRoutes routes) {
        Set<RouteRequest> named = new LinkedHashSet<>();
        routes.routes().stream()
                .filter(route -> route.entry().protocol() == RouteEntry.Protocol.HTTP
                        && !route.match().hosts().isEmpty())
                .forEach(route -> named.add(RouteRequest.of(
                        route, route.container().map(target -> target.service()).orElse(route.proxy()))));
        return named;
    }

    private static CheckResult result(AnsweredWay entrance, Optional<Answer> answer, int tried) {
        String was = ", and before " + entrance.status() + ".";
        RouteRequest request = entrance.request();
        String ran = "GET " + request.url() + (tried > 1 ? ", " + tried + " times" : "");
        if (answer.isEmpty()) {
            return result(entrance, ran, CheckStatus.FAILED, "No answer" + was, true);
        }
        int status = answer.get().status();
        if (status >= SERVER_ERROR) {
            return result(
                    entrance,
                    ran,
                    CheckStatus.FAILED,
                    status + was + " What " + request.proxy()
                            + " hands on does not arrive; one that remembers an address that is left has to be started anew.",
                    true);
        }
        if (entrance.door().isEmpty() && answer.get().asToAnyName()) {
            return result(entrance, ran, CheckStatus.FAILED, status + ", as to a name that nobody has" + was, true);
        }
        if (entrance.status() < REFUSED && NO_PAGE.contains(status)) {
            return result(entrance, ran, CheckStatus.FAILED, "There is no such page, " + status + was, false);
        }
        boolean same = status / 100 == entrance.status() / 100;
        return result(
                entrance,
                ran,
                CheckStatus.PASSED,
                "answers " + status + (same ? ", as before" : ", before " + entrance.status()),
                false);
    }

    private static CheckResult result(AnsweredWay entrance, String ran, CheckStatus status, String saw, boolean lost) {
        return new CheckResult(CheckResult.Group.ENTRANCES, entrance.subject(), status, ran, saw, lost, Duration.ZERO);
    }

    private Optional<Answer> answer(AnsweredWay entrance, ObservedState state, EngineInfo info) throws EngineException {
        RouteRequest request = entrance.request();
        if (entrance.door().isPresent()) {
            Door door = entrance.door().get();
            return answer(new WebDoor(door.host(), door.port()), request, false);
        }
        Optional<ObservedContainer> proxy = state.containers(project, request.proxy()).stream()
                .filter(container -> container.status().state() == ObservedContainer.RunState.RUNNING)
                .findFirst();
        if (proxy.isEmpty()) {
            return Optional.empty();
        }
        ObservedContainer owner = state.namespaceOwner(proxy.get()).orElse(proxy.get());
        for (WebDoor door : WebDoor.of(info, owner, request.port())) {
            if (WebClient.reaches(door)) {
                return answer(door, request, true);
            }
        }
        Probe probe = new Probe.Http(
                "127.0.0.1", request.port(), request.tls(), request.authority(), request.path(), PATIENCE);
        try {
            return Probe.HttpAnswer.of(engine.exec().exec(proxy.get().id(), probe.command(), EXEC))
                    .map(answer -> new Answer(answer.status(), answer.asToAnyName()));
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    private Optional<Answer> answer(WebDoor door, RouteRequest request, boolean named) {
        try {
            WebAnswer answer = client.ask(door, request.tls(), request.authority(), request.path(), Optional.empty());
            return Optional.of(new Answer(answer.status(), named && anyName(door, request, answer)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean anyName(WebDoor door, RouteRequest request, WebAnswer answer) {
        try {
            return client.ask(door, request.tls(), Probe.HttpAnswer.NOBODY, request.path(), Optional.empty())
                    .sameAs(answer);
        } catch (IOException e) {
            return false;
        }
    }
}
