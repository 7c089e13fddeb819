package dev.bulkhead.ui.canvas.sight;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.ui.canvas.model.Deviation;
import dev.bulkhead.ui.canvas.model.ServiceState.Health;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Filter of the pictures: of each kind of question any of the wanted answers, of all kinds together; a kind without a wanted
 * answer is not asked.
 *
 * @param marks how something deviates
 * @param networks networks by key, and who is on them
 * @param tiers what a service or network is there for
 * @param health how a service is on the engine
 * @param exposure how a service can be asked from outside
 * @param changed whether only what changed since the last save is wanted
 */
public record SightFilter(
        Set<Deviation> marks,
        Set<String> networks,
        Set<Tint> tiers,
        Set<Health> health,
        Set<WayIn> exposure,
        boolean changed) {

    /** None: everything is shown. */
    public static final SightFilter NONE = new SightFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    public SightFilter {
        marks = Set.copyOf(marks);
        networks = Set.copyOf(networks);
        tiers = Set.copyOf(tiers);
        health = Set.copyOf(health);
        exposure = Set.copyOf(exposure);
    }

    /** Returns whether something is left out. */
    public boolean any() {
        return !equals(NONE);
    }

    /** Returns this with other marks. */
    public SightFilter withMarks(Set<Deviation> wanted) {
        return new SightFilter(wanted, networks, tiers, health, exposure, changed);
    }

    /** Returns this with a network wanted, or not any more. */
    public SightFilter switching(String network) {
        return new SightFilter(marks, switched(networks, network), tiers, health, exposure, changed);
    }

    /** Returns this with a tier wanted, or not any more. */
    public SightFilter switching(Tint tier) {
        return new SightFilter(marks, networks, switched(tiers, tier), health, exposure, changed);
    }

    /** Returns this with a state wanted, or not any more. */
    public SightFilter switching(Health state) {
        return new SightFilter(marks, networks, tiers, switched(health, state), exposure, changed);
    }

    /** Returns this with a way to be asked wanted, or not any more. */
    public SightFilter switching(WayIn way) {
        return new SightFilter(marks, networks, tiers, health, switched(exposure, way), changed);
    }

    /** Returns this with what changed wanted, or not any more. */
    public SightFilter switchingChanged() {
        return new SightFilter(marks, networks, tiers, health, exposure, !changed);
    }

    private static <T> Set<T> switched(Set<T> set, T item) {
        Set<T> other = new TreeSet<>(set);
        if (!other.remove(item)) {
            other.add(item);
        }
        return other;
    }

    /** Returns a state in a few words. */
    public static String words(Health state) {
        return switch (state) {
            case UNKNOWN -> Words.of("sightfilter.state-unknown");
            case STOPPED -> Words.of("sightfilter.stopped");
            case STARTING -> Words.of("sightfilter.starting");
            case RUNNING -> Words.of("sightfilter.running");
            case HEALTHY -> Words.of("sightfilter.healthy");
            case UNHEALTHY -> Words.of("sightfilter.unhealthy");
        };
    }

    /** Returns what is wanted, in words. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (marks.size() == Deviation.values().length) {
            parts.add(Words.of("sightfilter.what-differs"));
        } else {
            part(new TreeSet<>(marks).stream().map(Deviation::words).toList(), parts);
        }
        part(
                new TreeSet<>(networks)
                        .stream().map(key -> Words.of("sightfilter.on", key)).toList(),
                parts);
        part(new TreeSet<>(tiers).stream().map(Tint::words).toList(), parts);
        part(new TreeSet<>(health).stream().map(SightFilter::words).toList(), parts);
        part(new TreeSet<>(exposure).stream().map(WayIn::words).toList(), parts);
        if (changed) {
            parts.add(Words.of("sightfilter.changed-since-the-last-save"));
        }
        return String.join(" · ", parts);
    }

    private static void part(Collection<String> any, List<String> parts) {
        if (!any.isEmpty()) {
            parts.add(String.join(" " + Words.of("sightfilter.or") + " ", any));
        }
    }
}
