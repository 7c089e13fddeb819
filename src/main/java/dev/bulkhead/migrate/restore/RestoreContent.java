package dev.bulkhead.migrate.restore;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Content of a restore point.
 *
 * @param point what it is
 * @param project name of the project
 * @param directory where the project stood; files are put back where it stands now
 * @param files the files as they were and as the run writes them
 * @param state the engine as it was, containers of other projects left out
 * @param blueprints what its containers were made from, secrets included
 */
public record RestoreContent(
        RestorePoint point,
        String project,
        String directory,
        List<FileCopy> files,
        ObservedState state,
        List<ContainerBlueprint> blueprints) {

    public RestoreContent {
        files = List.copyOf(files);
        blueprints = List.copyOf(blueprints);
    }

    /**
     * Returns the same with more texts that the run gave files, of which only the digest is known.
     *
     * @param more file to digests, in the order of the run; empty where the file went
     */
    public RestoreContent withWritten(Map<String, List<Optional<String>>> more) {
        List<FileCopy> all = new ArrayList<>();
        Set<String> met = new HashSet<>();
        for (FileCopy copy : files) {
            all.add(copy);
            if (met.add(copy.name()) && more.containsKey(copy.name())) {
                more.get(copy.name()).forEach(digest -> all.add(copy.written(digest)));
                all.add(copy);
            }
        }
        return new RestoreContent(point, project, directory, all, state, blueprints);
    }

    /** Returns everything that is needed to make a container (by name) again, also where the files do not describe it. */
    public Optional<ContainerBlueprint> blueprint(String container) {
        return blueprints.stream()
                .filter(blueprint -> blueprint.name().equals(container))
                .findFirst();
    }
}
