package dev.bulkhead.files.git;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Repository that a directory lies in.
 *
 * @param git the program, at work in that directory
 * @param top its highest directory, as git names it
 * @param prefix the way from there down to the directory, with a slash at its end unless it is empty
 * @param shallow whether it holds no more than the newest commits
 */
record GitRepository(GitProgram git, Path top, String prefix, boolean shallow) {

    private static final String REMEDY =
            "fetch all of it first: fetch-depth: 0 for actions/checkout, GIT_DEPTH: \"0\" in"
                    + " GitLab, git fetch --unshallow by hand.";

    /**
     * Finds the repository of a directory.
     *
     * @throws GitException if there is none, or git refuses to read it
     */
    static GitRepository of(Path directory, GitState asked) throws GitException {
        GitProgram git = new GitProgram(directory);
        GitProgram.Answer answer = git.run("rev-parse", "--show-toplevel", "--is-shallow-repository", "--show-prefix");
        if (!answer.isGood()) {
            throw new GitException(refusal(directory, asked, answer));
        }
        List<String> lines = answer.lines();
        String prefix = lines.size() > 2 ? lines.get(2) : "";
        return new GitRepository(
                git, Path.of(lines.getFirst()), prefix, lines.get(1).equals("true"));
    }

    private static String refusal(Path directory, GitState asked, GitProgram.Answer answer) {
        if (answer.fault().contains("not a git repository")) {
            return directory + " lies in no git repository, so there is no " + asked
                    + " to compare with; name a path in a clone, or another project's path.";
        }
        if (answer.fault().contains("dubious ownership")) {
            return "git does not read " + directory + ", which belongs to another user; allow it: git config --global"
                    + " --add safe.directory " + directory + ".";
        }
        return "git cannot read the repository of " + directory + ": " + answer.complaint() + ".";
    }

    /**
     * Returns the commit that a state means.
     *
     * @throws GitException if the repository does not hold it, with what would bring it there
     */
    String commit(GitState state) throws GitException {
        String ref = resolve(state.ref());
        if (!state.branchPoint()) {
            return ref;
        }
        GitProgram.Answer base = git.run("merge-base", ref, "HEAD");
        if (base.isGood()) {
            return base.text().strip();
        }
        throw new GitException(
                shallow
                        ? "This clone is shallow and does not reach back to where HEAD left " + state.ref() + "; "
                                + REMEDY
                        : "HEAD and " + state.ref() + " have no commit in common; name a branch that HEAD came from.");
    }

    private String resolve(String ref) throws GitException {
        boolean option = ref.startsWith("-");
        GitProgram.Answer found = git.run("rev-parse", "--verify", "--quiet", option ? "" : ref + "^{commit}");
        if (!option && found.isGood()) {
            return found.text().strip();
        }
        if (shallow) {
            throw new GitException("This clone is shallow and does not hold " + ref + "; " + REMEDY);
        }
        for (String nearby : Stream.of("origin/" + ref, "upstream/" + ref).toList()) {
            if (!option
                    && git.run("rev-parse", "--verify", "--quiet", nearby + "^{commit}")
                            .isGood()) {
                throw new GitException("The repository has no " + ref + " of its own; write git:" + nearby + ".");
            }
        }
        throw new GitException(
                "The repository has no commit " + ref + "; name a branch, a tag or a commit of it, or fetch"
                        + " it first: git fetch origin " + (option ? "BRANCH" : ref) + ".");
    }

    /** Returns whether git is told to leave a file alone; empty directories and files of nobody are not. */
    boolean ignores(Path file) throws GitException {
        return git.run("check-ignore", "--quiet", "--", file.toString()).isGood();
    }
}
