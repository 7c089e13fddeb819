package dev.bulkhead.files.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * State of a repository as the command line names it: {@code git:REF}, {@code git:REF...} for the commit at which the
 * current branch left REF (as {@code git diff REF...} means it), either with {@code :PATH} for another place in it.
 *
 * @param ref what git resolves to a commit
 * @param branchPoint whether the newest commit is meant that REF and HEAD have in common
 * @param path where the project was, from the top of the repository; empty where it still is
 */
public record GitState(String ref, boolean branchPoint, Optional<String> path) {

    private static final Pattern WORD = Pattern.compile("git:(?<ref>.+?)(?<since>\\.\\.\\.)?(:(?<path>[^:]+))?");

    /** Returns the state that a word names; empty for a word that names none. */
    public static Optional<GitState> of(String word) {
        Matcher matcher = WORD.matcher(word);
        return matcher.matches()
                ? Optional.of(new GitState(
                        matcher.group("ref"),
                        matcher.group("since") != null,
                        Optional.ofNullable(matcher.group("path"))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "git:" + ref + (branchPoint ? "..." : "")
                + path.map(p -> ":" + p).orElse("");
    }
}
