package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Aliases and static addresses of the services whose memberships edits change.
 *
 * @param kept those that such a service has still, on whichever network
 * @param lost those that it has no more
 */
public record NameChanges(List<Name> kept, List<Name> lost) {

    /** None. */
    static final NameChanges NONE = new NameChanges(List.of(), List.of());

    private static final String ALIAS = "alias";
    private static final String ADDRESS = "address";

    public NameChanges {
        kept = List.copyOf(kept);
        lost = List.copyOf(lost);
    }

    /**
     * Alias or static address.
     *
     * @param kind "alias" or "address"
     */
    public record Name(String service, String kind, String text) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int kinds = other.kind.compareTo(kind);
            return kinds != 0 ? kinds : text.compareTo(other.text);
        }

        /** Returns what it is, without whose. */
        String words() {
            return kind.equals(ALIAS) ? Words.of("namechanges.alias", text) : Words.of("namechanges.address", text);
        }
    }

    /** Compares how the files on disk name the services with how they will. */
    static NameChanges between(Topology saved, Topology now) {
        List<Name> kept = new ArrayList<>();
        List<Name> lost = new ArrayList<>();
        for (Service before : saved.services().values()) {
            List<Attachment> after =
                    now.service(before.key()).map(Service::attachments).orElse(List.of());
            if (!before.attachments().equals(after)) {
                SortedSet<Name> still = names(before.key(), after);
                for (Name name : names(before.key(), before.attachments())) {
                    (still.contains(name) ? kept : lost).add(name);
                }
            }
        }
        return new NameChanges(kept, lost);
    }

    private static SortedSet<Name> names(String service, List<Attachment> attachments) {
        SortedSet<Name> names = new TreeSet<>();
        for (Attachment attachment : attachments) {
            attachment.aliases().forEach(alias -> names.add(new Name(service, ALIAS, alias)));
            attachment.ipv4().ifPresent(ip -> names.add(new Name(service, ADDRESS, ip)));
            attachment.ipv6().ifPresent(ip -> names.add(new Name(service, ADDRESS, ip)));
        }
        return names;
    }

    /** Returns whether there is nothing to tell. */
    public boolean isEmpty() {
        return kept.isEmpty() && lost.isEmpty();
    }

    /** Returns all of them, those that are lost first; empty text for none. */
    public String words() {
        String gone = sentence(lost, NameChanges::loses);
        String stay = sentence(kept, NameChanges::keeps);
        return gone + (gone.isEmpty() || stay.isEmpty() ? "" : " · ") + stay;
    }

    /** Returns the first of what is lost, else of what is kept, and how many more there are. */
    public String firstOfThem() {
        List<Name> told = lost.isEmpty() ? kept : lost;
        if (told.isEmpty()) {
            return "";
        }
        Name first = told.getFirst();
        String names =
                told.size() == 1 ? first.words() : Words.of("namechanges.and-more", first.words(), told.size() - 1);
        return lost.isEmpty() ? keeps(first.service(), names) : loses(first.service(), names);
    }

    /** Returns how many are lost, else how many are kept. */
    public String count() {
        return lost.isEmpty()
                ? Words.of("namechanges.kept", Words.count("name", kept.size()))
                : Words.of("namechanges.lost", Words.count("name", lost.size()));
    }

    private static String keeps(String service, String names) {
        return Words.of("namechanges.keeps", service, names);
    }

    private static String loses(String service, String names) {
        return Words.of("namechanges.loses", service, names);
    }

    private static String sentence(List<Name> names, BinaryOperator<String> of) {
        Map<String, List<Name>> byService =
                names.stream().collect(Collectors.groupingBy(Name::service, TreeMap::new, Collectors.toList()));
        return byService.entrySet().stream()
                .map(entry -> of.apply(
                        entry.getKey(),
                        entry.getValue().stream().map(Name::words).collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" · "));
    }
}
