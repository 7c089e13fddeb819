package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.Binding;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Subject;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Summary of whom a service reaches and who reaches it.
 *
 * @param reaches those it reaches, outsiders first
 * @param reachedBy those that reach it, outsiders first
 * @param ports the host ports through which outsiders get there, as text
 */
public record ReachSummary(String service, List<Contact> reaches, List<Contact> reachedBy, String ports) {

    private static final int NAMED = 3;

    public ReachSummary {
        reaches = List.copyOf(reaches);
        reachedBy = List.copyOf(reachedBy);
    }

    /**
     * The other end of a flow.
     *
     * @param why the reason and what carries it, in a few words
     */
    public record Contact(Subject subject, String why) {

        boolean outside() {
            return !(subject instanceof Subject.OfService || subject instanceof Subject.Foreign);
        }
    }

    static Optional<ReachSummary> of(ReachMatrix matrix, String service) {
        return matrix.indexOf(new Subject.OfService(service)).map(index -> {
            BitSet to = matrix.reachableFrom(index);
            BitSet from = matrix.reachableTo(index);
            String ports = matrix.bindings(index).stream()
                    .filter(binding -> !binding.loopback())
                    .map(Binding::via)
                    .map(via -> via.substring(via.indexOf(':') + 1))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new ReachSummary(
                    service,
                    to.stream()
                            .mapToObj(other -> contact(matrix.answer(index, other), other, matrix))
                            .toList(),
                    from.stream()
                            .mapToObj(other -> contact(matrix.answer(other, index), other, matrix))
                            .toList(),
                    ports);
        });
    }

    private static Contact contact(ReachAnswer answer, int other, ReachMatrix matrix) {
        return new Contact(
                matrix.subjects().get(other),
                words(answer.reason()) + answer.via().map(via -> " " + via).orElse(""));
    }

    /** Returns a reason as words for people. */
    public static String words(ReachReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns whom it reaches, as one sentence. */
    public String reachesWords() {
        return "Reaches " + words(reaches, "");
    }

    /** Returns who reaches it, as one sentence. */
    public String reachedByWords() {
        return "Reached by " + words(reachedBy, ports.isEmpty() ? "" : " on " + ports);
    }

    private static String words(List<Contact> contacts, String outsiders) {
        if (contacts.isEmpty()) {
            return "nobody.";
        }
        String outside = contacts.stream()
                .filter(Contact::outside)
                .map(contact -> contact.subject().text())
                .collect(Collectors.joining(", "));
        List<String> services = contacts.stream()
                .filter(contact -> !contact.outside())
                .map(contact -> contact.subject().text())
                .toList();
        String inside = services.size() <= NAMED ? String.join(", ", services) : services.size() + " services";
        return Stream.of(outside.isEmpty() ? "" : outside + outsiders, inside)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", and "))
                + ".";
    }
}
