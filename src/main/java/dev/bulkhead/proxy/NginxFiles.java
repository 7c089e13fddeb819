package dev.bulkhead.proxy;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.directive.NginxReader;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteEntry.Protocol;
import dev.bulkhead.proxy.route.RouteMatch;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.WantedRoute;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Routes in files of nginx (nginx documentation, {@code ngx_http_proxy_module}, {@code ngx_stream_proxy_module}), also those that Nginx
 * Proxy Manager makes of its database (its {@code backend/templates}); its own page is where they are changed.
 */
final class NginxFiles implements ProxyDialect {

    /** Directives that hand a request on, with what comes before an address that has no scheme. */
    private static final Map<String, String> PASSING =
            Map.of("proxy_pass", "", "fastcgi_pass", "fcgi://", "uwsgi_pass", "uwsgi://", "grpc_pass", "grpc://");

    /** What Nginx Proxy Manager's image has for its usual way; it hands on to the variables of the server. */
    private static final String MANAGED = "conf.d/include/proxy.conf";

    private static final String MANAGED_WAY = "$forward_scheme://$server:$port";
    private static final Set<String> CONDITIONS = Set.of("=", "^~", "~", "~*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");
    private static final int HTTP_PORT = 80;

    @Override
    public List<Route> routes(ProxyServer proxy, ProxyProject project) {
        if (!(proxy.software() instanceof ProxyServer.Software.Nginx)) {
            return List.of();
        }
        List<Directive> all = new ArrayList<>();
        for (ProxyFile file : project.files().of(proxy.key())) {
            all.addAll(NginxReader.read(file.name(), file.text()));
        }
        Walk walk = new Walk(proxy, project);
        walk.upstreams(all);
        walk.servers(all);
        return walk.routes;
    }

    @Override
    public Optional<RouteChange> write(ProxyServer proxy, ProxyProject project, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.Nginx(boolean managed))) {
            return Optional.empty();
        }
        return Optional.of(Obstacle.FILE_FORM.refuse(
                managed
                        ? "Nginx Proxy Manager (" + proxy.key() + ") keeps its routes in a database of its own; add "
                                + wanted.host() + " on its page, with " + wanted.service() + " and port "
                                + wanted.port() + " to forward to."
                        : "Nginx (" + proxy.key()
                                + ") is told its routes in its own language, which Bulkhead reads and does"
                                + " not write; add a server for " + wanted.host() + " that says proxy_pass http://"
                                + wanted.service() + ":" + wanted.port() + "."));
    }

    @Override
    public Optional<RouteChange> change(ProxyServer proxy, ProxyProject project, Route before, WantedRoute wanted) {
        if (!(proxy.software() instanceof ProxyServer.Software.Nginx(boolean managed))) {
            return Optional.empty();
        }
        String place = before.place() instanceof RoutePlace.InFile(SourceMark at) ? at.fileAndLine() : "its files";
        return Optional.of(Obstacle.FILE_FORM.refuse(
                managed
                        ? "Nginx Proxy Manager (" + proxy.key()
                                + ") keeps its routes in a database of its own; change this one on its page."
                        : "Nginx (" + proxy.key() + ") is told its routes in its own language, which Bulkhead reads and"
                                + " does not write; change this one in " + place + "."));
    }

    /** Returns whether a file hands requests on; otherwise nginx only serves pages of its own. */
    static boolean passes(ProxyFile file) {
        return PASSING.keySet().stream().anyMatch(file.text()::contains)
                || file.text().contains(MANAGED);
    }

    /** Returns the paths in the container, perhaps with stars, that a file's includes name. */
    static List<String> includes(ProxyFile file) {
        List<String> paths = new ArrayList<>();
        collect(NginxReader.read(file.name(), file.text()), paths);
        return paths;
    }

    private static void collect(List<Directive> directives, List<String> paths) {
        for (Directive directive : directives) {
            if (directive.name().equals("include")) {
                directive.arguments().stream()
                        .map(path -> path.startsWith("/") ? path : "/etc/nginx/" + path)
                        .forEach(paths::add);
            }
            collect(directive.nested(), paths);
        }
    }

    /** What holds at a place: of its server, and of the locations around it. */
    private record Scope(RouteEntry entry, List<String> names, String path, Map<String, String> variables) {

        Scope at(String inner) {
            return new Scope(entry, names, inner, variables);
        }

        Scope with(List<Directive> directives) {
            Map<String, String> known = new HashMap<>(variables);
            for (Directive directive : directives) {
                if (directive.name().equals("set") && directive.arguments().size() == 2) {
                    List<String> words = directive.arguments();
                    known.put(words.getFirst().replaceFirst("^\\$", ""), resolved(words.getLast(), known));
                }
            }
            return new Scope(entry, names, path, known);
        }
    }

    /** What a variable stands for, where the files tell; the rest stays as written. */
    private static String resolved(String text, Map<String, String> variables) {
        Matcher names = VARIABLE.matcher(text);
        return names.replaceAll(name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), name.group())));
    }

    /** The directives of a proxy's files while they are looked through. */
    private static final class Walk {

        private final ProxyServer proxy;
        private final ProxyProject project;
        private final Map<String, List<String>> upstreams = new HashMap<>();
        private final List<Route> routes = new ArrayList<>();

        Walk(ProxyServer proxy, ProxyProject project) {
            this.proxy = proxy;
            this.project = project;
        }

        void upstreams(List<Directive> directives) {
            for (Directive directive : directives) {
                if (directive.name().equals("upstream")
                        && !directive.arguments().isEmpty()) {
                    upstreams.put(
                            directive.arguments().getFirst(),
                            directive.nested().stream()
                                    .filter(inner -> inner.name().equals("server")
                                            && !inner.arguments().isEmpty())
                                    .map(inner -> inner.arguments().getFirst())
                                    .toList());
                } else {
                    upstreams(directive.nested());
                }
            }
        }

        void servers(List<Directive> directives) {
            for (Directive directive : directives) {
                if (directive.name().equals("server")) {
                    server(directive.nested());
                } else if (!directive.name().equals("upstream")) {
                    servers(directive.nested());
                }
            }
        }

        /** Where a server itself hands on, it is one of streams: those of HTTP do so in their locations. */
        private void server(List<Directive> directives) {
            boolean stream =
                    directives.stream().anyMatch(directive -> directive.name().equals("proxy_pass"));
            List<String> names = words(directives, "server_name").toList();
            Scope scope = new Scope(
                            entry(directives, stream),
                            names,
                            "",
                            Map.copyOf(proxy.service().container().environment()))
                    .with(directives);
            walk(directives, scope);
        }

        private static RouteEntry entry(List<Directive> directives, boolean stream) {
            List<Integer> ports = new ArrayList<>();
            boolean tls = false;
            boolean udp = false;
            for (Directive listen : directives) {
                if (listen.name().equals("listen") && !listen.arguments().isEmpty()) {
                    String address = listen.arguments().getFirst();
                    String digits = address.substring(address.lastIndexOf(':') + 1);
                    if (digits.matches("\\d{1,5}") && !ports.contains(Integer.valueOf(digits))) {
                        ports.add(Integer.valueOf(digits));
                    } else if (!address.startsWith("unix:")
                            && !digits.matches("\\d{1,5}")
                            && !ports.contains(HTTP_PORT)) {
                        ports.add(HTTP_PORT);
                    }
                    tls |= listen.arguments().contains("ssl");
                    udp |= listen.arguments().contains("udp");
                }
            }
            Protocol protocol = !stream ? Protocol.HTTP : udp ? Protocol.UDP : Protocol.TCP;
            return new RouteEntry(protocol, List.of(), ports.isEmpty() ? List.of(HTTP_PORT) : ports, tls);
        }

        private static java.util.stream.Stream<String> words(List<Directive> directives, String name) {
            return directives.stream()
                    .filter(directive -> directive.name().equals(name))
                    .flatMap(directive -> directive.arguments().stream());
        }

        private void walk(List<Directive> directives, Scope scope) {
            for (Directive directive : directives) {
                String name = directive.name();
                List<String> words = directive.arguments();
                if (name.equals("location")) {
                    Scope inner = scope.at(String.join(" ", words)).with(directive.nested());
                    walk(directive.nested(), inner);
                } else if (PASSING.containsKey(name) && !words.isEmpty()) {
                    pass(directive, PASSING.getOrDefault(name, "") + words.getFirst(), scope);
                } else if (name.equals("include") && words.contains(MANAGED)) {
                    pass(directive, MANAGED_WAY, scope);
                } else if (name.equals("if") || name.equals("limit_except")) {
                    walk(directive.nested(), scope.with(directive.nested()));
                }
            }
        }

        private void pass(Directive directive, String written, Scope scope) {
            String address = resolved(written, scope.variables());
            String scheme = address.replaceFirst("(?s)^([a-z]+://)?.*$", "$1");
            String host = address.substring(scheme.length()).replaceFirst("[/$].*$", "");
            for (String one : upstreams.getOrDefault(host, List.of(host))) {
                Upstream.target(scheme + one, project)
                        .map(target -> new Route(
                                proxy.key(),
                                match(scope),
                                scope.entry(),
                                target,
                                new RoutePlace.InFile(new SourceMark(directive.source(), directive.line(), 1)),
                                true))
                        .ifPresent(routes::add);
            }
        }

        private static RouteMatch match(Scope scope) {
            List<String> hosts = scope.names().stream()
                    .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9.-]*"))
                    .distinct()
                    .toList();
            String[] words = scope.path().split(" ", -1);
            String path = words[words.length - 1];
            boolean plain = path.startsWith("/") && !(words.length > 1 && words[0].startsWith("~"));
            String condition = scope.path().isEmpty() || scope.path().equals("/") ? "" : " " + scope.path();
            return new RouteMatch(
                    (String.join(", ", scope.names()) + condition).strip(),
                    hosts,
                    plain && path.length() > 1 && (words.length == 1 || CONDITIONS.contains(words[0]))
                            ? List.of(path)
                            : List.of());
        }
    }
}
