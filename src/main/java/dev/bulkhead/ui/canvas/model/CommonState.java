package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * State that most services have in common: it is said once, over the map, and not on each of their cards. Then it is the
 * others that deviate, and say how.
 *
 * @param kind how they differ from the files; none where most have nothing in common
 * @param services how many are so
 * @param ofServices of how many
 * @param networks how many networks are so too
 * @param ofNetworks of how many
 */
public record CommonState(Difference.Kind kind, int services, int ofServices, int networks, int ofNetworks) {

    /** None: every card says how it is. */
    public static final CommonState NONE = new CommonState(Difference.Kind.NONE, 0, 0, 0, 0);

    /** Fewer cards than this can say it each. */
    private static final int FEWEST = 3;

    /** Returns what most services of a project have in common. */
    public static CommonState of(Topology project, Map<GraphElement, Difference> differences) {
        Map<Difference.Kind, Integer> counted = new EnumMap<>(Difference.Kind.class);
        for (String service : project.services().keySet()) {
            Difference.Kind kind = kind(differences, new ServiceElement(service));
            if (kind != Difference.Kind.NONE && kind != Difference.Kind.ENGINE_ONLY) {
                counted.merge(kind, 1, Integer::sum);
            }
        }
        int all = project.services().size();
        return counted.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST && 2 * entry.getValue() > all)
                .findFirst()
                .map(entry -> new CommonState(
                        entry.getKey(),
                        entry.getValue(),
                        all,
                        (int) project.networks().keySet().stream()
                                .filter(key -> kind(differences, new NetworkElement(key)) == entry.getKey())
                                .count(),
                        project.networks().size()))
                .orElse(NONE);
    }

    private static Difference.Kind kind(Map<GraphElement, Difference> differences, GraphElement element) {
        return Objects.requireNonNull(differences.getOrDefault(element, Difference.NONE))
                .kind();
    }

    /** Returns whether there is any. */
    public boolean any() {
        return kind != Difference.Kind.NONE;
    }

    /** Returns whether a difference is the common one, so that it is said already. */
    public boolean says(Difference difference) {
        return any() && difference.kind() == kind;
    }

    /** Returns how somebody who does not differ is not as most are, in a few words; empty where most have nothing in common. */
    public String otherwise() {
        return switch (kind) {
            case NONE, ENGINE_ONLY -> "";
            case PENDING -> Words.of("commonstate.up-to-date");
            case STOPPED -> Words.of("commonstate.runs");
            case MISSING -> Words.of("commonstate.on-the-engine");
            case DIFFERS -> Words.of("commonstate.as-the-files-say");
        };
    }

    /** Returns the state as a sentence for all. */
    public Optional<String> sentence() {
        if (!any()) {
            return Optional.empty();
        }
        String ofAll = services == ofServices
                ? Words.of("commonstate.all-services", ofServices)
                : Words.of("commonstate.of-services", services, ofServices);
        String who = networks == 0
                ? ofAll
                : networks == ofNetworks
                        ? Words.of("commonstate.and-all-networks", ofAll, ofNetworks)
                        : Words.of("commonstate.and-of-networks", ofAll, networks, ofNetworks);
        return Optional.of(predicate(Character.toUpperCase(who.charAt(0)) + who.substring(1)));
    }

    private String predicate(String who) {
        return switch (kind) {
            case NONE, ENGINE_ONLY -> who;
            case PENDING -> Words.of("commonstate.wait-to-be-deployed", who);
            case STOPPED -> Words.of("commonstate.are-stopped", who);
            case MISSING -> Words.of("commonstate.are-not-on-the-engine", who);
            case DIFFERS -> Words.of("commonstate.are-otherwise-on-the-engine", who);
        };
    }
}
