package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.proxy.ProxyServer;
import java.util.ArrayList;
import java.util.List;

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
}
