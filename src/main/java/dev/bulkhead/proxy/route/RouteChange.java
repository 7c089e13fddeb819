package dev.bulkhead.proxy.route;

import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;

/** Result of asking for a route: the edits that make it, or why it cannot be made. */
public sealed interface RouteChange {

    /**
     * Edits that make a route.
     *
     * @param edits edits of the Compose files, or of a whole file of the proxy; none where the route is there already
     */
    record Edits(List<ProjectEdit> edits) implements RouteChange {
        public Edits {
            edits = List.copyOf(edits);
        }
    }

    /** A refusal with its sentence for the operator. */
    record Refused(Obstacle obstacle, String sentence) implements RouteChange {}

    /** Obstacle to a route: why it cannot be made. */
    enum Obstacle {
        /** The service that should run the proxy runs none that is known. */
        NO_PROXY,
        /** There is no such service. */
        NO_SERVICE,
        /** The service has no network of its own or shared that a proxy reaches. */
        NO_NETWORK,
        /** Proxy and service are on no network together. */
        NO_SHARED_NETWORK,
        /** Another service has the host and path. */
        HOST_TAKEN,
        /** The service is kept away from the proxy by a label or constraint. */
        KEPT_AWAY,
        /** The proxy listens on no entry point for such requests. */
        NO_ENTRY_POINT,
        /** The file that holds the proxy's routes was not read. */
        FILE_UNREAD,
        /** The file that holds the proxy's routes is written in a form that nothing can be added to. */
        FILE_FORM,
        /** What the service states already leaves no room for another route. */
        SETTINGS_IN_THE_WAY,
        /** Other routes would change with it. */
        CHANGES_OTHERS;

        /** Returns a refusal for this reason, with its sentence for the operator. */
        public RouteChange refuse(String sentence) {
            return new Refused(this, sentence);
        }
    }

    /** Returns edits that make a route. */
    static RouteChange of(List<? extends ProjectEdit> edits) {
        return new Edits(List.copyOf(edits));
    }
}
