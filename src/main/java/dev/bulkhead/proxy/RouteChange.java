package dev.bulkhead.proxy;

import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;

/** Result of asking for a route: the edits that make it, or why it cannot be made. */
public sealed interface RouteChange {

    /**
     * Edits that make a route.
     *
     * @param edits edits of the Compose files; none where the route is there already or stands in a file of the proxy
     * @param files files of the proxy with their new text
     */
    record Edits(List<TopologyEdit> edits, List<FileText> files) implements RouteChange {
        public Edits {
            edits = List.copyOf(edits);
            files = List.copyOf(files);
        }
    }

    /** A refusal with its sentence for the operator. */
    record Refused(Obstacle obstacle, String sentence) implements RouteChange {}

    /**
     * A file and its new text.
     *
     * @param name path relative to the project directory
     */
    record FileText(String name, String text) {

        /** Hides the text, which can hold secrets. */
        @Override
        public String toString() {
            return "FileText[" + name + "]";
        }
    }

    /** Why a route cannot be made. */
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

        RouteChange refuse(String sentence) {
            return new Refused(this, sentence);
        }
    }

    static RouteChange of(List<TopologyEdit> edits) {
        return new Edits(edits, List.of());
    }

    static RouteChange of(FileText file) {
        return new Edits(List.of(), List.of(file));
    }
}
