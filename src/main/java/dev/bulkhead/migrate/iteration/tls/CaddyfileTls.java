package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.Awaited.Trust;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.ports.SettingsReread;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.directive.CaddyfileReader;
import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * HTTPS in a Caddyfile: sites lose {@code http://}, and Caddy sends what comes by HTTP to HTTPS by itself (Caddy documentation,
 * Automatic HTTPS). The door is opened first; the file is taken up afterwards, by all sites at once.
 */
final class CaddyfileTls implements TlsDialect {

    private final TlsScene scene;
    private final TlsWishes wishes;
    private final CaddyCertificates certificates;
    private final List<ProxyFile> files;

    CaddyfileTls(TlsScene scene, TlsWishes wishes) throws AnswersException {
        this.scene = scene;
        this.wishes = wishes;
        this.certificates = new CaddyCertificates(scene, wishes);
        this.files = scene.input().proxyFiles().of(scene.proxy().key());
    }

    @Override
    public List<Stretch> stretches() throws AnswersException {
        List<Stretch> stretches = new ArrayList<>();
        List<SecretFile> secrets = certificates.secrets();
        List<ProjectEdit> door = new ArrayList<>(new Mounts(scene).door());
        door.addAll(certificates.mounts());
        door.addAll(TlsFiles.ignored(secrets));
        stretches.add(new Stretch(
                "Open HTTPS at " + scene.proxy().key(), secrets, door, List.of(), certificates.trustAtFirst()));
        stretches.add(sites(
                "Serve " + scene.hosts().size() + (scene.hosts().size() == 1 ? " name" : " names") + " by HTTPS",
                certificates.authority(),
                certificates.trustAtFirst()));
        if (certificates.stagesFirst()) {
            stretches.add(sites(
                    "Ask production for the certificates that staging has signed",
                    Optional.empty(),
                    wishes.source().trust()));
        }
        return stretches;
    }

    private Stretch sites(String title, Optional<String> authority, Trust trust) throws AnswersException {
        List<ProjectEdit> edits = new ArrayList<>();
        SortedMap<String, Reread> rereads = new TreeMap<>();
        for (ProxyFile file : files) {
            String text = new CaddyfileText(file.name(), file.text())
                    .encrypted(certificates.directives(), certificates.options(authority), addresses(file));
            if (!text.equals(file.text())) {
                edits.add(new FileEdit.WriteFile(file.name(), text));
                SettingsReread.of(scene.proxy(), new ProxyFile(file.path(), file.name(), text))
                        .ifPresent(reread -> rereads.put(scene.proxy().key(), reread));
            }
        }
        verify(edits);
        return new Stretch(title, List.of(), edits, rereads, scene.routes(), trust);
    }

    /** Addresses of the sites of a file whose routes get a port of their own, by the line that each begins in. */
    private SortedMap<Integer, String> addresses(ProxyFile file) {
        SortedMap<Integer, String> addresses = new TreeMap<>();
        scene.ports().ifPresent(ports -> {
            for (Directive site : CaddyfileReader.read(file.name(), file.text())) {
                scene.routes().stream()
                        .filter(route -> route.place() instanceof RoutePlace.InFile(var at)
                                && at.file().equals(file.name())
                                && site.line() <= at.line()
                                && at.line() <= Math.max(site.end(), site.line()))
                        .findFirst()
                        .ifPresent(route -> addresses.put(site.line(), ports.authority(scene.port(route))));
            }
        });
        return addresses;
    }

    /** What was written is read again where sites get other addresses: snippets and imported files can stand in the way. */
    private void verify(List<ProjectEdit> edits) throws AnswersException {
        if (scene.ports().isEmpty()) {
            return;
        }
        List<Route> now = ProxyRoutes.of(
                        scene.input().topology(), scene.input().proxyFiles().with(edits))
                .routes();
        for (Route route : scene.routes()) {
            if (now.stream()
                    .noneMatch(other -> other.target().equals(route.target())
                            && other.match().hosts().equals(route.match().hosts())
                            && other.match().paths().equals(route.match().paths())
                            && other.entry().ports().equals(route.entry().ports())
                            && other.entry().tls())) {
                throw new AnswersException("The site of "
                        + route.container().map(target -> target.service()).orElse("a route")
                        + " stands in a form that no port of its own can be written into; write it as a site with braces in the"
                        + " Caddyfile, or answer names to '" + TlsQuestions.ROUTING + "'.");
            }
        }
    }
}
