package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.NetworkSite;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.TextLines;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.topology.EditRejectedException;
import java.util.ArrayList;
import java.util.List;

/** Candidate changes of text that remove a network's declarations. */
public final class RemoveNetworkPatcher {

    private final ProjectSources text;
    private final String network;

    public RemoveNetworkPatcher(ProjectSources text, String network) {
        this.text = text;
        this.network = network;
    }

    public List<Draft.Attempt> attempts() {
        List<NetworkSite> sites = text.networks(network);
        List<Draft.Attempt> attempts = new ArrayList<>();
        if (!sites.isEmpty()) {
            attempts.add(() -> NetworkFields.all(sites, RemoveNetworkPatcher::remove));
            attempts.add(() -> NetworkFields.all(sites, RemoveNetworkPatcher::leaveEmpty));
        }
        return attempts;
    }

    private static Draft remove(NetworkSite site) throws EditRejectedException {
        SourceFile file = site.file();
        if (site.networks().entries().size() > 1) {
            return Draft.of(file, new MappingEdits(file).remove(site.networks(), site.entry()));
        }
        MappingNode root = file.roots().stream()
                .filter(r -> r.entries().contains(site.networksEntry()))
                .findFirst()
                .orElseThrow(() -> new EditRejectedException(
                        site.entry().key().mark() + ": this declaration stands behind an alias; remove it by hand."));
        TextLines lines = file.lines();
        int key = site.networksEntry().key().end();
        boolean comments =
                lines.text().substring(key, site.entry().key().start()).contains("#");
        if (root.entries().size() == 1 || comments) {
            return leaveEmpty(site);
        }
        List<Splice> splices = new MappingEdits(file).remove(root, site.networksEntry());
        return Draft.of(file, root.flow() ? splices : withoutBlankLine(lines, splices.getFirst()));
    }

    /** Takes the blank line above a block at the end of the file with it. */
    private static List<Splice> withoutBlankLine(TextLines lines, Splice removal) {
        boolean last = removal.end() == lines.text().length();
        String before = lines.text().substring(0, removal.start());
        for (String blank : List.of("\r\n\r\n", "\n\n")) {
            if (last && before.endsWith(blank)) {
                return List.of(Splice.delete(removal.start() - blank.length() / 2, removal.end()));
            }
        }
        return List.of(removal);
    }

    /** Leaves {@code networks: {}}, and the comments below it. */
    private static Draft leaveEmpty(NetworkSite site) {
        SourceFile file = site.file();
        if (site.networks().entries().size() > 1) {
            return Draft.of(file, new MappingEdits(file).remove(site.networks(), site.entry()));
        }
        TextLines lines = file.lines();
        if (site.networks().flow()) {
            return Draft.of(
                    file,
                    List.of(Splice.delete(
                            site.networks().contentStart() + 1, site.networks().end() - 1)));
        }
        int colon = lines.text().indexOf(':', site.networksEntry().key().end()) + 1;
        int start = site.entry().key().start();
        int end = Math.max(site.entry().key().end(), site.entry().value().end());
        return Draft.of(file, List.of(Splice.insert(colon, " {}"), lines.deleteLines(start, end)));
    }
}
