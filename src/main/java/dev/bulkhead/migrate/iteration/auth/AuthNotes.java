package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.authority.CertificateFiles;
import dev.bulkhead.migrate.iteration.tls.TlsFiles;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Notes on what the portal does not guard: ways past the proxy, and routes that no rule can be written for. */
final class AuthNotes {

    private final Entrances entrances;
    private final List<Decision> decisions;
    private final Topology topology;

    private final Portal portal;

    AuthNotes(Entrances entrances, List<Decision> decisions, Topology topology, Portal portal) {
        this.portal = portal;
        this.entrances = entrances;
        this.decisions = List.copyOf(decisions);
        this.topology = topology;
    }

    List<String> all() {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Let it wait for your word (on the command line --confirm-within 10m): unless you confirm that you can sign in,"
                        + " it takes itself back.");
        if (outsideOfTheCertificate()) {
            notes.add("The private certificate is not for " + portal.host()
                    + " yet: have it signed for that name as well, right after, by: bulkhead renew PATH. Until then browsers"
                    + " warn of the portal.");
        }
        if (entrances.portalStands()) {
            notes.add(AutheliaFiles.CONFIGURATION
                    + " is written from the answers; what was changed in it by hand goes, as the"
                    + " diff shows. The people in " + AutheliaFiles.USERS + " stay.");
        }
        TreeSet<String> guarded = decisions.stream()
                .filter(Decision::guarded)
                .filter(decision -> !Entrances.ownPage(decision.entrance()))
                .map(decision -> decision.entrance().service())
                .collect(Collectors.toCollection(TreeSet::new));
        guarded.forEach(key -> published(key).ifPresent(notes::add));
        guarded.forEach(key -> neighbours(key).ifPresent(notes::add));
        decisions.stream()
                .filter(Decision::guarded)
                .filter(decision -> decision.entrance().routes().stream()
                        .anyMatch(route -> !route.entry().tls()))
                .forEach(
                        decision -> notes.add(
                                decision.entrance().text()
                                        + " also has a route in clear; Authelia lets nobody in there, so it then answers with an error."));
        decisions.stream()
                .filter(decision -> !entrances.unknown(decision.entrance()).isEmpty())
                .forEach(decision -> notes.add("What "
                        + String.join(", ", entrances.unknown(decision.entrance())) + " does before "
                        + decision.entrance().text()
                        + " is not known, since its definition was not read: it may ask who comes"
                        + (decision.guarded() ? ", and people are then asked twice." : " today, or not.")));
        if (!entrances.nameless().isEmpty()) {
            notes.add("Left as they are, since no rule can be written for routes without a plain host name: "
                    + entrances.nameless().stream()
                            .map(route -> route.match().rule().isEmpty()
                                    ? "one of " + route.proxy()
                                    : route.match().rule())
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return notes;
    }

    /** A name that comes later is in the certificate of a private authority once that is renewed. */
    private boolean outsideOfTheCertificate() {
        List<X509Certificate> leaf =
                entrances.text(TlsFiles.LEAF).map(CertificateFiles::chain).orElse(List.of());
        try {
            return !leaf.isEmpty() && !CertificateFiles.covers(leaf.getFirst(), List.of(portal.host()));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Optional<String> published(String key) {
        String owner = new ServiceNames(topology).owner(key);
        List<String> ports = topology.service(owner).map(Service::ports).orElse(List.of()).stream()
                .map(PortMapping::text)
                .toList();
        return ports.isEmpty()
                ? Optional.empty()
                : Optional.of("Service " + key + " is still published past the portal: " + String.join(", ", ports)
                        + " of " + owner + "; close what is not needed (iteration 2).");
    }

    /** Who shares a network with it reaches it without being asked. */
    private Optional<String> neighbours(String key) {
        ServiceNames names = new ServiceNames(topology);
        String owner = names.owner(key);
        TreeSet<String> others = topology.service(owner).map(Service::attachments).orElse(List.of()).stream()
                .flatMap(attachment -> topology.members(attachment.network()).stream())
                .map(Service::key)
                .filter(other -> !other.equals(owner)
                        && entrances.proxies().server(other).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("Containers on the networks of " + key + " reach it without being asked: "
                        + String.join(", ", others)
                        + "; what must not be so belongs into bulkhead.yml as a rule, and is then"
                        + " looked at.");
    }
}
