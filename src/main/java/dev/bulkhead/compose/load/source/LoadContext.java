package dev.bulkhead.compose.load.source;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.LoadWarning;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.topology.SecretValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Context that every step of one load shares: the files, the warnings, and which values are secrets. */
public final class LoadContext {

    private static final int MAX_WARNINGS = 1000;
    private static final int MAX_PORTS = 500_000;

    private final SourceStore store;
    private final Set<LoadWarning> warnings = new LinkedHashSet<>();

    private final List<LoadProblem> problems = new ArrayList<>();
    private SecretValues secrets = SecretValues.NONE;
    private int ports;
    private boolean incomplete;

    public LoadContext(SourceStore store) {
        this.store = store;
    }

    public SourceStore store() {
        return store;
    }

    public void warn(Place place, String message) {
        warn(new LoadWarning(Optional.of(place.mark()), message));
    }

    public void warn(String message) {
        warn(new LoadWarning(Optional.empty(), message));
    }

    private void warn(LoadWarning warning) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(warning);
        }
    }

    /** Warns where a file lies outside the project directory: Compose reads it, Bulkhead does not edit it. */
    public void warnOutside(Place place, Path file) {
        if (store.isOutside(file)) {
            warn(place, store.name(file) + " lies outside the project directory; it is read, but not edited.");
        }
    }

    /** Notes a fault that Compose refuses the project for; while parts of the project are missing it is a warning. */
    public void problem(LoadProblem problem) {
        if (incomplete) {
            warn(new LoadWarning(Optional.of(problem.at()), problem.message() + "; " + problem.fix()));
        } else {
            problems.add(problem);
        }
    }

    /** Notes variables that files can refer to, whether or not one does. */
    public void noteVariables(Map<String, String> variables) {
        secrets = secrets.and(SecretValues.of(variables));
    }

    /** Returns the secrets among the variables noted so far. */
    public SecretValues secrets() {
        return secrets;
    }

    /** Notes that a remote part of the project was not fetched. */
    public void missesRemoteParts() {
        incomplete = true;
    }

    /** Returns the faults in the order they were found. */
    public List<LoadProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Counts ports that ranges stand for, so that a file of ranges stays bounded.
     *
     * @throws ComposeException if there are far more than any project has
     */
    public void countPorts(Place place, int count) throws ComposeException {
        ports += count;
        if (ports > MAX_PORTS) {
            throw place.fault(
                    "the port ranges up to here stand for more than " + MAX_PORTS + " ports; publish smaller ranges.");
        }
    }

    /** Returns the warnings so far, each once. */
    public List<LoadWarning> warnings() {
        return new ArrayList<>(warnings);
    }
}
