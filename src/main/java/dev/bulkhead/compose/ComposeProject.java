package dev.bulkhead.compose;

import dev.bulkhead.topology.SecretValues;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A project as it was read.
 *
 * @param request what was asked for
 * @param directory the project directory, absolute
 * @param files the Compose files in the order they were read: those asked for or discovered first, then included and
 *     extended ones
 * @param mainFiles how many of {@code files}, from the front, were asked for or discovered
 * @param activeProfiles the profiles that are started ({@code --profile}, else {@code COMPOSE_PROFILES}); {@code *} is all
 * @param topology what they mean
 * @param sources where each part stands
 * @param warnings what the operator should know
 * @param problems faults of the topology that Compose or the engine refuses, in file order; the rest of the project is read all the same
 * @param secrets what must not be repeated to anyone: among the values of its services, its {@code .env} and its environment
 */
public record ComposeProject(
        ComposeRequest request,
        Path directory,
        List<ComposeFile> files,
        int mainFiles,
        Set<String> activeProfiles,
        Topology topology,
        SourceMap sources,
        List<LoadWarning> warnings,
        List<LoadProblem> problems,
        SecretValues secrets) {

    public ComposeProject {
        files = List.copyOf(files);
        activeProfiles = Set.copyOf(activeProfiles);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    /**
     * Returns this project if Compose would accept it.
     *
     * @throws ComposeException the first of {@link #problems()} that Compose refuses, if there is one
     */
    public ComposeProject requireSound() throws ComposeException {
        return require(problem -> problem.rule() != LoadProblem.Rule.ENGINE_REFUSES);
    }

    /**
     * Returns this project if Compose would accept it and nothing is known for which an engine would refuse it.
     *
     * @throws ComposeException the first of {@link #problems()}, if there is one
     */
    public ComposeProject requireStartable() throws ComposeException {
        return require(_ -> true);
    }

    private ComposeProject require(Predicate<LoadProblem> counts) throws ComposeException {
        Optional<LoadProblem> first = problems.stream().filter(counts).findFirst();
        if (first.isPresent()) {
            throw first.get().toException();
        }
        return this;
    }

    /** Returns the file of a name as used in marks. */
    public Optional<ComposeFile> file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
