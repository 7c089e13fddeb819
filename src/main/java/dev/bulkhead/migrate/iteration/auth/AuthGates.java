package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.WebAsk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gates of iteration 4: what people and programs are answered who have not signed in. */
final class AuthGates {

    /** A portal that has just started takes its time, and so does a proxy that takes up its settings. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Portal portal;
    private final RouteRequest sample;

    /**
     * Looks at a portal.
     *
     * @param beside a request for another encrypted route of the proxy that the portal is opened through
     */
    AuthGates(Portal portal, RouteRequest beside) {
        this.portal = portal;
        this.sample = beside;
    }

    /** Returns what has to be so before anything is done: what does not answer later is then the doing of this change. */
    List<Gate> before(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision::guarded)
                .map(decision -> ask(decision.entrance().request(), new Awaited.Answer(), WebAsk.USUAL))
                .toList();
    }

    /** The portal lets everybody in to sign in, and sends nobody to itself. */
    Gate portalAnswers() {
        RouteRequest request = new RouteRequest(
                sample.proxy(),
                sample.port(),
                true,
                portal.host(),
                portal.path() + "/",
                AutheliaServices.PORTAL,
                sample.written());
        return ask(request, new Awaited.NoRedirect(), PATIENCE);
    }

    /** People are sent to the portal with the way back to where they wanted; programs are not. */
    List<Gate> asks(Decision decision) {
        RouteRequest request = decision.entrance().request();
        List<Gate> gates = new ArrayList<>();
        gates.add(ask(request, new Awaited.Redirect(portal.url() + "/", Optional.of(request.url())), WebAsk.USUAL));
        for (String path : decision.letThrough()) {
            gates.add(ask(decision.entrance().request(path), notToThePortal(), WebAsk.USUAL));
        }
        return gates;
    }

    /** What stays open answers as before. */
    Gate open(Decision decision) {
        return ask(decision.entrance().request(), notToThePortal(), WebAsk.USUAL);
    }

    private Awaited notToThePortal() {
        return new Awaited.NotTo(portal.url() + "/");
    }

    private static Gate ask(RouteRequest request, Awaited awaited, Duration limit) {
        return new Gate.WebAnswers(new WebAsk(request, awaited, limit));
    }
}
