package dev.bulkhead.migrate.goal;

import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Goal of a change, whatever it comes from: how files and engine should be at the end of each phase, in which order
 * services take their turn, what has to hold afterwards, and what is meant to disappear.
 *
 * @param phases the phases in order, one at least
 * @param turns service to its turn
 * @param mustHold flows that have to work afterwards, and those that must not
 * @param mayGo what is meant to disappear beside what the files of a phase no longer say
 * @param unattached service to the reason why it joins no network
 * @param notes what the operator should know, one sentence each
 * @param handouts what the operator takes along
 */
public record Goal(
        List<Phase> phases,
        SortedMap<String, Turn> turns,
        List<MustFlow> mustHold,
        MayGo mayGo,
        SortedMap<String, String> unattached,
        List<String> notes,
        List<Handout> handouts) {

    public Goal {
        phases = List.copyOf(phases);
        turns = Collections.unmodifiableSortedMap(new TreeMap<>(turns));
        mustHold = List.copyOf(mustHold);
        unattached = Collections.unmodifiableSortedMap(new TreeMap<>(unattached));
        notes = List.copyOf(notes);
        handouts = List.copyOf(handouts);
    }

    /** A goal without anything to take along. */
    public Goal(
            List<Phase> phases,
            SortedMap<String, Turn> turns,
            List<MustFlow> mustHold,
            MayGo mayGo,
            SortedMap<String, String> unattached,
            List<String> notes) {
        this(phases, turns, mustHold, mayGo, unattached, notes, List.of());
    }

    /** Returns the same with the operator's flows; what was only supposed is then known, and the rest is as it was. */
    public Goal withFlows(List<MustFlow> stated) {
        Map<String, MustFlow> all = new LinkedHashMap<>();
        mustHold.forEach(flow -> all.put(flow.rule(), flow));
        for (MustFlow flow : stated) {
            MustFlow known = all.get(flow.rule());
            if (known == null || known.source() == MustFlow.Source.CATALOGUE) {
                all.put(flow.rule(), flow);
            }
        }
        return new Goal(phases, turns, List.copyOf(all.values()), mayGo, unattached, notes, handouts);
    }

    /** Returns the same with some of the phases alone, and with what the operator should know of the others. */
    public Goal with(List<Phase> some, List<String> leftOut) {
        List<String> told = new ArrayList<>(leftOut);
        told.addAll(notes);
        return new Goal(some, turns, mustHold, mayGo, unattached, told, handouts);
    }

    /** Returns the same with more that may go. */
    public Goal plus(MayGo more) {
        return new Goal(phases, turns, mustHold, mayGo.plus(more), unattached, notes, handouts);
    }

    /** Returns the edits of all phases in order. */
    public List<ProjectEdit> edits() {
        List<ProjectEdit> edits = new ArrayList<>();
        phases.forEach(phase -> edits.addAll(phase.edit().edits()));
        return List.copyOf(edits);
    }

    /** Returns the networks that the engine has to have, of all phases. */
    public List<Phase.WantedNetwork> networks() {
        return phases.stream().flatMap(phase -> phase.networks().stream()).toList();
    }
}
