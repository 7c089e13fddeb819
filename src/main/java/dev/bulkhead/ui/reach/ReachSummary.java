package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.Binding;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.explain.Explainer;
import dev.bulkhead.reach.explain.OpenQuestion;
import dev.bulkhead.ui.words.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Summary of whom a service, or a container of others, reaches and who reaches it.
 *
 * @param reaches those it reaches, outsiders first
 * @param reachedBy those that reach it, outsiders first
 * @param ports the host ports through which outsiders get there, as text
 * @param unknown the flows to and from it of which it is not known whether they work, those from it first
 */
public record ReachSummary(
        Subject subject, List<Contact> reaches, List<Contact> reachedBy, String ports, List<Doubt> unknown) {

    private static final int NAMED = 3;

    public ReachSummary {
        reaches = List.copyOf(reaches);
        reachedBy = List.copyOf(reachedBy);
        unknown = List.copyOf(unknown);
    }

    /**
     * A flow of which it is not known whether it works.
     *
     * @param question what would settle it
     */
    public record Doubt(ReachPair pair, String question) {}

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

    static Optional<ReachSummary> of(ReachMatrix matrix, Subject subject) {
        return matrix.indexOf(subject).map(index -> {
            BitSet to = matrix.reachableFrom(index);
            BitSet from = matrix.reachableTo(index);
            String ports = matrix.bindings(index).stream()
                    .filter(binding -> !binding.loopback())
                    .map(Binding::via)
                    .map(via -> via.substring(via.indexOf(':') + 1))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new ReachSummary(
                    subject,
                    to.stream()
                            .mapToObj(other -> contact(matrix.answer(index, other), other, matrix))
                            .toList(),
                    from.stream()
                            .mapToObj(other -> contact(matrix.answer(other, index), other, matrix))
                            .toList(),
                    ports,
                    doubts(matrix, index));
        });
    }

    private static List<Doubt> doubts(ReachMatrix matrix, int index) {
        Explainer explainer = new Explainer(matrix);
        return Stream.concat(
                        matrix.unknownFrom(index).stream()
                                .mapToObj(to -> explainer.explain(index, to, Optional.empty())),
                        IntStream.range(0, matrix.size())
                                .filter(from -> matrix.verdict(from, index) == Verdict.UNKNOWN)
                                .mapToObj(from -> explainer.explain(from, index, Optional.empty())))
                .map(doubt -> new Doubt(
                        new ReachPair(doubt.answer().from(), doubt.answer().to()),
                        doubt.question()
                                .map(OpenQuestion::line)
                                .orElseGet(() -> words(doubt.answer().reason()))))
                .toList();
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
        return Words.of("reachsummary.reaches", words(reaches, ""));
    }

    /** Returns who reaches it, as one sentence. */
    public String reachedByWords() {
        return Words.of(
                "reachsummary.reached-by",
                words(reachedBy, ports.isEmpty() ? "" : " " + Words.of("reachsummary.on", ports)));
    }

    /** Returns of whom it is not known, as one sentence. */
    public String unknownWords() {
        String out =
                named(doubt -> doubt.pair().to(), doubt -> !self(doubt.pair().to()));
        String in =
                named(doubt -> doubt.pair().from(), doubt -> self(doubt.pair().to()));
        return Words.of(
                "reachsummary.not-known-whether",
                Stream.of(
                                out.isEmpty() ? "" : Words.of("reachsummary.it-reaches", out),
                                in.isEmpty() ? "" : Words.of("reachsummary.it-is-reached-by", in))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", " + Words.of("reachsummary.and-whether") + " ")));
    }

    private static List<String> names(List<Contact> contacts, Class<? extends Subject> kind) {
        return contacts.stream()
                .map(Contact::subject)
                .filter(kind::isInstance)
                .map(Subject::text)
                .toList();
    }

    private boolean self(Subject other) {
        return other.equals(subject);
    }

    private String named(Function<Doubt, Subject> other, Predicate<Doubt> which) {
        List<String> names =
                unknown.stream().filter(which).map(other).map(Subject::text).toList();
        return names.size() <= NAMED ? String.join(", ", names) : Words.of("reachsummary.others", names.size());
    }

    private static String words(List<Contact> contacts, String outsiders) {
        if (contacts.isEmpty()) {
            return Words.of("reachsummary.nobody");
        }
        String outside = contacts.stream()
                .filter(Contact::outside)
                .map(contact -> contact.subject().text())
                .collect(Collectors.joining(", "));
        List<String> services = names(contacts, Subject.OfService.class);
        String inside = services.size() <= NAMED
                ? String.join(", ", services)
                : Words.of("reachsummary.services", services.size());
        List<String> foreign = names(contacts, Subject.Foreign.class);
        String others = foreign.size() <= 1
                ? String.join("", foreign)
                : Words.of("reachsummary.containers-of-others", foreign.size());
        return Stream.of(outside.isEmpty() ? "" : outside + outsiders, inside, others)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", " + Words.of("reachsummary.and") + " "))
                + ".";
    }
}
