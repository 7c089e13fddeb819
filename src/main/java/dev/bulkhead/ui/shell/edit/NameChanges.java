package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Aliases and static addresses of the services whose memberships edits change.
 *
 * @param kept those that such a service has still, on whichever network, with its name
 * @param lost those that it has no more
 */
public record NameChanges(List<String> kept, List<String> lost) {

    /** None. */
    static final NameChanges NONE = new NameChanges(List.of(), List.of());

    public NameChanges {
        kept = List.copyOf(kept);
        lost = List.copyOf(lost);
    }

    /** Compares how the files on disk name the services with how they will. */
    static NameChanges between(Topology saved, Topology now) {
        List<String> kept = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Service before : saved.services().values()) {
            List<Attachment> after =
                    now.service(before.key()).map(Service::attachments).orElse(List.of());
            if (!before.attachments().equals(after)) {
                Set<String> still = names(after);
                for (String name : names(before.attachments())) {
                    (still.contains(name) ? kept : lost).add(name + " (" + before.key() + ")");
                }
            }
        }
        return new NameChanges(kept, lost);
    }

    private static Set<String> names(List<Attachment> attachments) {
        Set<String> names = new TreeSet<>();
        for (Attachment attachment : attachments) {
            names.addAll(attachment.aliases());
            attachment.ipv4().ifPresent(names::add);
            attachment.ipv6().ifPresent(names::add);
        }
        return names;
    }

    /** Returns them in a few words, those that are lost first; empty text for none. */
    public String words() {
        String gone = lost.isEmpty() ? "" : "loses " + String.join(", ", lost);
        String stay = kept.isEmpty() ? "" : "keeps " + String.join(", ", kept);
        return gone + (gone.isEmpty() || stay.isEmpty() ? "" : " · ") + stay;
    }
}
