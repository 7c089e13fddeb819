package dev.bulkhead.migrate.status.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sheet that tells where a project stands: headed parts in order, each with what is said below its heading. How it looks is
 * up to whoever shows it.
 *
 * @param title the heading of the whole
 * @param at when the look began
 * @param parts its parts, in order
 */
public record StatusSheet(String title, Instant at, List<Part> parts) {

    public StatusSheet {
        parts = List.copyOf(parts);
    }

    /**
     * Part of the sheet.
     *
     * @param level 1 for a section, 2 for a part of the section before it
     * @param heading its heading
     * @param outcome what it comes to, as part of the heading
     * @param dated how and when what it says was found out; empty where it is that of its section, or nothing is measured
     * @param blocks what stands below, in order
     */
    public record Part(int level, String heading, Optional<Marked> outcome, Optional<Dated> dated, List<Block> blocks) {
        public Part {
            blocks = List.copyOf(blocks);
        }

        /** A part whose heading only names it. */
        Part(int level, String heading, Optional<Dated> dated, List<Block> blocks) {
            this(level, heading, Optional.empty(), dated, blocks);
        }

        /** Returns the heading without signs. */
        public String title() {
            return heading + outcome.map(words -> ": " + words.text()).orElse("");
        }
    }

    /**
     * Way and time in which something was found out.
     *
     * @param how for instance {@code asked of Docker 28.5.2}
     */
    public record Dated(String how, Instant at) {}

    /** Sign beside words, with a shape as well as a colour. */
    public enum Mark {
        NONE,
        GOOD,
        WARNING,
        BAD,
        UNKNOWN,
        NEXT,
        WAITING,
        SKIPPED,
        PRACTICE
    }

    /** Words with a sign. */
    public record Marked(Mark mark, String text) {

        /** Returns words without a sign. */
        public static Marked plain(String text) {
            return new Marked(Mark.NONE, text);
        }
    }

    /** Named value. */
    public record Fact(String name, Marked value) {}

    /** What can be done from the window with a command. */
    public enum Deed {
        /** The pages of the next iteration are opened. */
        NEXT_ITERATION,
        /** The pages that bring the engine to what the files say are opened. */
        APPLY_FILES,
        /** It is asked whether to go back to the newest restore point. */
        ROLL_BACK
    }

    /** What stands below a heading. */
    public sealed interface Block {

        /** A paragraph. */
        record Words(Marked words) implements Block {}

        /** Facts as sentences of a form: status, date, risk. */
        record Facts(List<Fact> facts) implements Block {
            public Facts {
                facts = List.copyOf(facts);
            }
        }

        /** Figures that were counted or measured. */
        record Figures(List<Fact> figures) implements Block {
            public Figures {
                figures = List.copyOf(figures);
            }
        }

        /** A list. */
        record Points(List<Marked> points) implements Block {
            public Points {
                points = List.copyOf(points);
            }
        }

        /** A table; the first cell of a row names it. */
        record Table(List<String> heads, List<List<Marked>> rows) implements Block {
            public Table {
                heads = List.copyOf(heads);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /** Commands for a terminal, and what the window does in their place. */
        record Commands(String text, Optional<Deed> deed) implements Block {}
    }
}
