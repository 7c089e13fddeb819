package dev.bulkhead.proxy.guard;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.directive.CaddyfileReader;
import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.guard.RouteGuards.Present;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.topology.edit.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Guards in a Caddyfile: {@code forward_auth} in front of {@code reverse_proxy}. Caddy carries the first out before the second
 * wherever they stand in a block, and before {@code handle_path}, which takes the beginning of the path away (Caddy
 * documentation, Directives, Directive order).
 */
final class CaddyfileGuards {

    /** Directives that ask who comes; some are of plugins. */
    private static final List<String> ASKING =
            List.of("forward_auth", "basic_auth", "basicauth", "authenticate", "authorize");

    private CaddyfileGuards() {}

    static Optional<Present> before(ProxyFile file, int line) {
        List<Directive> way = way(CaddyfileReader.read(file.name(), file.text()), line);
        return asking(way);
    }

    /** Returns what asks on the way from a site to a directive: without a condition, or with the one that the way has. */
    static Optional<Present> asking(List<Directive> way) {
        for (int i = 0; i + 1 < way.size(); i++) {
            Optional<String> condition = condition(way.get(i + 1));
            Optional<Present> found = way.get(i).nested().stream()
                    .filter(directive -> ASKING.contains(directive.name()))
                    .filter(directive -> condition(directive).isEmpty()
                            || condition(directive).equals(condition))
                    .map(CaddyfileGuards::present)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Present present(Directive directive) {
        if (!directive.name().equals("forward_auth")) {
            return new Present(directive.name(), Optional.empty());
        }
        String path = directive.nested().stream()
                .filter(inner ->
                        inner.name().equals("uri") && !inner.arguments().isEmpty())
                .map(inner -> inner.arguments().getFirst().replaceFirst("\\?.*$", ""))
                .findFirst()
                .orElse("");
        int first = condition(directive).isPresent() ? 1 : 0;
        return new Present(
                directive.name(),
                directive.arguments().stream().skip(first).findFirst().map(host -> TraefikGuards.whom(host) + path));
    }

    /** Returns the condition that a directive begins with, as written. */
    static Optional<String> condition(Directive directive) {
        return directive.arguments().stream()
                .findFirst()
                .filter(word -> word.startsWith("/") || word.startsWith("@") || word.equals("*"));
    }

    /** Returns the directives from a site down to the one that begins in a line; empty where none does. */
    private static List<Directive> way(List<Directive> directives, int line) {
        for (Directive directive : directives) {
            if (directive.line() == line && directive.name().equals("reverse_proxy")) {
                return List.of(directive);
            }
            List<Directive> below = way(directive.nested(), line);
            if (!below.isEmpty()) {
                List<Directive> way = new ArrayList<>(List.of(directive));
                way.addAll(below);
                return way;
            }
        }
        return List.of();
    }

    /**
     * Puts the guard before routes. Where all routes of a site get it, it stands at the site's begin and covers what else the
     * site serves.
     */
    static RouteChange guard(ProxyFile file, List<Integer> lines, List<Integer> all, ForwardAuth auth) {
        List<Directive> sites = CaddyfileReader.read(file.name(), file.text());
        String[] text = file.text().split("\n", -1);
        NavigableMap<Integer, String> insertions = new TreeMap<>();
        for (int line : lines) {
            List<Directive> way = way(sites, line);
            if (way.size() < 2 || way.getFirst().name().startsWith("(")) {
                return Obstacle.FILE_FORM.refuse("The route in line " + line + " of " + file.name()
                        + " stands in a snippet or a file that sites import; a guard there could come before other routes as"
                        + " well. Write the route into its site first.");
            }
            Directive site = way.getFirst();
            if (all.stream().filter(other -> within(site, sites, other)).allMatch(lines::contains)) {
                insertions.put(site.nested().getFirst().line(), "");
            } else {
                Directive at = way.stream()
                        .filter(directive -> directive.name().equals("handle_path"))
                        .findFirst()
                        .orElse(way.getLast());
                insertions.put(at.line(), condition(at).map(word -> word + " ").orElse(""));
            }
        }
        List<String> guarded = new ArrayList<>();
        for (int i = 0; i < text.length; i++) {
            String condition = insertions.get(i + 1);
            if (condition != null) {
                String indent = text[i].substring(
                        0, text[i].length() - text[i].stripLeading().length());
                guarded.add(indent + "forward_auth " + condition + auth.at() + " {");
                guarded.add(indent + "\turi " + auth.path());
                guarded.add(indent + "\tcopy_headers " + String.join(" ", auth.headers()));
                guarded.add(indent + "}");
            }
            guarded.add(text[i]);
        }
        return RouteChange.of(List.of(new FileEdit.WriteFile(file.name(), String.join("\n", guarded))));
    }

    /** A file of one site without braces is that site to its end. */
    private static boolean within(Directive site, List<Directive> sites, int line) {
        boolean alone = sites.size() == 1 && site.end() == site.line();
        return alone || (site.line() <= line && line <= site.end());
    }
}
