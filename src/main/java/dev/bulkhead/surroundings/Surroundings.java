package dev.bulkhead.surroundings;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.scrape.ScrapeTarget;
import java.util.List;
import java.util.Set;

/**
 * Surroundings of a project: what host and engine add to its files.
 *
 * @param used ranges that the engine's other networks and the host's routes use already
 * @param reach what beside the project decides who reaches whom
 * @param pools what the engine gives networks that state no subnet
 * @param unknown what of it could not be asked, so that its absence proves nothing
 * @param live how the project runs, as far as its files do not tell
 * @param scraped whom the project's collectors ask, as their files tell
 */
public record Surroundings(
        List<UsedRange> used,
        ReachOptions reach,
        EnginePools pools,
        Set<Unknown> unknown,
        List<LiveFact> live,
        List<ScrapeTarget> scraped) {

    /** Something around a project that could not be asked. */
    public enum Unknown {
        /** No engine was asked: its version, networks and pools. */
        ENGINE("No engine was asked: its version, networks and address pools are not known."),
        /** The routes of the engine's host: it is another machine than this. */
        HOST_ROUTES("The engine runs on another machine, whose routes are not known."),
        /** The routes of a virtual machine that only the engine runs in. */
        MACHINE_ROUTES("The engine runs in a virtual machine, whose routes are not known."),
        /** Packet rules of the engine's host: this process may not list them, or they are those of another network. */
        PACKET_RULES(
                "The packet rules of the engine's host were not read, which root alone may, in the network that the engine"
                        + " runs in: what they drop beside the engine's own is not known.");

        private final String sentence;

        Unknown(String sentence) {
            this.sentence = sentence;
        }

        /** Returns the sentence for the operator. */
        public String sentence() {
            return sentence;
        }
    }

    /** Nothing is known: no other ranges, a current engine. */
    public static final Surroundings UNKNOWN = unasked(ReachOptions.defaults());

    public Surroundings {
        used = List.copyOf(used);
        unknown = Set.copyOf(unknown);
        live = List.copyOf(live);
        scraped = List.copyOf(scraped);
    }

    /** Nothing is told of how the project runs. */
    public Surroundings(List<UsedRange> used, ReachOptions reach, EnginePools pools, Set<Unknown> unknown) {
        this(used, reach, pools, unknown, List.of(), List.of());
    }

    /** Returns these surroundings with how the project runs. */
    public Surroundings withLive(List<LiveFact> facts) {
        return new Surroundings(used, reach, pools, unknown, facts, scraped);
    }

    /** Returns these surroundings with other facts about who reaches whom. */
    public Surroundings withReach(ReachOptions other) {
        return new Surroundings(used, other, pools, unknown, live, scraped);
    }

    /** Returns these surroundings with whom the project's collectors ask. */
    public Surroundings withScraped(List<ScrapeTarget> targets) {
        return new Surroundings(used, reach, pools, unknown, live, targets);
    }

    /** Returns what is assumed while nobody was asked. */
    public static Surroundings unasked(ReachOptions assumed) {
        return new Surroundings(List.of(), assumed, EnginePools.DEFAULT, Set.of(Unknown.ENGINE, Unknown.HOST_ROUTES));
    }
}
