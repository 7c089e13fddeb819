package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.Awaited.Trust;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Certificates as Caddy is told of them (Caddy documentation, {@code tls}, global options), in a file or by labels. */
final class CaddyCertificates {

    private static final String STAGING = "https://acme-staging-v02.api.letsencrypt.org/directory";
    /** Where Caddy keeps accounts and certificates (its image's documentation). */
    private static final String DATA = "/data";

    private final TlsScene scene;
    private final TlsWishes wishes;
    private final Mounts mounts;

    CaddyCertificates(TlsScene scene, TlsWishes wishes) throws AnswersException {
        this.scene = scene;
        this.wishes = wishes;
        this.mounts = new Mounts(scene);
        if (wishes.source() instanceof CertificateSource.Acme acme
                && acme.challenge()
                        instanceof CertificateSource.Challenge.Dns(CertificateSource.DnsProvider provider)) {
            throw new AnswersException("Caddy answers ACME by DNS only with the module dns.providers." + provider.code()
                    + " built in, which its image does not have and nothing in the files tells of; build an image with it and"
                    + " write its tls directive yourself, or answer acme-http or private to '"
                    + TlsQuestions.CERTIFICATE
                    + "'.");
        }
    }

    /** Returns the files that have to be there first. */
    List<SecretFile> secrets() {
        return wishes.source() instanceof CertificateSource.PrivateAuthority
                ? TlsFiles.authority(scene.input().topology().project(), scene.hosts())
                : List.of();
    }

    /** Returns what the container gets. */
    List<ProjectEdit> mounts() {
        List<ProjectEdit> edits = new ArrayList<>();
        switch (wishes.source()) {
            case CertificateSource.PrivateAuthority _ -> edits.addAll(mounts.folder(TlsFiles.LIVE, "/tls"));
            case CertificateSource.Own own -> {
                edits.addAll(mounts.folder(TraefikTls.folderOf(own.certificate()), "/tls"));
                if (!keyBeside(own)) {
                    edits.addAll(mounts.folder(TraefikTls.folderOf(own.key()), "/tls-key"));
                }
            }
            case CertificateSource.Acme acme -> {
                edits.addAll(mounts.volume(scene.proxy().key() + "-data", DATA));
                acme.directory()
                        .flatMap(CertificateSource.Directory::root)
                        .ifPresent(root -> edits.addAll(mounts.folder(TraefikTls.folderOf(root), "/tls-authority")));
            }
            case CertificateSource.Tailscale _ ->
                edits.addAll(mounts.folder("/var/run/tailscale", "/var/run/tailscale"));
        }
        return edits;
    }

    private static boolean keyBeside(CertificateSource.Own own) {
        return TraefikTls.folderOf(own.key()).equals(TraefikTls.folderOf(own.certificate()));
    }

    /** Returns whether staging is asked before production. */
    boolean stagesFirst() {
        return wishes.source() instanceof CertificateSource.Acme acme
                && acme.directory().isEmpty()
                && !acme.onlyStaging();
    }

    /** Returns whose signature counts until production is asked. */
    Trust trustAtFirst() {
        return stagesFirst() ? new Trust.AsServed() : wishes.source().trust();
    }

    /** Returns the directory that is asked at first. */
    Optional<String> authority() {
        return wishes.source() instanceof CertificateSource.Acme acme
                ? Optional.of(
                        acme.directory().map(CertificateSource.Directory::url).orElse(STAGING))
                : Optional.empty();
    }

    /** Returns the arguments of {@code tls} of every site; empty where Caddy fetches certificates itself. */
    Optional<String> tls() {
        return switch (wishes.source()) {
            case CertificateSource.PrivateAuthority _ -> Optional.of("/tls/leaf.crt /tls/leaf.key");
            case CertificateSource.Own own ->
                Optional.of("/tls/" + TraefikTls.nameOf(own.certificate()) + " "
                        + (keyBeside(own) ? "/tls/" : "/tls-key/") + TraefikTls.nameOf(own.key()));
            case CertificateSource.Acme _, CertificateSource.Tailscale _ -> Optional.empty();
        };
    }

    /** Returns the lines of every site. */
    List<String> directives() {
        List<String> lines = new ArrayList<>();
        String arguments = tls().map(files -> " " + files).orElse("");
        if (wishes.modern()) {
            lines.addAll(List.of("tls" + arguments + " {", "\tprotocols tls1.3", "}"));
        } else if (!arguments.isEmpty()) {
            lines.add("tls" + arguments);
        }
        if (wishes.hsts()) {
            lines.add("header Strict-Transport-Security max-age=15552000");
        }
        return lines;
    }

    /** Returns the global options, each a line. */
    List<String> options(Optional<String> authority) {
        if (!(wishes.source() instanceof CertificateSource.Acme acme)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        acme.email().ifPresent(address -> lines.add("email " + address));
        authority.ifPresent(url -> lines.add("acme_ca " + url));
        acme.directory()
                .flatMap(CertificateSource.Directory::root)
                .ifPresent(root -> lines.add("acme_ca_root /tls-authority/" + TraefikTls.nameOf(root)));
        return lines;
    }

    boolean modern() {
        return wishes.modern();
    }

    boolean hsts() {
        return wishes.hsts();
    }
}
