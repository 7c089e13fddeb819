package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.topology.PortMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes of iteration 3: what the operator should know before. */
final class TlsNotes {

    private final TlsScene scene;
    private final TlsWishes wishes;
    private final AddressFollow addresses;

    TlsNotes(TlsScene scene, TlsWishes wishes, AddressFollow addresses) {
        this.scene = scene;
        this.wishes = wishes;
        this.addresses = addresses;
    }

    List<String> all() {
        List<String> notes = new ArrayList<>();
        if (scene.proxy().software() instanceof ProxyServer.Software.Traefik(var settings)) {
            TraefikApi.stays(scene, settings).ifPresent(notes::add);
        }
        if (!scene.nameless().isEmpty()) {
            notes.add(scene.nameless().size() + (scene.nameless().size() == 1 ? " route of " : " routes of ")
                    + scene.proxy().key() + " take no host name and stay as they are.");
        }
        scene.ports().ifPresent(ports -> exposure(ports, notes));
        switch (wishes.source()) {
            case CertificateSource.PrivateAuthority _ -> {
                notes.add(
                        "Browsers and apps warn until the root " + TlsFiles.ROOT
                                + " is installed on the machine; a television or console that takes no root cannot come by HTTPS.");
                if (!addresses.services().isEmpty()) {
                    notes.add("Programs in containers do not know the root: " + String.join(", ", addresses.services())
                            + (addresses.services().size() == 1 ? " calls" : " call")
                            + " routes by their names; where such a call fails, let it use the service's own name.");
                }
            }
            case CertificateSource.Own _ ->
                notes.add("Renewing your own certificate stays with you; save it under the same names, then have "
                        + scene.proxy().key() + " read it anew: bulkhead renew.");
            case CertificateSource.Acme acme -> {
                if (acme.onlyStaging()) {
                    notes.add(
                            "Certificates of staging are trusted by no browser; come back with production answered to '"
                                    + TlsQuestions.STAGE + "'.");
                }
                if (acme.challenge() instanceof CertificateSource.Challenge.Http) {
                    notes.add(
                            "The authority asks every name on port 80 from outside: DNS and the router have to lead there.");
                }
            }
            case CertificateSource.Tailscale _ ->
                notes.add("HTTPS certificates have to be enabled in the admin console of the Tailscale network.");
        }
        return notes;
    }

    /** What one port on which names told services apart had hidden. */
    private void exposure(PortPerService ports, List<String> notes) {
        Optional<String> address =
                ports.address().or(() -> scene.published(TlsScene.HTTP).flatMap(PortMapping::hostIp));
        notes.add("Exposure comes back: " + address.map(ip -> "address " + ip).orElse("every address of this host")
                + " shows " + ports.ports().size() + (ports.ports().size() == 1 ? " port" : " ports")
                + " instead of one, " + ports.text()
                + ". Whoever reaches it sees what runs here without knowing a name, and the firewall needs a hole for each;"
                + " all of them are encrypted and end at " + scene.proxy().key() + ".");
        if (address.isEmpty()) {
            notes.add("Bind the ports to one address with an answer to '" + TlsQuestions.PORTS_ADDRESS
                    + "' where they are not for everybody.");
        }
        if (address.filter(ip -> ip.matches("100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*"))
                .isPresent()) {
            notes.add(
                    "The address " + address.get()
                            + " is one of a Tailscale network: after a restart of the machine the"
                            + " engine can bind it only once tailscaled runs, so let docker.service start after tailscaled.service.");
        }
        List<String> names = ports.groups().values().stream()
                .flatMap(List::stream)
                .flatMap(route -> route.match().hosts().stream())
                .filter(name -> !name.equals(ports.host()))
                .distinct()
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            notes.add(
                    "These names are no routes any more: " + String.join(", ", names) + "; bookmarks have to follow.");
        }
        if (!ports.hasUsual()) {
            notes.add("Nothing is served at " + ports.host()
                    + " without a port; give one service port 443 in the answer to '" + TlsQuestions.PORT_OF
                    + "' where something should be.");
        }
    }
}
