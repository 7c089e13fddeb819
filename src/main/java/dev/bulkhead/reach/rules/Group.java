package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.SourceMark;
import java.util.List;

/**
 * Group of services that rules name together.
 *
 * @param members its members, in file order
 * @param at where it stands
 */
public record Group(String name, List<Selector> members, SourceMark at) {

    public Group {
        members = List.copyOf(members);
    }
}
