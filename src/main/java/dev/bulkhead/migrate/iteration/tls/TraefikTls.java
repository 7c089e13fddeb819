package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.Awaited.Trust;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.proxy.traefik.TraefikSettings.EntryPoint;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * HTTPS in Traefik's dialect, versions 2 and 3: an entry point, a resolver or a certificate in a dynamic file, {@code tls} per
 * router, and a router of the lowest priority that sends to HTTPS what no other takes (Traefik documentation, HTTPS & TLS,
 * Routers, RedirectScheme). So a router that moves leaves nobody standing at port 80 meanwhile.
 */
final class TraefikTls implements TlsDialect {

    private static final String RESOLVER = "acme";
    private static final String TAILSCALE = "tailscale";
    private static final String STAGING = "https://acme-staging-v02.api.letsencrypt.org/directory";
    private static final String[] SERVER = {"certificatesResolvers", RESOLVER, "acme", "caServer"};
    private static final String[] STORAGE = {"certificatesResolvers", RESOLVER, "acme", "storage"};

    private final TlsScene scene;
    private final TlsWishes wishes;
    private final TraefikSettings settings;
    private final TraefikSettingsEdit statics;
    private final TraefikDynamics dynamics;
    private final Mounts mounts;
    private final String secure;
    private final String plain;

    TraefikTls(TlsScene scene, TraefikSettings settings, TlsWishes wishes) throws AnswersException {
        this.scene = scene;
        this.settings = settings;
        this.wishes = wishes;
        var files = scene.input().proxyFiles().of(scene.proxy().key());
        this.statics = new TraefikSettingsEdit(scene.proxy(), settings, files);
        this.mounts = new Mounts(scene);
        this.secure = entryPoint(TlsScene.HTTPS).map(EntryPoint::name).orElse("websecure");
        this.plain = entryPoint(TlsScene.HTTP).map(EntryPoint::name).orElse("web");
        this.dynamics = new TraefikDynamics(settings, files);
    }

    private Optional<EntryPoint> entryPoint(int port) {
        return settings.entryPoints().stream()
                .filter(point -> !point.udp() && point.port().equals(Optional.of(port)))
                .findFirst();
    }

    @Override
    public List<Stretch> stretches() throws AnswersException {
        List<Stretch> stretches = new ArrayList<>();
        SortedMap<String, List<Route>> labelled = new TreeMap<>();
        List<Route> filed = new ArrayList<>();
        for (Route route : scene.routes()) {
            switch (route.place()) {
                case RoutePlace.Label(String service, String _) ->
                    labelled.computeIfAbsent(service, key -> new ArrayList<>()).add(route);
                case RoutePlace.InFile _, RoutePlace.Variable _ -> filed.add(route);
            }
        }
        String proxy = scene.proxy().key();
        List<Route> own = labelled.getOrDefault(proxy, List.of());
        labelled.remove(proxy);
        List<Route> first = new ArrayList<>(own);
        first.addAll(filed);
        stretches.add(open(own, filed, first));
        for (String service : scene.dependenciesFirst(labelled.keySet())) {
            List<Route> routes = labelled.getOrDefault(service, List.of());
            stretches.add(new Stretch(
                    "Serve " + service + " by HTTPS", List.of(), labels(service, routes), routes, trustAtFirst()));
        }
        if (wishes.source() instanceof CertificateSource.Acme acme && staged(acme) && !acme.onlyStaging()) {
            statics.remove(SERVER);
            statics.set("/acme/acme.json", STORAGE);
            stretches.add(new Stretch(
                    "Ask production for the certificates that staging has signed",
                    List.of(),
                    statics.take(),
                    scene.routes(),
                    wishes.source().trust()));
        }
        return stretches;
    }

    private static boolean staged(CertificateSource.Acme acme) {
        return acme.directory().isEmpty();
    }

    private Trust trustAtFirst() {
        return wishes.source() instanceof CertificateSource.Acme
                ? new Trust.AsServed()
                : wishes.source().trust();
    }

    private Stretch open(List<Route> own, List<Route> filed, List<Route> encrypted) throws AnswersException {
        List<SecretFile> secrets = new ArrayList<>();
        List<ProjectEdit> edits = new ArrayList<>();
        if (settings.entryPoints().isEmpty()) {
            statics.set(":80", "entryPoints", plain, "address"); // stating one takes the usual one away
        }
        for (int port : scene.encrypted()) {
            String name = entry(port);
            statics.set(
                    statics.value("entryPoints", name, "address").orElse(":" + port), "entryPoints", name, "address");
            middlewares(name);
        }
        switch (wishes.source()) {
            case CertificateSource.PrivateAuthority _ -> {
                secrets.addAll(TlsFiles.authority(scene.input().topology().project(), scene.hosts()));
                edits.addAll(mounts.folder(TlsFiles.LIVE, "/tls"));
                dynamics.certificate("/tls/leaf.crt", "/tls/leaf.key");
            }
            case CertificateSource.Own own_ -> edits.addAll(ownCertificate(own_));
            case CertificateSource.Acme acme -> {
                edits.addAll(resolver(acme, secrets));
                edits.addAll(mounts.volume(scene.proxy().key() + "-acme", "/acme"));
            }
            case CertificateSource.Tailscale _ -> {
                statics.set("{}", "certificatesResolvers", TAILSCALE, TAILSCALE);
                edits.addAll(mounts.folder("/var/run/tailscale", "/var/run/tailscale"));
            }
        }
        if (wishes.hsts()) {
            dynamics.hsts();
        }
        if (!redirects() && scene.encrypted().contains(TlsScene.HTTPS)) {
            dynamics.redirect(plain, scene.published(TlsScene.HTTPS).flatMap(PortMapping::published));
        }
        dynamics.versions(wishes.modern());
        for (Route route : filed) {
            dynamics.encrypt(
                    route,
                    entry(scene.port(route)),
                    resolverName(),
                    scene.ports().map(one -> route.match().rule()));
        }
        edits.addAll(dynamics.edits(statics, mounts));
        edits.addAll(new TraefikApi(scene, settings, statics).edits());
        edits.addAll(0, statics.take());
        edits.addAll(TlsFiles.ignored(secrets));
        edits.addAll(mounts.door());
        edits.addAll(labels(scene.proxy().key(), own));
        return new Stretch("Open HTTPS at " + scene.proxy().key(), secrets, edits, encrypted, trustAtFirst());
    }

    /** Returns the entry point that listens on a port, or the name of the one that is made for it. */
    private String entry(int port) {
        return port == TlsScene.HTTPS
                ? secure
                : entryPoint(port).map(EntryPoint::name).orElse("port" + port);
    }

    /** What stands before all routes of an entry point stands before those of a new one as well. */
    private void middlewares(String name) throws AnswersException {
        String[] path = {"entryPoints", name, "http", "middlewares"};
        String others = statics.value(path)
                .or(() -> name.equals(secure)
                        ? Optional.empty()
                        : statics.value("entryPoints", plain, "http", "middlewares"))
                .orElse("");
        String wanted = !wishes.hsts() || others.contains("hsts@file")
                ? others
                : others.isEmpty() ? "hsts@file" : others + ",hsts@file";
        if (!wanted.isEmpty()) {
            statics.set(wanted, path);
        }
    }

    private boolean redirects() {
        return statics.has("entryPoints", plain, "http", "redirections");
    }

    private List<ProjectEdit> ownCertificate(CertificateSource.Own own) throws AnswersException {
        List<ProjectEdit> edits = new ArrayList<>();
        String certificates = folderOf(own.certificate());
        String keys = folderOf(own.key());
        edits.addAll(mounts.folder(certificates, "/tls"));
        String at = "/tls";
        if (!keys.equals(certificates)) {
            at = "/tls-key";
            edits.addAll(mounts.folder(keys, at));
        }
        dynamics.certificate("/tls/" + nameOf(own.certificate()), at + "/" + nameOf(own.key()));
        return edits;
    }

    static String folderOf(String file) {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : ".";
    }

    static String nameOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private List<ProjectEdit> resolver(CertificateSource.Acme acme, List<SecretFile> secrets) throws AnswersException {
        List<ProjectEdit> edits = new ArrayList<>();
        if (acme.email().isPresent()) {
            statics.set(acme.email().get(), "certificatesResolvers", RESOLVER, "acme", "email");
        }
        statics.set(staged(acme) ? "/acme/staging.json" : "/acme/acme.json", STORAGE);
        statics.set(acme.directory().map(CertificateSource.Directory::url).orElse(STAGING), SERVER);
        Optional<String> root = acme.directory().flatMap(CertificateSource.Directory::root);
        if (root.isPresent()) {
            edits.addAll(mounts.folder(folderOf(root.get()), "/tls-authority"));
            edits.add(new TopologyEdit.SetEnvironment(
                    scene.proxy().key(), "LEGO_CA_CERTIFICATES", "/tls-authority/" + nameOf(root.get())));
        }
        switch (acme.challenge()) {
            case CertificateSource.Challenge.Http _ ->
                statics.set(plain, "certificatesResolvers", RESOLVER, "acme", "httpChallenge", "entryPoint");
            case CertificateSource.Challenge.Dns(CertificateSource.DnsProvider provider) -> {
                statics.set(provider.code(), "certificatesResolvers", RESOLVER, "acme", "dnsChallenge", "provider");
                secrets.add(new SecretFile(
                        "tls/dns/token",
                        new SecretSource.Given("dns-token", "the token of your DNS at " + provider.code())));
                edits.addAll(mounts.folder("tls/dns", "/tls-dns"));
                edits.add(new TopologyEdit.SetEnvironment(
                        scene.proxy().key(), provider.fileVariable(), "/tls-dns/token"));
            }
        }
        return edits;
    }

    private Optional<String> resolverName() {
        return switch (wishes.source()) {
            case CertificateSource.Acme _ -> Optional.of(RESOLVER);
            case CertificateSource.Tailscale _ -> Optional.of(TAILSCALE);
            case CertificateSource.PrivateAuthority _, CertificateSource.Own _ -> Optional.empty();
        };
    }

    /** Routers that state {@code tls} take no plain requests any more, so they leave the entry point of HTTP. */
    private List<ProjectEdit> labels(String service, List<Route> routes) {
        List<ProjectEdit> edits = new ArrayList<>();
        for (Route route : routes) {
            String router = router(service, route);
            if (scene.ports().isPresent()) {
                edits.addAll(label(service, router + ".rule", route.match().rule()));
            }
            edits.addAll(label(service, router + ".entrypoints", entry(scene.port(route))));
            edits.addAll(label(service, router + ".tls", "true"));
            resolverName().ifPresent(name -> edits.addAll(label(service, router + ".tls.certresolver", name)));
        }
        return edits;
    }

    private List<ProjectEdit> label(String service, String name, String value) {
        Map<String, String> labels = scene.input()
                .topology()
                .service(service)
                .map(s -> s.container().labels())
                .orElse(Map.of());
        String present = labels.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
        return value.equals(labels.get(present))
                ? List.of()
                : List.of(new TopologyEdit.SetLabel(service, present, value));
    }

    private static String router(String service, Route route) {
        String label = route.place() instanceof RoutePlace.Label(String _, String name) ? name : "";
        String[] part = label.split("\\.", 5);
        return part.length == 5 && part[2].equalsIgnoreCase("routers")
                ? String.join(".", part[0], part[1], part[2], part[3])
                : "traefik.http.routers." + service.replace('.', '-');
    }
}
