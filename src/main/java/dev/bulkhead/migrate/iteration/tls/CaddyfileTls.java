package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.Awaited.Trust;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.ports.SettingsReread;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
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

    private Stretch sites(String title, Optional<String> authority, Trust trust) {
        List<ProjectEdit> edits = new ArrayList<>();
        SortedMap<String, Reread> rereads = new TreeMap<>();
        for (ProxyFile file : files) {
            String text = new CaddyfileText(file.name(), file.text())
                    .encrypted(certificates.directives(), certificates.options(authority));
            if (!text.equals(file.text())) {
                edits.add(new FileEdit.WriteFile(file.name(), text));
                SettingsReread.of(scene.proxy(), new ProxyFile(file.path(), file.name(), text))
                        .ifPresent(reread -> rereads.put(scene.proxy().key(), reread));
            }
        }
        return new Stretch(title, List.of(), edits, rereads, scene.routes(), trust);
    }
}
