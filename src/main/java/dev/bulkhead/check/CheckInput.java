package dev.bulkhead.check;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.stack.StackProject;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Set;

/**
 * Input of the checks: a project, what its operator demands, and what is around it.
 *
 * @param topology the project
 * @param sources where its parts stand
 * @param notes what its readers noted
 * @param rules what the operator demands
 * @param around what is around the project
 * @param catalogue what is known of images
 */
public record CheckInput(
        Topology topology,
        SourceMap sources,
        ReadingNotes notes,
        Rules rules,
        Surroundings around,
        Catalogue catalogue) {

    /** Source of the operator's rules. */
    @FunctionalInterface
    public interface RulesSource {

        /**
         * Returns the rules.
         *
         * @throws ComposeException if they cannot be read, with one sentence that names the place
         */
        Rules read() throws ComposeException;
    }

    /** Takes a project without rules. */
    public CheckInput(Topology topology, SourceMap sources, List<UsedRange> used) {
        this(
                topology,
                sources,
                ReadingNotes.NONE,
                Rules.NONE,
                new Surroundings(used, ReachOptions.defaults(), EnginePools.DEFAULT, Set.of()),
                Catalogue.empty());
    }

    /** Returns input from a project's files alone. */
    public static CheckInput of(ComposeProject project) {
        return new CheckInput(
                project.topology(),
                project.sources(),
                ReadingNotes.of(project),
                Rules.NONE,
                Surroundings.UNKNOWN,
                Catalogue.empty());
    }

    /** Returns input from a topology alone. */
    public static CheckInput of(Topology topology, SourceMap sources) {
        return new CheckInput(topology, sources, List.of());
    }

    /** Returns the ranges that the engine's other networks and the host's routes use already. */
    public List<UsedRange> used() {
        return around.used();
    }

    /** Returns what the engine gives networks that state no subnet. */
    public EnginePools pools() {
        return around.pools();
    }

    /** Returns what beside the project decides who reaches whom, what the operator states of the engine among it. */
    public ReachOptions reach() {
        return rules.applyTo(around.reach());
    }

    /** Returns this input with the operator's rules. */
    public CheckInput withRules(Rules demanded) {
        return new CheckInput(topology, sources, notes, demanded, around, catalogue);
    }

    /** Returns this input with the operator's rules, or with the note that they cannot be read. */
    public CheckInput withRulesFrom(RulesSource source) {
        try {
            return withRules(source.read());
        } catch (ComposeException unreadable) {
            return new CheckInput(topology, sources, notes.withRulesFault(unreadable), Rules.NONE, around, catalogue);
        }
    }

    /** Returns this input with what is around the project. */
    public CheckInput withAround(Surroundings surroundings) {
        return new CheckInput(topology, sources, notes, rules, surroundings, catalogue);
    }

    /** Returns this input with what is known of images. */
    public CheckInput withCatalogue(Catalogue known) {
        return new CheckInput(topology, sources, notes, rules, around, known);
    }

    /** Returns this input with the project as {@code docker stack deploy} reads it, so that what becomes of it is found too. */
    public CheckInput withStack(StackProject stack) {
        return new CheckInput(topology, sources, notes.withStack(stack), rules, around, catalogue);
    }
}
