package dev.bulkhead.migrate.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How files and engine stand.
 *
 * @param files the name of each file of the project to its mode and text
 * @param engine the name of each container and network to all that the engine tells of it, but for what it makes up anew
 */
record Standing(SortedMap<String, String> files, SortedMap<String, String> engine) {

    /** What the operator writes into a file while a run is under way. */
    static final String MINE = "# mine";

    /** Returns what is different from another, one line each; empty when nothing is. */
    List<String> differencesTo(Standing now) {
        List<String> differences = new ArrayList<>(differences("file", files, now.files));
        differences.addAll(differences("engine", engine, now.engine));
        return differences;
    }

    private static List<String> differences(
            String what, SortedMap<String, String> before, SortedMap<String, String> now) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String old = before.get(name);
            String fresh = now.get(name);
            if (!Objects.equals(old, fresh)) {
                differences.add(what + " " + name + ": " + apart(old, fresh));
            }
        }
        return differences;
    }

    private static String apart(@Nullable String old, @Nullable String fresh) {
        if (old == null || fresh == null) {
            return old == null ? "was not there" : "is gone";
        }
        List<String> was = new ArrayList<>(old.lines().toList());
        List<String> is = new ArrayList<>(fresh.lines().toList());
        was.removeAll(fresh.lines().toList());
        is.removeAll(old.lines().toList());
        return "was " + was + ", is " + is;
    }

    /** Returns it with the numbers left out that Compose gives containers, and the names made of them by which others know them. */
    Standing whateverTheNumbers() {
        TreeMap<String, String> unnumbered = new TreeMap<>();
        engine.forEach((name, text) -> unnumbered.put(
                name,
                text.replaceAll("(container-number\\W+)\\d+", "$1N")
                        .replaceAll("\\b(" + Harbour.PROJECT + "-[a-z]+-)\\d+\\b", "$1N")));
        return new Standing(files, unnumbered);
    }

    /** Returns it without what the operator wrote into files meanwhile. */
    Standing withoutMine() {
        TreeMap<String, String> clean = new TreeMap<>();
        files.forEach(
                (name, text) -> clean.put(name, text.replace(" " + MINE, "").replace(MINE + "\n", "")));
        return new Standing(clean, engine);
    }
}
