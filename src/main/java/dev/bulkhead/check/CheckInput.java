package dev.bulkhead.check;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * What the checks look at.
 *
 * @param topology the project
 * @param sources where its parts stand
 * @param problems what the reader found that Compose refuses
 * @param used ranges that the engine's other networks and the host's routes use already
 * @param rules what the operator demands
 * @param reach what beside the project decides who reaches whom
 */
public record CheckInput(
        Topology topology,
        SourceMap sources,
        List<LoadProblem> problems,
        List<UsedRange> used,
        Rules rules,
        ReachOptions reach) {

    public CheckInput {
        problems = List.copyOf(problems);
        used = List.copyOf(used);
    }

    /** Takes a project without rules. */
    public CheckInput(Topology topology, SourceMap sources, List<UsedRange> used) {
        this(topology, sources, List.of(), used, Rules.NONE, ReachOptions.defaults());
    }

    /** Returns input from a project's files alone. */
    public static CheckInput of(ComposeProject project) {
        return new CheckInput(
                project.topology(),
                project.sources(),
                project.problems(),
                List.of(),
                Rules.NONE,
                ReachOptions.defaults());
    }

    /** Returns input from a topology alone. */
    public static CheckInput of(Topology topology, SourceMap sources) {
        return new CheckInput(topology, sources, List.of());
    }

    /** Returns this input with the ranges in use around the project. */
    public CheckInput withUsed(List<UsedRange> ranges) {
        return new CheckInput(topology, sources, problems, ranges, rules, reach);
    }

    /** Returns this input with the operator's rules. */
    public CheckInput withRules(Rules demanded) {
        return new CheckInput(topology, sources, problems, used, demanded, reach);
    }

    /** Returns this input with what beside the project decides who reaches whom. */
    public CheckInput withReach(ReachOptions options) {
        return new CheckInput(topology, sources, problems, used, rules, options);
    }
}
