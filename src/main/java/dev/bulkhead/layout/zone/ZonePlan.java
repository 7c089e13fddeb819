package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.CardGroup;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.arrange.Cluster;
import java.util.List;
import java.util.Optional;

/**
 * A zone that is to be placed.
 *
 * @param sections its cards; just one without a title unless the zone is large and its cards are of several groups
 * @param apart whether it stands after the others
 * @param titleWidth what its title needs
 * @param described whether a second line tells what kind of network it is
 */
record ZonePlan(
        String key,
        ZoneKind kind,
        Tint tint,
        List<SectionPlan> sections,
        boolean apart,
        double titleWidth,
        boolean described) {

    ZonePlan {
        sections = List.copyOf(sections);
    }

    boolean sectioned() {
        return sections.getFirst().group().isPresent();
    }

    /** Returns the services whose cards stand in it. */
    List<String> services() {
        return sections.stream()
                .flatMap(section -> section.clusters().stream())
                .flatMap(cluster -> cluster.services().stream())
                .toList();
    }

    /**
     * Cards of a zone that have something in common.
     *
     * @param group what; empty where the zone is one grid
     */
    record SectionPlan(Optional<CardGroup> group, List<Cluster> clusters) {

        SectionPlan {
            clusters = List.copyOf(clusters);
        }

        String id() {
            return group.map(CardGroup::id).orElse("");
        }
    }
}
