package dev.bulkhead.ui.rules;

import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.reach.setting.EngineSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completion at a place of a rules file. Looks at single lines, so that half a rule does not confuse it. */
final class Completion {

    private static final int MOST = 60;

    private static final Pattern SECTION = Pattern.compile("^([a-z]+):.*");
    private static final Pattern SUBJECTS = Pattern.compile("^\\s*(?:-\\s+)?(?:must|must-not|only):\\s*(.*)$");
    private static final Pattern RULE_KIND = Pattern.compile("^\\s*-\\s+([a-z-]*)$");
    private static final Pattern KEY = Pattern.compile("^\\s+([a-z0-9-]*)$");
    private static final Pattern TOP_KEY = Pattern.compile("^([a-z]*)$");
    private static final Pattern GROUP = Pattern.compile("^\\s+([A-Za-z0-9_.-]+):.*");
    private static final Pattern GROUP_MEMBERS = Pattern.compile("^\\s+[A-Za-z0-9_.-]+:\\s*\\[(.*)$");

    private final String text;
    private final String line;
    private final Collection<String> services;
    private final Collection<String> networks;
    /** The key at the left edge that the line belongs to. */
    private final String section;

    private Completion(String text, int caret, Collection<String> services, Collection<String> networks) {
        String before = text.substring(0, caret);
        this.text = text;
        this.line = before.substring(before.lastIndexOf('\n') + 1);
        this.services = services;
        this.networks = networks;
        this.section = section(before.substring(0, before.length() - line.length()));
    }

    /**
     * Something that can be written.
     *
     * @param text what is written
     * @param typed how many characters before the caret it replaces
     */
    record Proposal(String text, int typed) {}

    /** Returns what fits at the caret, best first. */
    static List<Proposal> at(String text, int caret, Collection<String> services, Collection<String> networks) {
        return new Completion(text, caret, services, networks).proposals();
    }

    private List<Proposal> proposals() {
        Matcher subjects = SUBJECTS.matcher(line);
        if (subjects.matches()) {
            return subjects(subjects.group(1));
        }
        Matcher members = GROUP_MEMBERS.matcher(line);
        if (section.equals("groups") && members.matches()) {
            return matching(lastOf(members.group(1), ","), services);
        }
        Matcher kind = RULE_KIND.matcher(line);
        if (section.equals("rules") && kind.matches()) {
            return matching(kind.group(1), List.of("must: ", "must-not: ", "only: "));
        }
        Matcher key = KEY.matcher(line);
        if (key.matches()) {
            return matching(
                    key.group(1),
                    switch (section) {
                        case "rules" -> List.of("- must: ", "- must-not: ", "- only: ", "why: ");
                        case "exposure" -> List.of("public: ", "allow-published: [");
                        case "engine" ->
                            Arrays.stream(EngineSetting.values())
                                    .map(setting -> setting.key() + ": ")
                                    .toList();
                        default -> List.of();
                    });
        }
        Matcher top = TOP_KEY.matcher(line);
        if (top.matches()) {
            List<String> keys =
                    new ArrayList<>(List.of("version: 1", "groups:", "rules:", "exposure:", "checks:", "engine:"));
            keys.removeIf(there ->
                    text.lines().anyMatch(l -> l.startsWith(there.substring(0, there.indexOf(':') + 1))));
            return matching(top.group(1), keys);
        }
        return List.of();
    }

    /** Behind a whole subject an arrow or a further subject can follow; else the subject itself is completed. */
    private List<Proposal> subjects(String written) {
        String side = lastOf(written, "->");
        String typed = lastOf(side, ",");
        Collection<String> known = subjects();
        boolean whole = !typed.isBlank() && typed.endsWith(" ") && known.contains(typed.strip());
        if (whole) {
            return written.contains("->") ? List.of() : List.of(new Proposal("-> ", 0));
        }
        return matching(typed.stripLeading(), known);
    }

    private Collection<String> subjects() {
        List<String> subjects = new ArrayList<>(services);
        groups().forEach(group -> subjects.add(new Selector.OneGroup(group).text()));
        networks.forEach(network -> subjects.add(new Selector.MembersOf(network).text()));
        subjects.addAll(List.of("internet", "lan", "host", "*"));
        return subjects;
    }

    private Collection<String> groups() {
        Collection<String> groups = new TreeSet<>();
        String in = "";
        for (String one : text.lines().toList()) {
            Matcher start = SECTION.matcher(one);
            in = start.matches() ? start.group(1) : in;
            Matcher group = GROUP.matcher(one);
            if (in.equals("groups") && group.matches()) {
                groups.add(group.group(1));
            }
        }
        return groups;
    }

    private static String section(String before) {
        String in = "";
        for (String one : before.lines().toList()) {
            Matcher start = SECTION.matcher(one);
            in = start.matches() ? start.group(1) : in;
        }
        return in;
    }

    private static String lastOf(String written, String separator) {
        int at = written.lastIndexOf(separator);
        return at < 0 ? written : written.substring(at + separator.length()).stripLeading();
    }

    private static List<Proposal> matching(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(one -> one.toLowerCase(Locale.ROOT).contains(wanted) && !one.equals(typed))
                .sorted(Comparator.comparing(
                        (String one) -> !one.toLowerCase(Locale.ROOT).startsWith(wanted)))
                .limit(MOST)
                .map(one -> new Proposal(one, typed.length()))
                .toList();
    }
}
