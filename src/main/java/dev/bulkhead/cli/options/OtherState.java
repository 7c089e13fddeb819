package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.git.CommitFileTree;
import dev.bulkhead.files.git.GitState;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Another state of a project to compare it with: that of a commit of its repository, or a project elsewhere.
 *
 * @param name how messages call it
 * @param files its files, at the paths where those of the project are now
 * @param project what it was; empty where the commit has no such project, or one that cannot be read
 * @param fault why the commit's project cannot be read, as a sentence
 */
public record OtherState(String name, FileTree files, Optional<ComposeProject> project, Optional<String> fault)
        implements AutoCloseable {

    /** Returns whether a word names a commit. */
    public static boolean isCommit(String word) {
        return GitState.of(word).isPresent();
    }

    /**
     * Reads another state.
     *
     * @param word {@code git:REF} or a path
     * @param now the project as it is
     * @throws IOException if there is no such state, with one sentence that holds the remedy
     * @throws ComposeException if the project elsewhere cannot be read at all
     */
    public static OtherState open(String word, ProjectOptions options, ComposeProject now, CliContext context)
            throws IOException, ComposeException {
        Optional<GitState> state = GitState.of(word);
        return state.isPresent() ? of(state.get(), options, now, context) : of(Path.of(word), now, context);
    }

    private static OtherState of(Path path, ComposeProject now, CliContext context) throws ComposeException {
        ComposeRequest request = new ComposeRequest(
                path, List.of(), Optional.empty(), List.of(), List.copyOf(now.activeProfiles()), context.environment());
        return new OtherState(
                path.toString(),
                context.files(),
                Optional.of(new ComposeLoader(context.files()).load(request)),
                Optional.empty());
    }

    private static OtherState of(GitState state, ProjectOptions options, ComposeProject now, CliContext context)
            throws IOException {
        CommitFileTree files = CommitFileTree.open(now.directory(), state, context.files());
        String name = state.branchPoint()
                ? files.commit() + ", where this branch left " + state.ref()
                : state.ref() + " (" + files.commit() + ")";
        try {
            return new OtherState(name, files, project(files, options.request(context), now), Optional.empty());
        } catch (ComposeException unreadable) {
            return new OtherState(
                    name, files, Optional.empty(), Optional.of("At " + name + ": " + unreadable.getMessage()));
        }
    }

    private static Optional<ComposeProject> project(CommitFileTree files, ComposeRequest asked, ComposeProject now)
            throws ComposeException {
        Optional<Path> elsewhere = files.project();
        if (elsewhere.isPresent()) {
            return Optional.of(new ComposeLoader(files).load(at(elsewhere.get(), List.of(), asked)));
        }
        List<Path> named = asked.files().stream().filter(files::isFile).toList();
        boolean same =
                named.isEmpty() && files.isFile(asked.path().toAbsolutePath().normalize());
        if (named.isEmpty() && !same && !ComposeLoader.discovers(files, now.directory())) {
            return Optional.empty();
        }
        // a file that the change brought, or gave another name, is not missed
        ComposeRequest request = same ? asked : at(now.directory(), named, asked);
        return Optional.of(new ComposeLoader(files).load(request));
    }

    private static ComposeRequest at(Path path, List<Path> files, ComposeRequest asked) {
        return new ComposeRequest(
                path, files, asked.projectName(), asked.envFiles(), asked.profiles(), asked.environment());
    }

    /**
     * Returns this state if it can be read.
     *
     * @throws ComposeException if it cannot
     */
    public OtherState requireReadable() throws ComposeException {
        if (fault.isPresent()) {
            throw new ComposeException(fault.get());
        }
        return this;
    }

    /** Returns what it was; nothing where there was no such project yet. */
    public Topology topology() {
        return project.map(ComposeProject::topology).orElse(Topology.of("", List.of(), List.of()));
    }

    @Override
    public void close() {
        if (files instanceof CommitFileTree commit) {
            commit.close();
        }
    }
}
