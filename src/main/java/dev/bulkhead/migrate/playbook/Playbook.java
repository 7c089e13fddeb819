package dev.bulkhead.migrate.playbook;

import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.topology.SourceMark;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Playbook of an iteration, as its YAML file says.
 *
 * @param about what people are told of it
 * @param tiers the roles it knows, in the order of their subnets
 * @param ports what it knows of published ports
 * @param texts name to a text that a proposer writes at a place of its own
 * @param script what it asks and does
 */
public record Playbook(About about, List<Tier> tiers, PortGuide ports, SortedMap<String, String> texts, Script script) {

    public Playbook {
        tiers = List.copyOf(tiers);
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * What people are told of an iteration.
     *
     * @param id its place on the path, for instance {@code 1}, or a word
     * @param name its short name, for instance {@code foundation}
     * @param title its title for people
     * @param objective what it is for, in one sentence
     * @param risk how much can go wrong
     * @param available whether this version of Bulkhead can carry it out
     * @param requires the iterations it builds on
     * @param changes what will happen, one line each
     * @param before what the operator does first, one line each
     */
    public record About(
            String id,
            String name,
            String title,
            String objective,
            Risk risk,
            boolean available,
            List<Requirement> requires,
            List<String> changes,
            List<String> before) {
        public About {
            requires = List.copyOf(requires);
            changes = List.copyOf(changes);
            before = List.copyOf(before);
        }
    }

    /**
     * An iteration that another builds on.
     *
     * @param id its id or name
     * @param at where it is named
     */
    public record Requirement(String id, SourceMark at) {}

    /**
     * What an iteration asks and does.
     *
     * @param questions what only the operator knows
     * @param rules what has to hold afterwards beside the operator's rules and the flows that the files show
     * @param phases stretches of the way, in order
     */
    public record Script(List<Ask> questions, List<Rule> rules, List<PhaseScript> phases) {

        /** Asks and does nothing. */
        public static final Script NONE = new Script(List.of(), List.of(), List.of());

        public Script {
            questions = List.copyOf(questions);
            rules = List.copyOf(rules);
            phases = List.copyOf(phases);
        }
    }

    /** A playbook that only tells of itself. */
    public Playbook(About about) {
        this(about, List.of(), PortGuide.NONE, new TreeMap<>(), Script.NONE);
    }

    /** Returns what stands for a playbook that is not there any more, of which only the records of its runs tell. */
    public static Playbook gone(String id) {
        return new Playbook(new About(
                id,
                id,
                id,
                "Its playbook is not there any more.",
                Risk.MEDIUM,
                false,
                List.of(),
                List.of(),
                List.of()));
    }

    /** Returns its place on the path, or a word. */
    public String id() {
        return about.id();
    }

    /** Returns its short name. */
    public String name() {
        return about.name();
    }

    /** Returns its title for people. */
    public String title() {
        return about.title();
    }

    /** Returns what it is for, in one sentence. */
    public String objective() {
        return about.objective();
    }

    /** Returns how much can go wrong. */
    public Risk risk() {
        return about.risk();
    }

    /** Returns whether this version of Bulkhead can carry it out. */
    public boolean available() {
        return about.available();
    }

    /** Returns the ids of the iterations it builds on. */
    public List<String> requires() {
        return about.requires().stream().map(Requirement::id).toList();
    }

    /** Returns what will happen, one line each. */
    public List<String> changes() {
        return about.changes();
    }

    /** Returns what the operator does first, one line each. */
    public List<String> before() {
        return about.before();
    }

    /** Returns how pages call it, for instance {@code Iteration 01: Network Foundation}; one whose id is a word by title. */
    public String heading() {
        return numbered() ? shortHeading() + ": " + title() : title();
    }

    /** Returns the heading without the title where there is a number. */
    public String shortHeading() {
        return numbered() ? "Iteration %02d".formatted(Integer.parseInt(id())) : title();
    }

    private boolean numbered() {
        return id().matches("\\d{1,4}");
    }

    /** Returns whether the operator means this one by an id or a name. */
    public boolean answersTo(String idOrName) {
        return id().equals(idOrName) || name().equals(idOrName);
    }
}
