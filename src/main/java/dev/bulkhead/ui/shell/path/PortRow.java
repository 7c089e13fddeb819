package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.iteration.ports.PortOutlook;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Row of a published port, or of a route that stands for itself: what becomes of it, and what its route answers now. */
final class PortRow {

    private final Optional<PortOutlook.Port> port;
    private final Optional<RouteRequest> route;
    private final String outage;
    private final ObjectProperty<RouteAnswer> answer;

    /** What a route answered. */
    enum Kind {
        NOT_ASKED,
        ASKING,
        ANSWERS,
        /** No answer, or one that no route gives. */
        SILENT,
        /** Nobody could ask. */
        UNKNOWN
    }

    /** Answer of a route, with it in words. */
    record RouteAnswer(Kind kind, String words) {

        static final RouteAnswer ASKING = new RouteAnswer(Kind.ASKING, Words.of("portrow.asking"));

        static RouteAnswer of(CheckResult result) {
            String words = result.saw();
            return switch (result.status()) {
                case PASSED ->
                    new RouteAnswer(
                            Kind.ANSWERS,
                            Words.of("portrow.in-ms", words, result.took().toMillis()));
                case FAILED, WARNING -> new RouteAnswer(Kind.SILENT, words);
                case UNKNOWN -> new RouteAnswer(Kind.UNKNOWN, words);
            };
        }
    }

    private PortRow(Optional<PortOutlook.Port> port, Optional<RouteRequest> route, String outage, RouteAnswer first) {
        this.port = port;
        this.route = route;
        this.outage = outage;
        this.answer = new SimpleObjectProperty<>(this, "answer", first);
    }

    /**
     * A port.
     *
     * @param outage how long its service is away, in words
     */
    static PortRow of(PortOutlook.Port port, String outage) {
        return new PortRow(Optional.of(port), port.fate().route(), outage, first(port.fate()));
    }

    /** A route that leads to no published port. */
    static PortRow of(RouteRequest route) {
        return new PortRow(Optional.empty(), Optional.of(route), "", RouteAnswer.ASKING);
    }

    private static RouteAnswer first(PortOutlook.Fate fate) {
        if (fate.route().isEmpty()) {
            return new RouteAnswer(
                    Kind.NOT_ASKED,
                    fate.closes() ? Words.of("portrow.no-route-as-answered") : Words.of("portrow.not-touched"));
        }
        return fate.stands()
                ? RouteAnswer.ASKING
                : new RouteAnswer(Kind.NOT_ASKED, Words.of("portrow.it-gets-its-route-first"));
    }

    /** The port; empty for a route that leads to none. */
    Optional<PortOutlook.Port> port() {
        return port;
    }

    /** The request that has to be answered. */
    Optional<RouteRequest> route() {
        return route;
    }

    /** Returns the host name, and the path where it has one, as people open it; a dash for none. */
    String opened() {
        return route.map(request -> request.host() + (request.path().equals("/") ? "" : request.path()))
                .orElse("–");
    }

    String outage() {
        return outage;
    }

    ObjectProperty<RouteAnswer> answerProperty() {
        return answer;
    }

    /** Returns whether its route can be asked now. */
    boolean canBeAsked() {
        return answer.get().kind() != Kind.NOT_ASKED;
    }
}
