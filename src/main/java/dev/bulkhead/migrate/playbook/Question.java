package dev.bulkhead.migrate.playbook;

import java.util.List;
import java.util.Locale;

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
     * A table of things with one choice each; every row is answered under its own id.
     *
     * @param thing what a row is, as the head of its column, for instance {@code Route}
     * @param options what there is to choose, for all rows together
     */
    record Table(String id, String title, String help, String thing, List<Option> options, List<Row> rows)
            implements Question {
        public Table {
            options = List.copyOf(options);
            rows = List.copyOf(rows);
        }

        /** Returns the options of a row, in the table's order. */
        public List<Option> of(Row row) {
            return options.stream()
                    .filter(option -> row.offered().contains(option.value()))
                    .toList();
        }
    }

    /**
     * Row of a table of choices.
     *
     * @param id its name in {@link Answers}, with that of the table before it, for instance {@code access.sonarr}
     * @param thing what is chosen for
     * @param why the reason of what is proposed, as one sentence
     * @param offered values of the options that it has
     * @param proposed the value of the proposed one
     */
    record Row(String id, String thing, String why, List<String> offered, String proposed) {
        public Row {
            offered = List.copyOf(offered);
        }
    }

    /**
     * A password, typed twice. Its answer is the {@link PasswordHash}, never the password itself, and nothing is proposed.
     */
    record Password(String id, String title, String help) implements Question {

        /** Returns the variable of the environment that the command line takes it from. */
        public String variable() {
            return "BULKHEAD_" + id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        }
    }

    /**
     * An answer to choose.
     *
     * @param value its name in a file of answers
     * @param label its name for people
     * @param consequence what follows from it, in one sentence; empty where its label says all
     */
    record Option(String value, String label, String consequence) {}

    /** What a line has to be. */
    enum LineKind {
        /** An IPv4 range in CIDR notation. */
        CIDR,
        /** A file name relative to the project directory. */
        FILE_NAME,
        /** A directory relative to the project directory. */
        DIRECTORY,
        /** A domain of the LAN; never one that mDNS owns. */
        DOMAIN,
        /** A host name: the whole of it, or its part before the domain. */
        HOST_NAME,
        /** A name that a person signs in with. */
        USER_NAME,
        /** An address of mail. */
        MAIL,
        /** Any line, also an empty one; whoever uses it looks whether it fits. */
        FREE
    }
}
