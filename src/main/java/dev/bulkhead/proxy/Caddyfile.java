package dev.bulkhead.proxy;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.directive.CaddyfileReader;
import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.FileEdit.WriteFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Routes in a Caddyfile and the files that it imports. */
final class Caddyfile implements ProxyDialect {

    private static final String USUAL = "/etc/caddy/Caddyfile";
    /** Files that import one another in a circle are refused by Caddy. */
    private static final int DEPTH = 8;

    @Override
    public List<Route> routes(ProxyServer proxy, ProxyProject project) {
        List<ProxyFile> files = project.files().of(proxy.key());
        return main(proxy, project)
                .map(main -> new CaddySites(
                                proxy.key(),
                                upstream -> Upstream.target(upstream, project),
                                directive ->
                                        new RoutePlace.InFile(new SourceMark(directive.source(), directive.line(), 1)))
                        .of(expanded(directives(main), main.path(), files, 0)))
                .orElse(List.of());
    }

    private static Optional<ProxyFile> main(ProxyServer proxy, ProxyProject project) {
        boolean caddy = switch (proxy.software()) {
            case ProxyServer.Software.Caddy _, ProxyServer.Software.CaddyDockerProxy _ -> true;
            case ProxyServer.Software.Traefik _, ProxyServer.Software.NginxProxy _, ProxyServer.Software.Nginx _ ->
                false;
        };
        return project.files().of(proxy.key()).stream()
                .filter(file -> caddy && file.path().equals(path(proxy.service().container())))
                .findFirst();
    }

    /** Returns where a container finds its Caddyfile: as it is told, else where the image has it. */
    static String path(ContainerSpec container) {
        List<String> words = container.command();
        for (int i = 0; i < words.size(); i++) {
            for (String flag : List.of("--config", "-c", "--caddyfile-path")) {
                if (words.get(i).startsWith(flag + "=")) {
                    return words.get(i).substring(flag.length() + 1);
                }
                if (words.get(i).equals(flag) && i + 1 < words.size()) {
                    return words.get(i + 1);
                }
            }
        }
        return container.environment().getOrDefault("CADDY_DOCKER_CADDYFILE_PATH", USUAL);
    }

    /**
     * Returns the paths in the container, perhaps with stars, that a file's imports name; those of snippets, which lead to
     * no file, included.
     */
    static List<String> imports(ProxyFile file) {
        List<String> paths = new ArrayList<>();
        Deque<Directive> open = new ArrayDeque<>(directives(file));
        while (!open.isEmpty()) {
            Directive directive = open.pop();
            if (directive.name().equals("import") && !directive.arguments().isEmpty()) {
                paths.add(importedPath(directive, file.path()));
            }
            directive.nested().forEach(open::push);
        }
        return paths;
    }

    private static String importedPath(Directive directive, String path) {
        String pattern = directive.arguments().getFirst();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return pattern.startsWith("/") ? pattern : folder + pattern.replaceFirst("^\\./", "");
    }

    /** Returns whether a path is meant by one with stars. */
    static boolean matches(String path, String stars) {
        return Pattern.matches(Pattern.quote(stars).replace("*", "\\E[^/]*\\Q"), path);
    }

    private static List<Directive> directives(ProxyFile file) {
        return CaddyfileReader.read(file.name(), file.text());
    }

    /** Puts what imported files say in the place of the import; imports of snippets stay. */
    private static List<Directive> expanded(List<Directive> directives, String path, List<ProxyFile> files, int depth) {
        List<Directive> all = new ArrayList<>();
        for (Directive directive : directives) {
            List<ProxyFile> imported =
                    directive.name().equals("import") && depth < DEPTH ? imported(directive, path, files) : List.of();
            imported.forEach(file -> all.addAll(expanded(directives(file), file.path(), files, depth + 1)));
            if (imported.isEmpty()) {
                all.add(directive.withNested(expanded(directive.nested(), path, files, depth)));
            }
        }
        return all;
    }

    private static List<ProxyFile> imported(Directive directive, String path, List<ProxyFile> files) {
        return files.stream()
                .filter(file -> !directive.arguments().isEmpty() && matches(file.path(), importedPath(directive, path)))
                .toList();
    }

    @Override
    public Optional<RouteChange> write(ProxyServer proxy, ProxyProject project, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.Caddy)) {
            return Optional.empty();
        }
        return Optional.of(main(proxy, project)
                .map(file -> add(file, project, wanted))
                .orElseGet(() -> Obstacle.FILE_UNREAD.refuse("Caddy (" + proxy.key()
                        + ") is told its routes in a Caddyfile, and none was found among its bind mounts.")));
    }

    private static RouteChange add(ProxyFile file, ProxyProject project, WantedRoute wanted) {
        List<Directive> sites = directives(file);
        String site = (wanted.tls() ? "" : "http://") + wanted.authority();
        String target = project.names().owner(wanted.service()) + ":" + wanted.port();
        String directive =
                "reverse_proxy " + wanted.path().map(path -> path + "* ").orElse("") + target;
        Optional<Directive> own = sites.stream()
                .filter(s -> s.words().contains(site) && s.end() > s.line())
                .findFirst();
        if (own.isPresent()) {
            return insert(file, own.get().end(), "\t" + directive);
        }
        boolean bare = sites.stream().anyMatch(s -> !s.nested().isEmpty() && s.end() == s.line());
        if (bare) {
            return Obstacle.FILE_FORM.refuse(
                    "File " + file.name()
                            + " holds one site without braces; put braces around its directives, then another site can follow.");
        }
        String end = file.text().isEmpty() || file.text().endsWith("\n") ? "" : "\n";
        String gap = file.text().isBlank() ? "" : "\n";
        String tls = wanted.tls() ? certificate(sites) : "";
        return RouteChange.of(List.of(new WriteFile(
                file.name(), file.text() + end + gap + site + " {\n" + tls + "\t" + directive + "\n}\n")));
    }

    @Override
    public Optional<RouteChange> change(ProxyServer proxy, ProxyProject project, Route before, WantedRoute wanted) {
        if (main(proxy, project).isEmpty() || !(before.place() instanceof RoutePlace.InFile(SourceMark at))) {
            return Optional.empty();
        }
        return project.files().of(proxy.key()).stream()
                .filter(file -> file.name().equals(at.file()))
                .findFirst()
                .map(file -> CaddyChange.way(
                                directives(file),
                                directive -> directive.line() == at.line()
                                        && directive.name().equals("reverse_proxy"))
                        .flatMap(way -> new CaddyChange(before, wanted, project).words(way))
                        .map(words -> RouteChange.of(List.of(new WriteFile(file.name(), changed(file.text(), words)))))
                        .orElseGet(() -> Obstacle.FILE_FORM.refuse(
                                "What decides this route does not stand in one place; change it in " + at.fileAndLine()
                                        + ".")));
    }

    private static String changed(String text, List<CaddyChange.Word> words) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (CaddyChange.Word word : words) {
            int index = word.directive().line() - 1;
            String from = word.from().isEmpty() ? word.directive().name() : word.from();
            String to = word.from().isEmpty() ? from + " " + word.to() : word.to();
            Pattern whole = Pattern.compile(
                    "(?<=^|[\\s,\"`])" + Pattern.quote(from) + "(?=$|[\\s,\"`{])" + (to.isEmpty() ? " ?" : ""));
            lines.set(index, whole.matcher(lines.get(index)).replaceFirst(Matcher.quoteReplacement(to)));
        }
        return String.join("\n", lines);
    }

    /** Returns the line by which other sites are told of their certificate; empty where Caddy fetches them itself. */
    private static String certificate(List<Directive> sites) {
        return sites.stream()
                .flatMap(site -> site.nested().stream())
                .filter(directive -> directive.name().equals("tls")
                        && directive.arguments().size() == 2
                        && directive.nested().isEmpty())
                .findFirst()
                .map(directive -> "\t" + String.join(" ", directive.words()) + "\n")
                .orElse("");
    }

    /** Adds a line before another one, counted from 1. */
    private static RouteChange insert(ProxyFile file, int before, String added) {
        List<String> lines = new ArrayList<>(List.of(file.text().split("\n", -1)));
        lines.add(before - 1, added);
        return RouteChange.of(List.of(new WriteFile(file.name(), String.join("\n", lines))));
    }
}
