package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ElementSite;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Comment above a network that names its members ({@code # Members: db, web}), as iteration 1 writes it: it stays true when
 * one joins or leaves. One that names others than the members is somebody's own and is left alone.
 */
final class MembersComment {

    private static final String BEGIN = "# Members: ";

    private final ProjectSources text;
    private final String network;

    MembersComment(ProjectSources text, String network) {
        this.text = text;
        this.network = network;
    }

    /** Returns attempts that change the comment too once a service has joined. */
    List<Draft.Attempt> with(String service, List<Draft.Attempt> attempts) {
        NavigableSet<String> members = members();
        members.add(service);
        return changed(members, attempts);
    }

    /** Returns attempts that change the comment too once a service has left. */
    List<Draft.Attempt> without(String service, List<Draft.Attempt> attempts) {
        NavigableSet<String> members = members();
        members.remove(service);
        return changed(members, attempts);
    }

    private NavigableSet<String> members() {
        NavigableSet<String> members = new TreeSet<>();
        text.project().topology().members(network).stream().map(Service::key).forEach(members::add);
        return members;
    }

    private List<Draft.Attempt> changed(NavigableSet<String> members, List<Draft.Attempt> attempts) {
        Draft comment = Draft.EMPTY;
        for (ElementSite site : text.networks(network)) {
            List<Splice> lines = lines(site, members);
            comment = lines.isEmpty() ? comment : comment.and(Draft.of(site.file(), lines));
        }
        if (comment.splices().isEmpty()) {
            return attempts;
        }
        Draft also = comment;
        List<Draft.Attempt> all = new ArrayList<>();
        attempts.forEach(attempt -> all.add(() -> attempt.draft().and(also)));
        return all;
    }

    private List<Splice> lines(ElementSite site, NavigableSet<String> members) {
        String whole = site.file().lines().text();
        int key = whole.lastIndexOf('\n', site.entry().key().start() - 1);
        int above = key < 0 ? -1 : whole.lastIndexOf('\n', key - 1);
        if (key < 0) {
            return List.of();
        }
        String line = whole.substring(above + 1, key);
        String said = line.strip();
        boolean ours = said.startsWith(BEGIN)
                && new TreeSet<>(List.of(said.substring(BEGIN.length()).split(", ", -1))).equals(members());
        if (!ours) {
            return List.of();
        }
        int start = above + 1 + line.indexOf(BEGIN);
        String now = members.isEmpty() ? "# No members" : BEGIN + String.join(", ", members);
        return List.of(new Splice(start, start + said.length(), now));
    }
}
