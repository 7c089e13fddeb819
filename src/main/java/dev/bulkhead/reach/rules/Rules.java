package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.StatedHost;
import dev.bulkhead.topology.SourceMark;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules file as it was read, with how far the project has come: a rule that waits for an iteration is a goal until then.
 *
 * @param groups groups by name
 * @param stated rules in file order, goals among them
 * @param wanted exposure of the host, a goal or not
 * @param checks how severe the operator takes findings, in file order
 * @param progress which iterations are done
 * @param engines what the operator states of engines
 * @param path what the operator states of the path of iterations
 */
public record Rules(
        SortedMap<String, Group> groups,
        List<Rule> stated,
        Exposure wanted,
        List<CheckSetting> checks,
        Progress progress,
        Engines engines,
        Path path) {

    /**
     * What the operator states of engines.
     *
     * @param settings settings of the engine, for what nobody else tells
     * @param hosts names of hosts and where their engines are, in file order
     */
    public record Engines(EngineSettings settings, List<StatedHost> hosts) {

        /** Nothing is stated. */
        public static final Engines UNSTATED = new Engines(EngineSettings.ASSUMED, List.of());

        public Engines {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * What the operator states of the path of iterations.
     *
     * @param playbooks files with playbooks of the operator's own, in file order
     * @param skipped iterations that the operator does not want
     */
    public record Path(List<Stated> playbooks, List<Stated> skipped) {

        /** Nothing is stated: the path is the built-in one. */
        public static final Path BUILT_IN = new Path(List.of(), List.of());

        public Path {
            playbooks = List.copyOf(playbooks);
            skipped = List.copyOf(skipped);
        }

        /** Returns whether the operator does not want an iteration. */
        public boolean skips(String idOrName) {
            return skipped.stream().anyMatch(stated -> stated.text().equals(idOrName));
        }
    }

    /** A text of the rules file, and where it stands. */
    public record Stated(String text, SourceMark at) {}

    /** The name of the rules file, beside the project's main file. */
    public static final String FILE = "bulkhead.yml";

    /** No rules at all. */
    public static final Rules NONE = new Rules(new TreeMap<>(), List.of(), Exposure.UNSTATED);

    public Rules {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        stated = List.copyOf(stated);
        checks = List.copyOf(checks);
    }

    /** A rules file that leaves every check as severe as it is. */
    public Rules(SortedMap<String, Group> groups, List<Rule> rules, Exposure exposure) {
        this(groups, rules, exposure, List.of(), Progress.NONE, Engines.UNSTATED, Path.BUILT_IN);
    }

    /** Returns what the operator states of the engine, for what nobody else tells. */
    public EngineSettings engine() {
        return engines.settings();
    }

    /** Returns the names of hosts and where their engines are, in file order. */
    public List<StatedHost> hosts() {
        return engines.hosts();
    }

    /** Returns these rules for a project that has come so far. */
    public Rules at(Progress now) {
        return new Rules(groups, stated, wanted, checks, now, engines, path);
    }

    /** Returns these rules for the end of the path, where every goal is reached. */
    public Rules atTheEnd() {
        Set<String> all = Stream.concat(
                        stated.stream().flatMap(rule -> rule.statement().after().stream()), wanted.after().stream())
                .collect(Collectors.toSet());
        return at(new Progress(progress.known(), all));
    }

    /** Returns the rules that have to hold now, in file order. */
    public List<Rule> rules() {
        return stated.stream().filter(rule -> !waits(rule)).toList();
    }

    /** Returns the rules that have to hold only after an iteration that is not done, in file order. */
    public List<Rule> goals() {
        return stated.stream().filter(this::waits).toList();
    }

    private boolean waits(Rule rule) {
        return rule.statement()
                .after()
                .filter(after -> !progress.done().contains(after))
                .isPresent();
    }

    /** Returns the exposure that has to hold now: without the list of ports where that is a goal. */
    public Exposure exposure() {
        return exposureIsGoal() ? wanted.withoutList() : wanted;
    }

    /** Returns whether the list of ports has to hold only after an iteration that is not done. */
    public boolean exposureIsGoal() {
        return wanted.after().filter(after -> !progress.done().contains(after)).isPresent();
    }

    /** Returns whether something has to hold only after an iteration. */
    public boolean waitForIterations() {
        return wanted.after().isPresent()
                || stated.stream().anyMatch(rule -> rule.statement().after().isPresent());
    }

    /** Returns whether nothing is demanded of the project. */
    public boolean demandNothing() {
        return groups.isEmpty() && stated.isEmpty() && wanted.equals(Exposure.UNSTATED);
    }

    /** Returns options that know whether the host is public, and what is stated of the engine where it does not tell itself. */
    public ReachOptions applyTo(ReachOptions options) {
        return options.withHostIsPublic(wanted.isPublic())
                .withSettings(options.settings().or(engines.settings()));
    }
}
