package dev.bulkhead.migrate.playbook;

import java.util.List;

/** Question for what only the operator knows; a sensible answer is always filled in. */
public sealed interface Question {

    /** Returns its name in {@link Answers} and in the file that replays them. */
    String id();

    /** Returns the question in a few words. */
    String title();

    /** Returns what hangs on the answer, in a sentence or two. */
    String help();

    /**
     * One of several.
     *
     * @param proposed the value of the proposed option
     */
    record Choice(String id, String title, String help, List<Option> options, String proposed) implements Question {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** A line of text. */
    record Line(String id, String title, String help, LineKind kind, String proposed) implements Question {}

    /**
     * Which tiers each service stands in.
     *
     * @param tiers the columns
     * @param rows the services with their proposals, sorted by service
     */
    record Tiers(String id, String title, String help, List<Tier> tiers, List<TierProposal> rows) implements Question {
        public Tiers {
            tiers = List.copyOf(tiers);
            rows = List.copyOf(rows);
        }
    }

    /**
     * An answer to choose.
     *
     * @param value its name in a file of answers
     * @param label its name for people
     * @param consequence what follows from it, in one sentence
     */
    record Option(String value, String label, String consequence) {}

    /** What a line has to be. */
    enum LineKind {
        /** An IPv4 range in CIDR notation. */
        CIDR,
        /** A file name relative to the project directory. */
        FILE_NAME,
        /** A domain of the LAN; never one that mDNS owns. */
        DOMAIN,
        /** A host name: the whole of it, or its part before the domain. */
        HOST_NAME
    }
}
