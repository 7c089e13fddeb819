package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.goal.Handout;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts of a report that are decided before a run, kept with it.
 *
 * @param purposes real name of a network to what it is for
 * @param unattached service to the reason why it joins no network
 * @param files file name to what changes in it, in words
 * @param settings changes of variables and labels, one sentence each, without secret values
 * @param notes what the operator was told in the review
 * @param handouts what the operator takes along
 */
public record ReportFacts(
        SortedMap<String, String> purposes,
        SortedMap<String, String> unattached,
        SortedMap<String, String> files,
        List<String> settings,
        List<String> notes,
        List<Handout> handouts) {

    public ReportFacts {
        purposes = sorted(purposes);
        unattached = sorted(unattached);
        files = sorted(files);
        settings = List.copyOf(settings);
        notes = List.copyOf(notes);
        handouts = List.copyOf(handouts);
    }

    /** Returns what can be told where nothing is known any more. */
    static ReportFacts unknown(String note) {
        return new ReportFacts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of(note), List.of());
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
