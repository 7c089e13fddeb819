package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteMatch;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One port per service: a machine that has a single host name, as in a Tailscale network, serves each of its names on a port of
 * its own instead. Routes that share a name today share a port, so that their paths go on telling them apart.
 *
 * @param host the single name
 * @param ports group of routes to its port
 * @param address address of the host that the ports are bound to; empty for all
 * @param groups the routes as they are today, by group
 */
record PortPerService(
        String host,
        SortedMap<String, Integer> ports,
        Optional<String> address,
        SortedMap<String, List<Route>> groups) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:]+:[0-9A-Fa-f:]*");
    private static final int MOST = 65535;

    /** Returns what was answered; empty where services are told apart by their names. */
    static Optional<PortPerService> of(Answers answers, TlsScene scene) throws AnswersException {
        if (!answered(answers, TlsQuestions.ROUTING).equals(TlsQuestions.PORTS)) {
            return Optional.empty();
        }
        String host = answered(answers, TlsQuestions.ONE_NAME);
        if (!HOST.matcher(host).matches()) {
            throw new AnswersException("The answer to '" + TlsQuestions.ONE_NAME + "' is '" + host
                    + "'; it has to be the one name of this machine, for instance box.tail1234.ts.net.");
        }
        String address = answered(answers, TlsQuestions.PORTS_ADDRESS);
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            throw new AnswersException(
                    "The answer to '" + TlsQuestions.PORTS_ADDRESS + "' is '" + address
                            + "'; it has to be an address of this host, for instance 192.168.1.10, or nothing for all of them.");
        }
        SortedMap<String, List<Route>> groups = groups(scene.routes());
        return Optional.of(new PortPerService(
                host, ports(answers, scene, groups), Optional.of(address).filter(text -> !text.isEmpty()), groups));
    }

    private static SortedMap<String, Integer> ports(
            Answers answers, TlsScene scene, SortedMap<String, List<Route>> groups) throws AnswersException {
        SortedMap<String, Integer> ports = new TreeMap<>();
        SortedMap<Integer, String> taken = taken(scene);
        for (String word : answered(answers, TlsQuestions.PORT_OF).split("[\\s,]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            String[] pair = word.split("=", 2);
            int port = pair.length == 2 && pair[1].matches("\\d{1,5}") ? Integer.parseInt(pair[1]) : 0;
            if (!groups.containsKey(pair[0]) || port < 1 || port > MOST || port == TlsScene.HTTP) {
                throw new AnswersException("The answer to '" + TlsQuestions.PORT_OF + "' holds '" + word
                        + "'; write a port behind each of " + String.join(", ", groups.keySet()) + ", for instance "
                        + groups.firstKey() + "=8443. Port 80 stays that of plain HTTP.");
            }
            if (ports.containsValue(port)) {
                throw new AnswersException("The answer to '" + TlsQuestions.PORT_OF + "' gives port " + port
                        + " to two services; each needs one of its own.");
            }
            if (taken.containsKey(port)) {
                throw new AnswersException("Port " + port + " of the host is that of " + taken.get(port)
                        + "; close it (iteration 2), or give " + pair[0] + " another in the answer to '"
                        + TlsQuestions.PORT_OF + "'.");
            }
            ports.put(pair[0], port);
        }
        for (String group : groups.keySet()) {
            if (!ports.containsKey(group)) {
                throw new AnswersException("The answer to '" + TlsQuestions.PORT_OF + "' gives no port to " + group
                        + "; write for instance " + group + "=8443.");
            }
        }
        return ports;
    }

    /** Returns what is proposed: the port that the service itself listens on, where it is free on host and proxy. */
    static SortedMap<String, Integer> proposed(TlsScene scene) {
        SortedMap<Integer, String> taken = taken(scene);
        SortedMap<String, Integer> ports = new TreeMap<>();
        groups(scene.routes()).forEach((group, routes) -> {
            Route main = routes.getFirst();
            int wanted = main.entry().tls() && !main.entry().ports().isEmpty()
                    ? main.entry().ports().getFirst()
                    : main.container().flatMap(target -> target.port()).orElse(0);
            boolean free = (wanted > 1023 || alone(main)) && !taken.containsKey(wanted);
            int port = free ? wanted : 8443;
            while (taken.containsKey(port)) {
                port++;
            }
            taken.put(port, group);
            ports.put(group, port);
        });
        return ports;
    }

    /** Returns whether a route is on a port of its own already, as an earlier run has left it. */
    private static boolean alone(Route route) {
        return route.entry().tls() && !route.entry().ports().isEmpty();
    }

    /** Returns whether services are told apart by ports already: one name, and encrypted ports beside the usual one. */
    static boolean stands(TlsScene scene) {
        return scene.hosts().size() == 1
                && scene.routes().stream().allMatch(PortPerService::alone)
                && scene.routes().stream()
                        .anyMatch(route -> !route.entry().ports().contains(TlsScene.HTTPS));
    }

    /** Ports of the host and of the proxy's own container that somebody else has. */
    private static SortedMap<Integer, String> taken(TlsScene scene) {
        SortedMap<Integer, String> taken = new TreeMap<>();
        String owner = scene.owner().key();
        for (Service service : scene.input().topology().services().values()) {
            if (!service.key().equals(owner)) {
                service.ports().stream()
                        .filter(mapping -> mapping.protocol() == Protocol.TCP)
                        .forEach(mapping -> put(taken, mapping, service.key()));
            }
        }
        String project = scene.input().topology().project();
        for (ObservedContainer container : scene.input().observed().containers()) {
            if (!container.project().equals(Optional.of(project))) {
                container.ports().stream()
                        .filter(mapping -> mapping.protocol() == Protocol.TCP)
                        .forEach(mapping -> put(taken, mapping, container.name()));
            }
        }
        // what a proxy listens on beside its sites: the admin end of Caddy, the API of Traefik
        taken.put(2019, scene.proxy().key());
        taken.put(8080, scene.proxy().key());
        taken.put(TlsScene.HTTP, scene.proxy().key());
        return taken;
    }

    private static void put(SortedMap<Integer, String> taken, PortMapping mapping, String whose) {
        mapping.published()
                .filter(number -> number.matches("\\d{1,5}"))
                .ifPresent(number -> taken.putIfAbsent(Integer.valueOf(number), whose));
    }

    /** Routes by the name or port that they share, each called after the service that has most of it. */
    private static SortedMap<String, List<Route>> groups(List<Route> routes) {
        SortedMap<String, List<Route>> shared = new TreeMap<>();
        for (Route route : routes) {
            String key = String.join(",", route.match().hosts())
                    + (alone(route) ? route.entry().ports().toString() : "");
            shared.computeIfAbsent(key, name -> new ArrayList<>()).add(route);
        }
        SortedMap<String, List<Route>> groups = new TreeMap<>();
        for (List<Route> group : shared.values()) {
            group.sort(java.util.Comparator.comparingInt(
                    route -> route.match().paths().size()));
            String base = group.getFirst()
                    .container()
                    .map(target -> target.service())
                    .orElse(group.getFirst().proxy());
            String name = base;
            for (int number = 2; groups.containsKey(name); number++) {
                name = base + "-" + number;
            }
            groups.put(name, group);
        }
        return groups;
    }

    private static String answered(Answers answers, String question) {
        return answers.value(question).orElse("").strip();
    }

    /** Returns the port of a route. */
    int port(Route route) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().stream().anyMatch(other -> sameAs(other, route)))
                .map(group -> ports.getOrDefault(group.getKey(), TlsScene.HTTPS))
                .findFirst()
                .orElse(TlsScene.HTTPS);
    }

    private static boolean sameAs(Route one, Route other) {
        return one.place().equals(other.place()) && one.target().equals(other.target());
    }

    /** Returns a route as it is once it is moved to its port. */
    Route moved(Route route) {
        String rule = route.match().rule();
        for (String old : route.match().hosts()) {
            rule = rule.replaceAll("(?<![A-Za-z0-9.-])" + Pattern.quote(old) + "(?![A-Za-z0-9.-])", host);
        }
        return new Route(
                route.proxy(),
                new RouteMatch(rule, List.of(host), route.match().paths()),
                new RouteEntry(route.entry().protocol(), List.of(), List.of(port(route)), true),
                route.target(),
                route.place(),
                route.certain());
    }

    /** Returns the names that a route had before. */
    List<String> before(Route moved) {
        return groups.values().stream()
                .flatMap(List::stream)
                .filter(route -> sameAs(route, moved))
                .flatMap(route -> route.match().hosts().stream())
                .toList();
    }

    /** Returns names of before to what stands in their place in addresses; none of one that several ports share. */
    SortedMap<String, String> followers() {
        SortedMap<String, String> followers = new TreeMap<>();
        SortedMap<String, Integer> counted = new TreeMap<>();
        groups.forEach((group, routes) -> routes.stream()
                .flatMap(route -> route.match().hosts().stream())
                .distinct()
                .forEach(old -> {
                    counted.merge(old, 1, Integer::sum);
                    followers.put(old, authority(ports.getOrDefault(group, TlsScene.HTTPS)));
                }));
        followers.keySet().removeIf(old -> counted.getOrDefault(old, 0) > 1);
        return followers;
    }

    /** Returns the name as people write it for a port. */
    String authority(int port) {
        return port == TlsScene.HTTPS ? host : host + ":" + port;
    }

    /** Returns whether one of them has the usual port of HTTPS. */
    boolean hasUsual() {
        return ports.containsValue(TlsScene.HTTPS);
    }

    /** Returns the ports with their services in a few words. */
    String text() {
        List<String> words = new ArrayList<>();
        ports.forEach((group, port) -> words.add(port + " (" + group + ")"));
        return String.join(", ", words);
    }
}
