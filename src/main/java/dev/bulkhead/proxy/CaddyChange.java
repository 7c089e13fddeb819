package dev.bulkhead.proxy;

import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.route.WantedRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Change of a route of Caddy, word by word: the address of its site, the path and the upstream of its directive. Whether a
 * word stands in a label or in a Caddyfile is left to those who write it.
 */
record CaddyChange(Route before, WantedRoute wanted, ProxyProject project) {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}(?=/|$)");

    /**
     * Word that takes the place of another one.
     *
     * @param directive where it stands
     * @param from the word; empty text for one more after the directive's name
     * @param to the other one; empty text for none
     */
    record Word(Directive directive, String from, String to) {}

    /**
     * Returns the words that change; empty where the path is decided by something else than a word of the way down.
     *
     * @param way the site, then each directive down to the one that hands requests on
     */
    Optional<List<Word>> words(List<Directive> way) {
        List<Word> words = new ArrayList<>();
        Directive site = way.getFirst();
        Directive last = way.getLast();
        site.words().stream()
                .filter(word -> word.contains(host()))
                .forEach(word -> words.add(new Word(site, word, address(word))));
        if (!before.match().paths().equals(wanted.path().stream().toList())) {
            Optional<Word> path = path(way);
            if (path.isEmpty()) {
                return Optional.empty();
            }
            words.add(path.get());
        }
        List<Directive> naming = new ArrayList<>(List.of(last));
        last.nested().stream().filter(inner -> inner.name().equals("to")).forEach(naming::add);
        naming.forEach(directive -> directive.arguments().stream()
                .filter(this::leadsThere)
                .forEach(word -> words.add(new Word(directive, word, upstream(word)))));
        return Optional.of(
                words.stream().filter(word -> !word.from().equals(word.to())).toList());
    }

    private String host() {
        return before.match().hosts().getFirst();
    }

    private String address(String word) {
        String renamed = word.replace(host(), wanted.host());
        if (before.entry().tls() == wanted.tls()) {
            return renamed;
        }
        String bare = renamed.replaceFirst("^[a-z]+://", "");
        return wanted.tls() ? bare : "http://" + bare;
    }

    private Optional<Word> path(List<Directive> way) {
        Directive last = way.getLast();
        Optional<String> stated = before.match().paths().stream().findFirst();
        if (stated.isEmpty()) {
            return wanted.path().map(path -> new Word(last, "", path + "*"));
        }
        for (Directive directive : way.subList(1, way.size()).reversed()) {
            String first =
                    directive.arguments().isEmpty() ? "" : directive.arguments().getFirst();
            if (first.equals(stated.get()) || first.equals(stated.get() + "*")) {
                // A block without a path takes every request; whether others would lose theirs is not for a word to
                // decide.
                return wanted.path()
                        .map(path -> new Word(
                                directive,
                                first,
                                path + first.substring(stated.get().length())))
                        .or(() -> directive.equals(last) ? Optional.of(new Word(last, first, "")) : Optional.empty());
            }
        }
        return Optional.empty();
    }

    private boolean leadsThere(String word) {
        return CaddyLabels.UPSTREAMS.matcher(word).matches()
                || Upstream.target(word, project)
                        .filter(target -> target instanceof RouteTarget.Container container
                                && before.container()
                                        .filter(now -> now.service().equals(container.service()))
                                        .isPresent()
                                && before.container()
                                        .flatMap(RouteTarget.Container::port)
                                        .equals(container.port()))
                        .isPresent();
    }

    private String upstream(String word) {
        if (before.container().flatMap(RouteTarget.Container::port).equals(Optional.of(wanted.port()))) {
            return word;
        }
        Matcher own = CaddyLabels.UPSTREAMS.matcher(word);
        if (own.matches()) {
            return "{{upstreams" + (own.group(1) == null ? " " : " " + own.group(1) + " ") + wanted.port() + "}}";
        }
        Matcher port = PORT.matcher(word);
        return port.find() ? port.replaceFirst(":" + wanted.port()) : word + ":" + wanted.port();
    }

    /** Returns the way from one of some sites down to a directive; empty where none of them leads there. */
    static Optional<List<Directive>> way(List<Directive> from, Matching wanted) {
        for (Directive directive : from) {
            if (wanted.is(directive)) {
                return Optional.of(List.of(directive));
            }
            Optional<List<Directive>> below = way(directive.nested(), wanted);
            if (below.isPresent()) {
                List<Directive> way = new ArrayList<>(List.of(directive));
                way.addAll(below.get());
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    /** Question whether a directive is the one that is looked for. */
    @FunctionalInterface
    interface Matching {
        boolean is(Directive directive);
    }
}
