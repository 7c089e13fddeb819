package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Questions of iteration 2: the domain, what becomes of each port, and the name of each new route. */
final class PortQuestions {

    static final String DOMAIN = "domain";
    static final String ROUTE = "route";
    static final String CLOSE = "close";
    static final String KEEP = "keep";

    private static final Option KEPT = new Option(KEEP, "Stay open", "Nothing changes.");

    private final Optional<String> proxy;
    private final SortedMap<String, String> obstacles;

    /**
     * Prepares to ask.
     *
     * @param proxy the proxy that new routes go through, if there is one
     * @param obstacles question of a port to why it can have no route through it
     */
    PortQuestions(Optional<String> proxy, SortedMap<String, String> obstacles) {
        this.proxy = proxy;
        this.obstacles = obstacles;
    }

    /** Returns the questions. */
    List<Question> of(List<HostedPort> ports, String domain) {
        List<Question> questions = new ArrayList<>();
        questions.add(new Question.Line(
                DOMAIN,
                "Which domain do the names of your LAN have?",
                "Names without a dot stand before it. It cannot be local, which belongs to multicast DNS. If people are to"
                        + " sign in later (iteration 4), take two words or more of your own, such as media.home.arpa: browsers"
                        + " keep no cookie for home.arpa itself.",
                Question.LineKind.DOMAIN,
                domain));
        for (HostedPort port : ports) {
            if (port.kind() instanceof HostedPort.Kind.Door) {
                continue;
            }
            questions.add(choice(port));
            if (port.route().isEmpty() && canHaveRoute(port)) {
                questions.add(new Question.Line(
                        port.nameQuestion(),
                        "Under which name is " + port.user() + " opened?",
                        "It becomes a route of " + proxy.orElse("") + " to its port "
                                + port.mapping().target() + ".",
                        Question.LineKind.HOST_NAME,
                        label(port)));
            }
        }
        return List.copyOf(questions);
    }

    /** A page of the proxy itself is called after the proxy; underscores and capitals are no part of host names. */
    static String label(HostedPort port) {
        String plain = port.user().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return plain.replaceAll("^-+|-+$", "");
    }

    private boolean canHaveRoute(HostedPort port) {
        return routable(port) && proxy.isPresent() && !obstacles.containsKey(port.question());
    }

    /** Returns whether a port has no route and can become one, unless the proxy has something against it. */
    static boolean wantsRoute(HostedPort port) {
        return port.route().isEmpty() && routable(port);
    }

    private Question choice(HostedPort port) {
        List<Option> options = new ArrayList<>();
        boolean route = port.route().isPresent() || canHaveRoute(port);
        if (route) {
            options.add(new Option(
                    ROUTE,
                    "Close it, open it by name",
                    port.route()
                            .map(r -> "People open " + r.match().hosts().getFirst() + " instead.")
                            .orElse("It gets a route first.")));
        }
        options.add(new Option(CLOSE, "Close it without a route", lost(port)));
        options.add(KEPT);
        return new Question.Choice(
                port.question(),
                "What becomes of port " + port.onHost() + " of " + port.service() + "?",
                "Open to " + port.audience().words() + "; there speaks: " + port.what() + "."
                        + Optional.ofNullable(obstacles.get(port.question()))
                                .map(sentence -> " It can have no route: " + sentence)
                                .orElse(""),
                options,
                proposed(port, route));
    }

    private static String lost(HostedPort port) {
        return switch (port.kind()) {
            case HostedPort.Kind.Other(var use) -> "Lost: " + use.lost() + ".";
            case HostedPort.Kind.Figures(String collector) ->
                "Lost: whoever looks at the figures from outside; " + collector + " goes on.";
            case HostedPort.Kind.Door _, HostedPort.Kind.OwnPage _, HostedPort.Kind.Web _, HostedPort.Kind.Unknown _ ->
                "Lost: whoever uses it from outside the project.";
        };
    }

    /** Returns whether a port can become a route. */
    static boolean routable(HostedPort port) {
        return switch (port.kind()) {
            case HostedPort.Kind.OwnPage _, HostedPort.Kind.Web _, HostedPort.Kind.Figures _ -> true;
            case HostedPort.Kind.Unknown _ -> port.mapping().protocol() == dev.bulkhead.topology.Protocol.TCP;
            case HostedPort.Kind.Door _, HostedPort.Kind.Other _ -> false;
        };
    }

    private static String proposed(HostedPort port, boolean route) {
        return switch (port.kind()) {
            case HostedPort.Kind.OwnPage _, HostedPort.Kind.Web _ -> route ? ROUTE : KEEP;
            case HostedPort.Kind.Figures _ -> CLOSE;
            case HostedPort.Kind.Door _, HostedPort.Kind.Other _, HostedPort.Kind.Unknown _ -> KEEP;
        };
    }

    /** Returns what was answered of a port. */
    static String fate(HostedPort port, Answers answers) {
        return answers.value(port.question()).orElse(KEEP);
    }
}
