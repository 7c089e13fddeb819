package dev.bulkhead.proxy;

import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteEntry.Protocol;
import dev.bulkhead.proxy.route.RouteMatch;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Routes of Caddy's sites (Caddy documentation, Caddyfile concepts, {@code reverse_proxy}, {@code handle}), whether labels
 * or a Caddyfile state them. Directives that lead nowhere are left alone.
 */
final class CaddySites {

    private static final Set<String> BLOCKS = Set.of("handle", "handle_path", "route", "handle_errors");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final String proxy;
    /** The target of an upstream, as written. */
    private final Function<String, Optional<RouteTarget>> targets;

    private final Function<Directive, RoutePlace> places;
    private final Map<String, Directive> snippets = new HashMap<>();
    private final List<Route> routes = new ArrayList<>();

    CaddySites(String proxy, Function<String, Optional<RouteTarget>> targets, Function<Directive, RoutePlace> places) {
        this.proxy = proxy;
        this.targets = targets;
        this.places = places;
    }

    /** A site while its directives are looked through: what it listens on and which paths are left at this point. */
    private record Site(List<String> addresses, Map<String, List<String>> matchers, List<String> paths) {

        Site under(List<String> narrower) {
            return narrower.isEmpty() ? this : new Site(addresses, matchers, narrower);
        }
    }

    /** Returns the routes of sites; snippets among them are looked into where they are imported. */
    List<Route> of(List<Directive> sites) {
        for (Directive site : sites) {
            if (site.name().startsWith("(") && site.name().endsWith(")")) {
                snippets.put(site.name().substring(1, site.name().length() - 1), site);
            }
        }
        for (Directive site : sites) {
            List<String> addresses = addresses(site);
            if (!addresses.isEmpty() && !site.name().startsWith("(")) {
                walk(site.nested(), new Site(addresses, matchers(site), List.of()), new HashSet<>());
            }
        }
        return routes;
    }

    private static List<String> addresses(Directive site) {
        return site.words().stream()
                .flatMap(word -> java.util.Arrays.stream(word.split(",", -1)))
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** Named matchers of a site with the paths that they ask for. */
    private static Map<String, List<String>> matchers(Directive site) {
        Map<String, List<String>> matchers = new HashMap<>();
        for (Directive directive : site.nested()) {
            if (directive.name().startsWith("@")) {
                List<String> paths = new ArrayList<>();
                if (!directive.arguments().isEmpty()
                        && directive.arguments().getFirst().equals("path")) {
                    paths.addAll(directive
                            .arguments()
                            .subList(1, directive.arguments().size()));
                }
                directive.nested().stream()
                        .filter(inner -> inner.name().equals("path"))
                        .forEach(inner -> paths.addAll(inner.arguments()));
                matchers.put(
                        directive.name(),
                        paths.stream().map(CaddySites::plainPath).toList());
            }
        }
        return matchers;
    }

    private void walk(List<Directive> directives, Site site, Set<String> imported) {
        for (Directive directive : directives) {
            String name = directive.name();
            List<String> arguments = directive.arguments();
            if (BLOCKS.contains(name)) {
                walk(directive.nested(), site.under(paths(arguments, site)), imported);
            } else if (name.equals("reverse_proxy")) {
                reverseProxy(directive, site.under(paths(arguments, site)));
            } else if (name.equals("import") && !arguments.isEmpty()) {
                Directive snippet = snippets.get(arguments.getFirst());
                if (snippet != null && imported.add(snippet.name())) {
                    walk(snippet.nested(), site, imported);
                    imported.remove(snippet.name());
                }
            }
        }
    }

    private static List<String> paths(List<String> arguments, Site site) {
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        if (first.startsWith("@")) {
            return site.matchers().getOrDefault(first, List.of());
        }
        return first.startsWith("/") ? List.of(plainPath(first)) : List.of();
    }

    private static String plainPath(String path) {
        return path.length() > 1 && path.endsWith("*") ? path.substring(0, path.length() - 1) : path;
    }

    private void reverseProxy(Directive directive, Site site) {
        List<String> upstreams = new ArrayList<>();
        List<String> arguments = directive.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean matcher = i == 0 && (word.startsWith("/") || word.startsWith("@") || word.equals("*"));
            if (!matcher) {
                upstreams.add(word);
            }
        }
        directive.nested().stream()
                .filter(inner -> inner.name().equals("to"))
                .forEach(inner -> upstreams.addAll(inner.arguments()));
        for (String upstream : upstreams) {
            targets.apply(upstream)
                    .map(target -> new Route(proxy, match(site), entry(site), target, places.apply(directive), true))
                    .ifPresent(routes::add);
        }
    }

    private static RouteMatch match(Site site) {
        List<String> hosts = site.addresses().stream()
                .map(address -> CaddyAddress.of(address).host())
                .filter(host -> !host.isEmpty() && !host.contains("*") && !host.contains("{"))
                .distinct()
                .toList();
        String paths = site.paths().isEmpty() ? "" : " " + String.join(" ", site.paths());
        return new RouteMatch(String.join(", ", site.addresses()) + paths, hosts, site.paths());
    }

    private static RouteEntry entry(Site site) {
        List<CaddyAddress> addresses =
                site.addresses().stream().map(CaddyAddress::of).toList();
        return new RouteEntry(
                Protocol.HTTP,
                List.of(),
                addresses.stream().map(CaddyAddress::port).distinct().toList(),
                addresses.stream().allMatch(CaddyAddress::tls));
    }

    /** Address of a site: scheme, host and port, each perhaps left out; a host alone is served encrypted. */
    private record CaddyAddress(String host, int port, boolean tls) {

        static CaddyAddress of(String text) {
            boolean http = text.startsWith("http://");
            String rest = text.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
            int colon = rest.lastIndexOf(':');
            String digits = colon < 0 ? "" : rest.substring(colon + 1);
            boolean stated = digits.matches("\\d{1,5}");
            String host = stated ? rest.substring(0, colon) : rest;
            int port = stated ? Integer.parseInt(digits) : http ? HTTP_PORT : HTTPS_PORT;
            return new CaddyAddress(host, port, !http && port != HTTP_PORT && !host.isEmpty());
        }
    }
}
